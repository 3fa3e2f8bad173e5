import type { PayloadRequest } from 'payload'
import { isReleased } from '#plugins/release-log/index.ts'
import type { Sql } from '#kit/transaction.ts'
import { bundleIfComplete } from '../bundle/bundleIfComplete.ts'
import { boardError } from '../errors.ts'
import type { Capacity, Standing } from '../people/standing.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview } from '../store.ts'
import type { Review } from '../store.ts'
import type { Approved } from './approve.ts'
import { ballotsOf } from './ballots.ts'
import { recordBoardDecision } from './recordBoardDecision.ts'
import { releaseDecided } from './releaseDecided.ts'

/** The flow is through: records the board's decision and carries it out, or parks it for its time or its bundle. */
export const decide = async (options: {
  req: PayloadRequest
  sql: Sql
  review: Review
  voter: { standing: Standing; capacity: Capacity }
  sha256: string
  isCorrection?: boolean
  explanation: string
  publishAt?: string
  now: Date
}): Promise<Approved> => {
  const { req, sql, review, voter, sha256, explanation, publishAt } = options
  const live = await isReleased({ req, collection: review.collection, id: review.docId })
  const ballots = (await ballotsOf(sql, review)).map((one) => one.id)
  const decision = await recordBoardDecision(
    req,
    { ...voter, board: review.board, ballots, review, category: review.category },
    {
      submissionId: review.submissionId,
      log: review.log,
      collection: review.collection,
      docId: review.docId,
      kind: live ? (options.isCorrection ? 'correct' : 'update') : 'publish',
      sha256,
      ...(explanation === '' ? {} : { explanation }),
      ...(publishAt === undefined ? {} : { publishAt: new Date(publishAt).toISOString() }),
      ...(review.bundleId === null ? {} : { bundleId: review.bundleId }),
    },
  )
  const isParked = publishAt !== undefined || review.bundleId !== null
  const end = {
    submissionId: review.submissionId,
    state: isParked ? ('decided' as const) : ('approved' as const),
    by: voter.standing.person,
    decisionId: decision.id,
    explanation,
  }
  if (!(await closeReview(sql, end))) throw boardError('not_waiting')
  await recordEvent(sql, {
    ...review,
    actor: voter.standing.person,
    verb: isParked ? 'decide' : 'approve',
    ...voter.capacity,
    reasonCode: null,
    explanation: explanation || null,
  })
  const due = isParked
    ? await bundleIfComplete(sql, review)
    : [{ ...review, decisionId: decision.id }]
  if (due.length === 0) return { outcome: 'decided', decisionId: decision.id }
  const releases = await releaseDecided(req, sql, due, options.now)
  const [release] = releases.filter((one) => one.docId === review.docId && one.log === review.log)
  if (!release) return { outcome: 'decided', decisionId: decision.id }
  return { outcome: 'released', decisionId: decision.id, release, releases }
}
