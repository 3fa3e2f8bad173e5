import type { PayloadRequest } from 'payload'
import { confirmReleased, snapshotNow } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { isStepDone, stepFrom } from '#domain/board/flow.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError, notWaiting } from '../errors.ts'
import { capacityAt, standingOn } from '../people/standing.ts'
import type { Capacity, Standing } from '../people/standing.ts'
import { recordEvent } from '../reviewEvents.ts'
import { advanceReview, lockReview } from '../store.ts'
import type { Review } from '../store.ts'
import { ballotsOf, castBallot } from './ballots.ts'
import { decide } from './decide.ts'
import { demandFourEyes } from './demandFourEyes.ts'
import { demandReleasable } from './demandReleasable.ts'
import { hashOf } from './hashOf.ts'
import { stepDueAt } from './stepDueAt.ts'

/** What became of an approving voice. */
export type Approved =
  /** More voices are needed, at this step or the next. */
  | { outcome: 'waiting'; step: number }
  /** Decided; carried out at its time or with its bundle. */
  | { outcome: 'decided'; decisionId: string }
  /** Public now. */
  | { outcome: 'released'; decisionId: string; release: Release; releases: Release[] }

/**
 * A voice for exactly what was submitted. When it completes the last step of the flow, the board has decided and, unless a
 * later time was set or a bundle waits for others, the item is public when this returns.
 *
 * @param options.isCorrection readers are told of a correction, with `explanation` as its note
 * @param options.publishAt ISO time in the future; counts with the deciding voice
 * @throws PortalError submission_missing, not_a_member, own_work, changed_since, not_waiting, already_voted, reason_required
 *   (a correction without a note), bad_time; those of demandRelease and release()
 */
export const approve = async (options: {
  req: PayloadRequest
  submissionId: string
  isCorrection?: boolean
  explanation?: string
  publishAt?: string
  now: Date
}): Promise<Approved> => {
  const { req, submissionId, now } = options
  const explanation = options.explanation?.trim() ?? ''
  if (options.isCorrection && explanation === '') throw boardError('reason_required')
  if (options.publishAt !== undefined && !(Date.parse(options.publishAt) > now.getTime()))
    throw boardError('bad_time')
  const done = await withTransaction(req, async (sql): Promise<Approved> => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const standing = await standingOn(req, review.log)
    const step = review.flow?.steps[review.step]
    const capacity = capacityAt(standing, step?.actors ?? ['head'], review)
    if (!capacity) throw boardError('not_a_member')
    if (review.state !== 'submitted') throw await notWaiting(sql, review)
    await demandFourEyes(sql, review, step, standing)
    const { sha256, body } = await demandUnchanged(req, sql, review)
    await demandReleasable(req, { review, body, at: new Date(options.publishAt ?? now) })
    const voter = { standing, capacity }
    await castBallot(req, review, voter, { vote: 'approve', sha256, ...asKey(explanation) })
    const next = await nextStep(sql, review)
    if (next !== null) return advance(sql, review, next, voter, { explanation, now })
    return decide({ ...options, explanation, sql, review, voter, sha256 })
  })
  if (done.outcome === 'released')
    for (const release of done.releases) await confirmReleased({ req, release })
  return done
}

/** @returns the submission, which is the draft as it stands */
const demandUnchanged = async (req: PayloadRequest, sql: Sql, review: Review) => {
  const sha256 = await hashOf(sql, review.submissionId)
  const now = await snapshotNow({ req, collection: review.collection, id: review.docId })
  if (now.sha256 !== sha256) throw boardError('changed_since')
  return now
}

/** Null when the flow is through. */
const nextStep = async (sql: Sql, review: Review): Promise<number | null> => {
  if (!review.flow) return null
  const voices = (await ballotsOf(sql, review)).filter((one) => one.vote === 'approve')
  if (!isStepDone(review.flow, review.step, voices)) return review.step
  const isEditedByOthers = review.contributors.some((one) => one !== review.supplier)
  return stepFrom(review.flow, review.step + 1, { isEditedByOthers })
}

const advance = async (
  sql: Sql,
  review: Review,
  next: number,
  { standing, capacity }: { standing: Standing; capacity: Capacity },
  { explanation, now }: { explanation: string; now: Date },
): Promise<Approved> => {
  if (next !== review.step && review.flow) {
    const due = stepDueAt(review.flow, next, review.priority, now)
    const actors = review.flow.steps[next]?.actors ?? []
    await advanceReview(sql, { ...review, step: next, actors, stepDueAt: due })
  }
  await recordEvent(sql, {
    ...review,
    actor: standing.person,
    verb: 'advance',
    ...capacity,
    reasonCode: null,
    explanation: explanation || null,
  })
  return { outcome: 'waiting', step: next }
}

const asKey = (explanation: string) => (explanation === '' ? {} : { explanation })
