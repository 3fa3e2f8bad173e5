import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError, notWaiting } from '../errors.ts'
import { demandRole, submitters } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'

/**
 * Whoever submitted takes the submission back before it is decided.
 *
 * @throws PortalError submission_missing, not_a_member (also for somebody else's submission), not_waiting
 */
export const recall = async (options: {
  req: PayloadRequest
  submissionId: string
}): Promise<void> => {
  const { req, submissionId } = options
  await withTransaction(req, async (sql) => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user, role } = await demandRole(req, review.log, submitters)
    if (review.submittedBy !== user) throw boardError('not_a_member')
    if (!(await closeReview(sql, { submissionId, state: 'recalled', by: user })))
      throw await notWaiting(sql, review)
    await recordEvent(sql, {
      ...review,
      actor: user,
      verb: 'recall',
      role,
      reasonCode: null,
      explanation: null,
    })
  })
}
