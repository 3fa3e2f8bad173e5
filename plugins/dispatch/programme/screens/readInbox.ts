import type { ClientBase } from 'pg'
import { bulletinOf } from '../../bulletin.ts'
import { spokenOf } from '../../forms/content/spokenOf.ts'
import { sites } from '../../registers.ts'
import type { Offer } from '../verbs/verb.ts'
import { speechOfOffers } from './speechOfOffers.ts'

/** A part of the inbox. */
export const inboxTabs = ['waiting', 'accepted', 'declined', 'ended'] as const

/** A part of the inbox. */
export type InboxTab = (typeof inboxTabs)[number]

/** An offer as the inbox shows it. Times are ISO 8601. */
export type InboxItem = {
  id: string
  title: string
  text: string
  spokenText: string
  /** The recording, else the speech that was made; null while there is neither. */
  audioUrl: string | null
  issuer: string
  priority: 'priority' | 'normal'
  isOwn: boolean
  state: Offer['state']
  version: number
  seconds: number
  proposedAt: string | null
  expiresAt: string | null
  madeAt: string
  renewedAt: string | null
  /** Why it was declined. */
  reason: string | null
  /** Coming airings. */
  airings: { at: string; medium: 'radio' | 'board'; state: string }[]
}

const states: Record<InboxTab, string[]> = {
  waiting: ['offered'],
  accepted: ['accepted'],
  declined: ['declined'],
  ended: ['withdrawn', 'expired'],
}
const LIMIT = 100

/** The offers of one part, those with a due or proposed time first. */
export const readInbox = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; tab: InboxTab },
): Promise<InboxItem[]> => {
  const { rows } = await client.query<
    Omit<InboxItem, 'text' | 'spokenText' | 'audioUrl'> & { body: string | null }
  >(
    `select o.id, o.title, r.body, coalesce(s.name, o.log) as issuer, o.priority, o.is_own as "isOwn", o.state, o.version, o.seconds,
       ${iso('o.proposed_at')} as "proposedAt", ${iso('o.expires_at')} as "expiresAt", ${iso('o.made_at')} as "madeAt",
       (select ${iso('max(e.at)')} from dispatch.offer_events e where e.offer_id = o.id and e.event = 'renewed') as "renewedAt",
       (select e.reason from dispatch.offer_events e where e.offer_id = o.id and e.event = 'declined' order by e.at desc limit 1) as reason,
       coalesce((select json_agg(json_build_object('at', ${iso('a.starts_at')}, 'medium', a.medium, 'state', a.state) order by a.starts_at)
         from dispatch.airings a where a.offer_id = o.id and a.state in ('planned', 'undecided', 'sent')), '[]'::json) as airings
     from dispatch.offers o
       left join release.releases r on r.log = o.log and r.seq = o.seq
       left join ${sites()} s on s.code = o.log
     where o.unit_code = $1 and o.state = any($2::text[])
     order by (o.priority = 'priority') desc, o.proposed_at nulls last, o.expires_at nulls last, o.made_at desc limit ${LIMIT}`,
    [of.unitCode, states[of.tab]],
  )
  const bulletins = rows.map(({ body }) => (body ? bulletinOf(body) : null))
  const speech = await speechOfOffers(client, bulletins)
  return rows.map(({ body: _body, ...row }, at) => {
    const bulletin = bulletins[at]
    return {
      ...row,
      text: bulletin?.text ?? '',
      spokenText: bulletin ? spokenOf(bulletin) : '',
      audioUrl: bulletin?.audio?.url ?? speech[at] ?? null,
    }
  })
}

/** How many wait in each part, and open clashes. */
export const countInbox = async (
  client: Pick<ClientBase, 'query'>,
  unitCode: string,
): Promise<Record<InboxTab | 'clashes', number>> => {
  const { rows } = await client.query<Record<InboxTab | 'clashes', number>>(
    `select (count(*) filter (where state = 'offered'))::int as waiting, (count(*) filter (where state = 'accepted'))::int as accepted,
       (count(*) filter (where state = 'declined'))::int as declined,
       (count(*) filter (where state in ('withdrawn', 'expired')))::int as ended,
       (select count(*)::int from dispatch.clashes where unit_code = $1 and decided_at is null) as clashes
     from dispatch.offers where unit_code = $1`,
    [unitCode],
  )
  return rows[0] ?? { waiting: 0, accepted: 0, declined: 0, ended: 0, clashes: 0 }
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
