import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { demandHandler } from '../rights.ts'
import { demandReceiver } from '../sites.ts'
import { demandProposal, settle } from './store.ts'
import { tellSettled } from './tellSettled.ts'

/**
 * The receiving board sends something back from its inbox, with the reason that the other side reads. What is on the desk is
 * returned or refused there.
 *
 * @throws PortalError reason_required, proposal_missing, people_only, not_on_board, under_review, not_open
 */
export const returnProposal = async (options: {
  req: PayloadRequest
  proposalId: string
  reason: string
}): Promise<void> => end({ ...options, state: 'returned' })

/**
 * The receiving board keeps what it shows: an update of something it has copied or adapted is set aside. The next one is
 * offered again.
 *
 * @throws PortalError proposal_missing, people_only, not_on_board, not_a_copy, under_review, not_open
 */
export const dismissUpdate = async (options: {
  req: PayloadRequest
  proposalId: string
  reason?: string
}): Promise<void> => end({ ...options, reason: options.reason ?? '', state: 'dismissed' })

const end = async (options: {
  req: PayloadRequest
  proposalId: string
  reason: string
  state: 'returned' | 'dismissed'
}) => {
  const { req, proposalId: id, state } = options
  const answer = options.reason.trim() || null
  if (state === 'returned' && answer === null) throw crossPostingError('reason_required')
  await withTransaction(req, async (sql) => {
    const proposal = await demandProposal(sql, id)
    const by = await demandHandler(req, await demandReceiver(sql, proposal.log))
    if (state === 'dismissed' && proposal.copyDocId === null) throw crossPostingError('not_a_copy')
    if (await settle(sql, { id, from: ['proposed'], state, by, answer })) {
      await tellSettled(sql, id)
      return
    }
    const now = (await demandProposal(sql, id)).state
    throw crossPostingError(now === 'under_review' ? 'under_review' : 'not_open', { state: now })
  })
}
