import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { demandRole, submitters } from '../rights.ts'
import { closeReview, findReview, recordEvent } from '../store.ts'

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
    const review = await findReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user } = await demandRole(req, review.log, submitters)
    if (review.submittedBy !== user) throw boardError('not_a_member')
    if (!(await closeReview(sql, { submissionId, state: 'recalled', by: user })))
      throw boardError('not_waiting')
    await recordEvent(sql, {
      submissionId,
      collection: review.collection,
      docId: review.docId,
      actor: user,
      verb: 'recall',
    })
  })
}
