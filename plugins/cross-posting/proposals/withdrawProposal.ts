import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { demandHandler } from '../rights.ts'
import { findSite } from '../sites.ts'
import { demandProposal, settle } from './store.ts'
import { tellSettled } from './tellSettled.ts'

/**
 * The side that offered something takes it back: from the inbox, or off the desk where it waits. What the other board has
 * made public meanwhile stays its own.
 *
 * @throws PortalError proposal_missing, people_only, not_on_board, not_open
 */
export const withdrawProposal = async (options: {
  req: PayloadRequest
  proposalId: string
  reason?: string
}): Promise<void> => {
  const { req, proposalId } = options
  const answer = options.reason?.trim() || null
  await withTransaction(req, async (sql) => {
    const proposal = await demandProposal(sql, proposalId)
    const site = await findSite(sql, proposal.originLog)
    if (!site) throw crossPostingError('proposal_missing')
    const by = await demandHandler(req, site)
    await takeBack({ req, sql, proposal, by, answer })
  })
}

/** Takes an open proposal back. @throws PortalError not_open */
export const takeBack = async (options: {
  req: PayloadRequest
  sql: Parameters<typeof settle>[0]
  proposal: Awaited<ReturnType<typeof demandProposal>>
  by: number | null
  answer: string | null
}): Promise<void> => {
  const { req, sql, proposal, by, answer } = options
  // The desk first, as a board does that approves at this moment: neither waits for the other.
  if (proposal.state === 'under_review' && proposal.docId !== null) {
    await theOptions().board.recallIncoming({
      req,
      collection: proposal.collection,
      id: proposal.docId,
      explanation: answer ?? '',
    })
  }
  const { id, state } = proposal
  // Only from where it was seen: what is taken in at this moment has to be taken off the desk, too.
  const from = state === 'under_review' ? ([state] as const) : (['proposed'] as const)
  if (await settle(sql, { id, from, state: 'withdrawn', by, answer })) {
    await tellSettled(sql, id)
    return
  }
  const now = await demandProposal(sql, id)
  const hasMoved = now.state !== state && ['proposed', 'under_review'].includes(now.state)
  if (!hasMoved) throw crossPostingError('not_open', { state: now.state })
  await takeBack({ ...options, proposal: now })
}
