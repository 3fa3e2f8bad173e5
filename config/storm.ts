import type { PayloadRequest } from 'payload'
import { inForce } from '#domain/sla/inForce.ts'
import { membershipsOf } from '#kit/membershipsOf.ts'
import { installationKey, installationSigner } from '#kit/signingKey.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { StormOptions } from '#plugins/dispatch/index.ts'
import { releaseEmergency, withdraw } from '#plugins/editorial-board/index.ts'
import { env } from './env.ts'
import { profile } from './profiles/index.ts'

/** Who may use the emergency lane of a board; the board's own verb has the last word. */
const issuers = new Set(['head', 'deputy', 'member'])

const issuingSites = async (req: PayloadRequest) => {
  const own = (await membershipsOf(req)).filter(({ role }) => issuers.has(role))
  if (own.length === 0) return []
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{
    id: number
    code: string
    name: string
    isCity: boolean
    unitCode: string | null
  }>(
    `select s.id, s.code, coalesce(l.name, s.code) as name, s.kind::text = 'city' as "isCity", u.code as "unitCode"
     from public.sites s left join public.sites_locales l on l._parent_id = s.id and l._locale::text = 'vi'
     left join public.units u on u.id = s.unit_id
     where s.id = any($1::int[]) order by (s.kind::text = 'city') desc, s.id`,
    [`{${[...new Set(own.map(({ site }) => site))].join(',')}}`],
  )
  return rows
}

const reviewOf: StormOptions['reviewOf'] = async (req, { log, seq }) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{
    dueAt: string
    reviewedAt: string | null
    verdict: 'confirmed' | 'objected' | null
    reviewedBy: string | null
  }>(
    `select to_json(e.due_at) #>> '{}' as "dueAt", to_json(e.reviewed_at) #>> '{}' as "reviewedAt", e.verdict,
       a.name as "reviewedBy"
     from release.releases r join editorial.after_reviews e on e.decision_id = r.decision_id
     left join editorial.accounts a on a.person = e.reviewed_by where r.log = $1 and r.seq = $2::bigint`,
    [log, seq],
  )
  return rows[0] ?? null
}

const decisionOf: StormOptions['decisionOf'] = async (req, { log, seq }) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{
    decisionId: string
    decidedAt: string
    decidedBy: string
    capacity: string
    reasonCode: string | null
    explanation: string | null
    sha256: string | null
  }>(
    `select d.id as "decisionId", to_json(d.decided_at) #>> '{}' as "decidedAt", coalesce(a.name, '#' || d.decided_by) as "decidedBy",
       d.capacity, d.reason_code as "reasonCode", d.explanation, r.sha256
     from release.releases r join release.decisions d on d.id = r.decision_id
     left join editorial.accounts a on a.person = d.decided_by where r.log = $1 and r.seq = $2::bigint`,
    [log, seq],
  )
  return rows[0] ?? null
}

/** Emergencies in one go, in this city. */
export const stormOptions: StormOptions = {
  issueEmergency: (req, order) => releaseEmergency({ req, collection: 'bulletins', ...order }),
  withdraw: (req, order) => withdraw({ req, collection: 'bulletins', ...order }),
  issuingSites,
  reviewOf,
  reviewAddress: '/admin/review?tab=emergency',
  decisionOf,
  reasonsOn: (day) => inForce(profile.emergencyReasons, day),
  ...profile.storm,
  speech: profile.speech,
  signer: async () => ({
    ...(await installationSigner(env)),
    publicKey: (await installationKey(env)).publicKey,
  }),
}
