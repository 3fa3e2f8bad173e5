import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError, notWaiting } from '../errors.ts'
import { theOptions } from '../options.ts'
import { demandRole, returners } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'
import { castBallot } from './ballots.ts'
import { hashOf } from './hashOf.ts'

/**
 * Sends a submission back with what is to be clarified (P-14.1.2): to its supplier, or to a named person or unit, with a
 * clock that everybody sees.
 *
 * @param options.unit name of the unit that is to clarify
 * @throws PortalError reason_required, submission_missing, not_a_member, not_waiting, already_voted
 */
export const returnForClarification = async (options: {
  req: PayloadRequest
  submissionId: string
  explanation: string
  person?: number
  unit?: string
  now: Date
}): Promise<void> => {
  const { req, submissionId, now } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user, role, standing } = await demandRole(req, review.log, returners)
    if (review.state !== 'submitted') throw await notWaiting(sql, review)
    const { clarifyHours = 16, dueAt } = theOptions()
    const unit = options.unit?.trim()
    const returnTo = {
      person: options.person ?? review.submittedBy,
      ...(unit ? { unit } : {}),
      dueAt: dueAt(now, clarifyHours).toISOString(),
    }
    const vote = { vote: 'return' as const, sha256: await hashOf(sql, submissionId), explanation }
    await castBallot(req, review, { standing, capacity: { role } }, vote)
    await closeReview(sql, { submissionId, state: 'returned', by: user, explanation, returnTo })
    await recordEvent(sql, {
      ...review,
      actor: user,
      verb: 'return',
      role,
      reasonCode: null,
      explanation,
    })
  })
}
