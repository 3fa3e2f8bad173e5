import type { PayloadRequest } from 'payload'
import { proofText } from '#domain/dispatch/proof/proofText.ts'
import type {
  ProofBundle,
  ProofDelivery,
  ProofInstruction,
  ProofKey,
  ProofReport,
  SignedProof,
} from '#domain/dispatch/proof/proofBundle.ts'
import { poolOf } from '../poolOf.ts'
import { demandStorm } from '../rights.ts'
import { people } from '../../registers.ts'
import type { Channel } from '../../types.ts'

/**
 * Everything known of one emergency, signed by this installation: every instruction of its chain with decision, text and
 * hash, each device's attempts and receipts as stored, and the reports those came in as the devices signed them (E-19.6).
 *
 * @param options.chain as a dispatch names it
 * @throws PortalError storm_not_here
 */
export const makeProof = async (options: {
  req: PayloadRequest
  chain: string
  now: Date
}): Promise<SignedProof> => {
  const { req, chain, now } = options
  const pool = poolOf(req)
  const [instructions, deliveries, deviceKeys, reports, since, acts] = await Promise.all([
    readInstructions(req, chain),
    pool.query<{ row: ProofDelivery }>(DELIVERIES, [chain]),
    pool.query<{ row: ProofKey }>(DEVICE_KEYS, [chain]),
    pool.query<{ row: ProofReport }>(REPORTS, [chain]),
    pool.query<{ since: string }>(SINCE),
    pool.query<{ row: Record<string, unknown> }>(ACTS, [chain]),
  ])
  const { rows } = await pool.query<{ name: string }>(
    `select p.name from ${people()} p where p.id = $1::int`,
    [req.user?.id ?? 0],
  )
  const bundle: ProofBundle = {
    v: 2,
    what: 'coloa-emergency-proof',
    madeAt: now.toISOString(),
    madeBy: rows[0]?.name ?? `#${req.user?.id ?? '?'}`,
    chain,
    instructions,
    deliveries: deliveries.rows.map(({ row }) => row),
    deviceKeys: deviceKeys.rows.map(({ row }) => row),
    reports: reports.rows.map(({ row }) => row),
    reportsSince: since.rows[0]?.since ?? null,
    signingChannels: [...SIGNING_CHANNELS],
    acts: acts.rows.map(({ row }) => row),
  }
  const { keyId, publicKey, sign } = await demandStorm().signer()
  const signature = await sign(Buffer.from(proofText(bundle), 'utf8'))
  return { bundle, keyId, publicKey, signature }
}

/** The others cannot sign: what is known of them is what the hub watched or was told by a station. */
const SIGNING_CHANNELS: readonly Channel[] = ['http', 'mqtt', 'pull', 'player']

const readInstructions = async (
  req: PayloadRequest,
  chain: string,
): Promise<ProofInstruction[]> => {
  const { decisionOf, reviewOf } = demandStorm()
  const { rows } = await poolOf(req).query<{ row: Omit<ProofInstruction, 'decision' | 'review'> }>(
    INSTRUCTIONS,
    [chain],
  )
  return Promise.all(
    rows.map(async ({ row }) => ({
      ...row,
      decision: row.release ? await decisionOf(req, row.release) : null,
      review: row.release ? await reviewOf(req, row.release) : null,
    })),
  )
}

const INSTRUCTIONS = `select jsonb_build_object('id', d.id, 'number', d.number, 'kind', d.kind, 'priority', d.priority,
    'issuer', d.issuer, 'snapshot', d.snapshot, 'sha256', d.sha256, 'audience', d.audience, 'createdAt', d.created_at,
    'effectiveAt', d.effective_at, 'expiresAt', d.expires_at, 'reasonCode', d.reason_code, 'isOverride', d.is_override,
    'release', case when r.id is null then null else jsonb_build_object('log', r.log, 'seq', r.seq, 'id', r.id, 'kind', r.kind,
      'body', r.body, 'sha256', r.sha256, 'releasedAt', r.released_at) end) as row
  from dispatch.dispatches d left join release.releases r on r.log = d.log and r.seq = d.seq
  where d.chain = $1 order by d.number`

/** Rows whole, so that whatever is stored of a receipt is part of the proof. */
const DELIVERIES = `select (to_jsonb(l) - array['dispatch_id', 'device_id', 'device_code', 'unit_code', 'lease', 'lease_until', 'next_at'])
    || jsonb_build_object('instruction', l.dispatch_id, 'device', l.device_code, 'unit', l.unit_code,
      'attempts', coalesce((select jsonb_agg(to_jsonb(a) - 'delivery_id' order by a.n)
        from dispatch.attempts a where a.delivery_id = l.id), '[]'),
      'attemptCount', l.attempts,
      'receipts', coalesce((select jsonb_agg(to_jsonb(r) - 'delivery_id' order by r.stored_at, r.kind)
        from dispatch.receipts r where r.delivery_id = l.id), '[]')) as row
  from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
  where d.chain = $1 order by d.number, l.unit_code, l.device_code`

const DEVICE_KEYS = `select jsonb_build_object('device', v.code, 'publicKey', k.public_key, 'madeAt', k.made_at,
    'validUntil', k.valid_until, 'revokedAt', k.revoked_at) as row
  from dispatch.device_keys k join public.devices v on v.id = k.device_id
  where k.device_id in (select l.device_id from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
    where d.chain = $1) order by v.code, k.made_at`

const REPORTS = `select jsonb_build_object('id', p.id, 'device', v.code, 'signed', p.signed,
    'signature', replace(encode(p.signature, 'base64'), E'\\n', ''), 'key', encode(p.key, 'base64'), 'receivedAt', p.received_at) as row
  from dispatch.reports p join public.devices v on v.id = p.device_id
  where p.id in (select r.report_id from dispatch.receipts r join dispatch.deliveries l on l.id = r.delivery_id
    join dispatch.dispatches d on d.id = l.dispatch_id where d.chain = $1) order by p.id`

const SINCE = `select to_json(applied_at) #>> '{}' as since from dispatch.migrations where name = '0019-reports.sql'`

const ACTS = `select to_jsonb(w) - 'id' as row from dispatch.wall_acts w join dispatch.dispatches d on d.id = w.dispatch_id
  where d.chain = $1 order by w.at, w.id`
