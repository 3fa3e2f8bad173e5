import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import type { ProposalState } from '../types.ts'
import type { ProposalFilter } from './proposalFilter.ts'
import { PAGE } from './readIncoming.ts'

/** Where something that was sent stands at one site. */
export type SentTo = {
  id: string
  log: string
  state: ProposalState
  answer: string | null
  isEmergency: boolean
}

/** A version of an item with the sites it was sent to. */
export type SentItem = {
  title: string
  originLog: string
  collection: string
  docId: number | null
  sentAt: string
  sites: SentTo[]
}

/** What some sites have sent to others, the newest first; one row for each version of an item, whatever the number of sites. */
export const readSent = async (asked: {
  req: PayloadRequest
  logs: readonly string[]
  filter: ProposalFilter
  page: number
}): Promise<{ items: SentItem[]; total: number }> => {
  const { req, logs, filter, page } = asked
  if (logs.length === 0) return { items: [], total: 0 }
  const sql = await sqlOf(req)
  const { rows } = await sql.query<SentItem & { total: number }>(
    `select max(p.title) as title, p.origin_log as "originLog", p.collection, p.origin_doc_id as "docId",
       to_json(min(p.offered_at)) #>> '{}' as "sentAt", ${sites}, (count(*) over ())::int as total
     from cross_posting.proposals p
     where p.origin_log = any ($1::text[]) and ($2::text is null or position(lower($2) in lower(p.title)) > 0)
     group by p.origin_log, p.collection, p.origin_doc_id, p.origin_seq, p.sha256
     having bool_or(($3::text is null or p.state = $3) and ($4::text is null or p.log = $4))
     order by max(p.offered_at) desc, max(p.id::text) limit ${PAGE} offset $5::int`,
    [
      `{${logs.join()}}`,
      filter.text ?? null,
      filter.state ?? null,
      filter.site ?? null,
      (page - 1) * PAGE,
    ],
  )
  return { items: rows, total: rows[0]?.total ?? 0 }
}

/** Where one document was sent: the newest proposal to each site, what needs a look first. */
export const readSentOf = async (
  sql: Sql,
  of: { log: string; collection: string; docId: number },
): Promise<SentTo[]> => {
  const { rows } = await sql.query<{ sites: SentTo[] | null }>(
    `select ${sites} from (select distinct on (log) * from cross_posting.proposals
       where origin_log = $1 and collection = $2 and origin_doc_id = $3::int order by log, offered_at desc) p`,
    [of.log, of.collection, of.docId],
  )
  return rows[0]?.sites ?? []
}

const sites = `json_agg(json_build_object('id', p.id, 'log', p.log, 'state', p.state, 'answer', p.answer,
  'isEmergency', p.is_emergency) order by array_position(array['returned', 'proposed', 'under_review', 'accepted'], p.state), p.log)
  as sites`
