import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { demandReader } from '../rights.ts'
import { findSite } from '../sites.ts'
import type { Proposal, ProposalState } from '../types.ts'
import { proposalColumns, proposalTables } from './store.ts'

/** A page of proposals, newest first, and how many there are in each state. */
export type ProposalPage = {
  items: Proposal[]
  total: number
  counts: Partial<Record<ProposalState, number>>
}

type Asked = {
  req: PayloadRequest
  log: string
  /** @default all */
  states?: readonly ProposalState[]
  /** @default 50, at most 200 */
  limit?: number
  /** Rows to leave out before the first. @default 0 */
  offset?: number
}

/**
 * What was offered to a site, what is urgent first.
 *
 * @throws PortalError not_on_board
 */
export const readInbox = (asked: Asked): Promise<ProposalPage> => readPage(asked, 'p.log')

/**
 * What a site has offered to others, and what became of it.
 *
 * @throws PortalError not_on_board
 */
export const readOutbox = (asked: Asked): Promise<ProposalPage> => readPage(asked, 'p.origin_log')

const readPage = async (asked: Asked, column: 'p.log' | 'p.origin_log'): Promise<ProposalPage> => {
  const { req, log, states, limit = 50, offset = 0 } = asked
  const sql = await sqlOf(req)
  const site = await findSite(sql, log)
  if (!site) throw crossPostingError('not_on_board')
  await demandReader(req, site)
  const { rows: counted } = await sql.query<{ state: ProposalState; n: number }>(
    `select p.state, count(*)::int as n from cross_posting.proposals p where ${column} = $1 group by p.state`,
    [log],
  )
  const counts = Object.fromEntries(counted.map(({ state, n }) => [state, n]))
  const { rows } = await sql.query<Proposal>(
    `select ${proposalColumns} from ${proposalTables}
     where ${column} = $1 and ($2::text[] is null or p.state = any ($2::text[]))
     order by p.state = 'proposed' and p.is_emergency desc, p.offered_at desc, p.id limit $3::int offset $4::int`,
    [
      log,
      states ? `{${states.join(',')}}` : null,
      Math.min(Math.max(limit, 1), 200),
      Math.max(offset, 0),
    ],
  )
  const wanted = states ?? (Object.keys(counts) as ProposalState[])
  return {
    items: rows,
    total: wanted.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    counts,
  }
}
