import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { proposalColumns, proposalTables } from '../proposals/store.ts'
import type { Proposal, ProposalState } from '../types.ts'
import type { ProposalFilter } from './proposalFilter.ts'

/** Rows of a page. */
export const PAGE = 50

/** What is on its way, and what has come to an end. */
export const statesOf: Readonly<Record<'incoming' | 'settled', readonly ProposalState[]>> = {
  incoming: ['proposed', 'under_review'],
  settled: ['accepted', 'returned', 'withdrawn', 'superseded', 'dismissed'],
}

/**
 * What was offered to some sites: of what is on its way the urgent first, then what nobody has taken up, the longest waiting
 * before the rest; of what is settled the newest first.
 *
 * @param asked.page from 1
 */
export const readIncoming = async (asked: {
  req: PayloadRequest
  logs: readonly string[]
  tab: 'incoming' | 'settled'
  filter: ProposalFilter
  page: number
  limit?: number
}): Promise<{ items: Proposal[]; total: number }> => {
  const { req, logs, tab, filter, page, limit = PAGE } = asked
  const states = statesOf[tab].filter((one) => !filter.state || one === filter.state)
  if (logs.length === 0 || states.length === 0) return { items: [], total: 0 }
  const sql = await sqlOf(req)
  const order =
    tab === 'incoming'
      ? `p.is_emergency desc, p.state, p.offered_at, p.id`
      : `p.settled_at desc nulls last, p.id`
  const { rows } = await sql.query<Proposal & { total: number }>(
    `select ${proposalColumns}, (count(*) over ())::int as total from ${proposalTables}
     where p.log = any ($1::text[]) and p.state = any ($2::text[]) and ($3::text is null or p.reason = $3)
       and ($4::text is null or p.origin_log = $4) and ($5::text is null or position(lower($5) in lower(p.title)) > 0)
     order by ${order} limit $6::int offset $7::int`,
    [
      `{${logs.join()}}`,
      `{${states.join()}}`,
      filter.reason ?? null,
      filter.site ?? null,
      filter.text ?? null,
      limit,
      (page - 1) * limit,
    ],
  )
  return { items: rows, total: rows[0]?.total ?? 0 }
}
