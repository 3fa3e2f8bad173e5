import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { deciders, demandRole } from '../rights.ts'
import { closeReview, findReview, recordEvent } from '../store.ts'

/**
 * Refuses publication on a ground of the legal list that is in force that day, with an explanation (P-14.3).
 *
 * @throws PortalError reason_required, ground_not_in_force, submission_missing, not_a_member, not_waiting
 */
export const refuse = async (options: {
  req: PayloadRequest
  submissionId: string
  ground: string
  explanation: string
  now: Date
}): Promise<void> => {
  const { req, submissionId, ground, now } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now)
  if (
    !theOptions()
      .groundsOn(day)
      .some((one) => one.code === ground)
  )
    throw boardError('ground_not_in_force')
  await withTransaction(req, async (sql) => {
    const review = await findReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user } = await demandRole(req, review.log, deciders)
    const end = {
      submissionId,
      state: 'refused' as const,
      by: user,
      reasonCode: ground,
      explanation,
    }
    if (!(await closeReview(sql, end))) throw boardError('not_waiting')
    await recordEvent(sql, {
      submissionId,
      collection: review.collection,
      docId: review.docId,
      actor: user,
      verb: 'refuse',
      reasonCode: ground,
      explanation,
    })
  })
}
