import type { PayloadRequest } from 'payload'
import { isReleased, snapshotNow } from '#plugins/release-log/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { capacityAt, standingOn } from '../people/standing.ts'
import { ballotsOf } from '../verbs/ballots.ts'
import type { Ballot } from '../verbs/ballots.ts'
import { isOwnWork } from '../verbs/demandFourEyes.ts'
import { dayOf } from '../verbs/dayOf.ts'
import { holdOn } from '../verbs/placeHold.ts'
import { eventsOf, findReview } from '../store.ts'
import type { Review, ReviewEvent } from '../store.ts'
import { boardsOf } from './boardsOf.ts'
import type { Board } from './boardsOf.ts'
import { compareBodies } from './compareBodies.ts'
import type { ComparedPart } from './compareBodies.ts'

/** A submission as a board reads it. */
export type DeskItem = {
  review: Review
  board: Board
  /** Language by language, in the order of the form. */
  parts: ComparedPart[]
  /** When the public has an earlier version: its release time. */
  releasedAt: string | null
  /** The public had it once and does not have it now. */
  isWithdrawn: boolean
  isChangedSince: boolean
  /** The rule of four eyes keeps this person from voting. */
  isOwn: boolean
  /** May vote at the step it waits at. */
  mayDecide: boolean
  /** Her vote, with those cast, would complete the flow: the board has then decided. */
  isDeciding: boolean
  /** Acts for the absent head under a mandate. */
  isActing: boolean
  ballots: Ballot[]
  hold: { reason: string; document: string } | null
  mayReturn: boolean
  events: ReviewEvent[]
  /** Legal grounds of refusal in force today. */
  grounds: { code: string; clause: string; label: { vi: string; en: string } }[]
}

type Bodies = {
  submitted: string
  sha256: string
  live: string | null
  releasedAt: string | null
  wasPublic: boolean
}

/**
 * The submission with everything a decision needs; null when there is none or when it belongs to a board whose desk the
 * signed-in person may not see.
 */
export const readDeskItem = async (
  req: PayloadRequest,
  submissionId: string,
  now: Date,
): Promise<DeskItem | null> => {
  const sql = await sqlOf(req)
  const review = await findReview(sql, submissionId)
  const board = review && (await boardsOf(req)).find((one) => one.logs.includes(review.log))
  if (!board) return null
  const { rows } = await sql.query<Bodies>(
    `select s.body as submitted, s.sha256, r.body as live, to_json(r.released_at) #>> '{}' as "releasedAt",
       exists (select from release.releases e where e.collection = s.collection and e.doc_id = s.doc_id
         and e.decision_id is distinct from $2::uuid) as "wasPublic"
     from release.submissions s left join lateral (
       select body, released_at from release.releases where collection = s.collection and doc_id = s.doc_id
         and decision_id is distinct from $2::uuid order by released_at desc, seq desc limit 1) r on r.body is not null
     where s.id = $1::uuid`,
    [submissionId, review.decisionId],
  )
  const [bodies] = rows
  if (!bodies) return null
  const target = { req, collection: review.collection, id: review.docId }
  const isWaiting = review.state === 'submitted'
  const standing =
    board.roles.length > 0 || board.isActing ? await standingOn(req, review.log) : null
  const step = review.flow?.steps[review.step]
  const capacity = standing && capacityAt(standing, step?.actors ?? ['head'], review)
  const isOwn = standing !== null && (await isOwnWork(sql, review, step, standing))
  const ballots = await ballotsOf(sql, review)
  const hasVoted = ballots.some((one) => one.step === review.step && one.person === req.user?.id)
  const isLast = !review.flow || review.step === review.flow.steps.length - 1
  const given = ballots.filter((one) => one.step === review.step && one.vote === 'approve').length
  const isPublic = bodies.live !== null && (await isReleased(target)) !== null
  return {
    review,
    board,
    parts: await compareBodies({
      req,
      collection: review.collection,
      submitted: bodies.submitted,
      live: isPublic ? bodies.live : null,
    }),
    releasedAt: isPublic ? bodies.releasedAt : null,
    isWithdrawn: bodies.wasPublic && !isPublic,
    isChangedSince: isWaiting && (await snapshotNow(target)).sha256 !== bodies.sha256,
    isOwn,
    mayDecide: isWaiting && capacity !== null && !isOwn && !hasVoted,
    isDeciding: isLast && given + 1 >= (step?.quorum ?? 1),
    isActing: capacity?.role === 'acting',
    ballots,
    hold: await holdOn(sql, review.collection, review.docId),
    mayReturn: isWaiting && board.roles.some((role) => role !== 'collaborator'),
    events: await eventsOf(sql, { collection: review.collection, docId: review.docId }),
    grounds: [...theOptions().groundsOn(dayOf(now))],
  }
}
