import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { demandRole } from '../rights.ts'
import { closeReview, findReview, recordEvent } from '../store.ts'

/**
 * Sends a submission back to its supplier with what is to be clarified (P-14.1.2).
 *
 * @throws PortalError reason_required, submission_missing, not_a_member, not_waiting
 */
export const returnForClarification = async (options: {
  req: PayloadRequest
  submissionId: string
  explanation: string
}): Promise<void> => {
  const { req, submissionId } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const review = await findReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user } = await demandRole(req, review.log, ['head', 'deputy', 'member', 'editor'])
    if (!(await closeReview(sql, { submissionId, state: 'returned', by: user, explanation }))) {
      throw boardError('not_waiting')
    }
    await recordEvent(sql, {
      submissionId,
      collection: review.collection,
      docId: review.docId,
      actor: user,
      verb: 'return',
      explanation,
    })
  })
}
