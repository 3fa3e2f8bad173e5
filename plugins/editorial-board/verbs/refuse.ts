import type { PayloadRequest } from 'payload'
import type { Actor } from '#domain/board/flow.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError, notWaiting } from '../errors.ts'
import { theOptions } from '../options.ts'
import { capacityAt, standingOn } from '../people/standing.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'
import type { Review } from '../store.ts'
import { castBallot } from './ballots.ts'
import { dayOf } from './dayOf.ts'
import { hashOf } from './hashOf.ts'

/**
 * Refuses publication on a ground of the legal list that is in force that day, with an explanation (P-14.3). Whoever may
 * approve may refuse, at any step.
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
  const { req, submissionId, now } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const day = dayOf(now)
  const ground = theOptions()
    .groundsOn(day)
    .find((one) => one.code === options.ground)
  if (!ground) throw boardError('ground_not_in_force')
  await withTransaction(req, async (sql) => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const standing = await standingOn(req, review.log)
    const capacity = capacityAt(standing, approversOf(review), { ...review, supplier: null })
    if (!capacity) throw boardError('not_a_member')
    if (review.state !== 'submitted') throw await notWaiting(sql, review)
    const sha256 = await hashOf(sql, submissionId)
    const reason = { reasonCode: ground.code, explanation }
    const list = { clause: ground.clause, listOn: day }
    await castBallot(
      req,
      review,
      { standing, capacity },
      { vote: 'refuse', sha256, ...list, ...reason },
    )
    const end = {
      submissionId,
      state: 'refused' as const,
      by: standing.person,
      clause: ground.clause,
      ...reason,
    }
    await closeReview(sql, end)
    await recordEvent(sql, {
      ...review,
      actor: standing.person,
      verb: 'refuse',
      ...capacity,
      ...reason,
    })
  })
}

/** The roles that approve somewhere in the flow of a submission. */
export const approversOf = (review: Review): Actor[] => {
  const steps = review.flow?.steps.filter((step) => step.kind === 'approval') ?? []
  return [...new Set(steps.flatMap((step) => step.actors).concat('head'))]
}
