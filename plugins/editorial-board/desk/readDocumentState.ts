import type { PayloadRequest } from 'payload'
import { isReleased, snapshotNow } from '#plugins/release-log/index.ts'
import type { TimeLeft } from '#domain/sla/dueWords.ts'
import { shortCitation } from '#domain/text/citation.ts'
import { sqlOf } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { reasonText } from '#domain/text/reasonText.ts'
import { reviewsOf } from '../store.ts'
import type { Review } from '../store.ts'
import { issuers } from '../rights.ts'
import { dayOf } from '../verbs/dayOf.ts'
import { wordings, wordingsIn } from '../wordings.ts'
import type { WordedAct } from '../wordings.ts'
import { holdOn } from '../verbs/placeHold.ts'
import { shownOf } from '../verbs/shownOf.ts'
import { boardsOf } from './boardsOf.ts'
import { parkedOf } from './decidedReviews.ts'
import type { Parked } from './decidedReviews.ts'
import { timeLeft } from './timeLeft.ts'

/** Where a document stands and what the signed-in person may do with it; times are ISO 8601. */
export type DocumentState = {
  /** The newest submission. */
  review: Review | null
  /** Time left at the step it waits at. */
  left: TimeLeft | null
  release: { seq: number; kind: string; releasedAt: string; decidedByName: string | null } | null
  /** What its newest submission is parked for once it is decided. */
  parked: Parked | null
  /** The legal hold that stands on it. */
  hold: { reason: string; document: string } | null
  /** It went out by the emergency lane and waits for another person's review. */
  emergency: { decisionId: string; dueAt: string; left: TimeLeft; mayReview: boolean } | null
  /** The draft differs from the newest submission. */
  isChangedSinceSubmission: boolean
  /** The draft differs from what the public reads. */
  isChangedSinceRelease: boolean
  /** Reasons of the list in force for the emergency lane, in the language of the request. */
  reasons: readonly (readonly [code: string, text: string])[]
  /** Whether the emergency lane and withdrawals ask for a code of the second factor. */
  isCodeNeeded: boolean
  wordings: Readonly<Record<WordedAct, readonly string[]>>
  may: {
    submit: boolean
    recall: boolean
    decide: boolean
    withdraw: boolean
    issue: boolean
    hold: boolean
    cancel: boolean
  }
}

/**
 * The state panel's data.
 *
 * @throws PortalError not_a_member when the document belongs to a board whose desk the person may not see
 */
export const readDocumentState = async (options: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<DocumentState> => {
  const { req, collection, id } = options
  const now = await snapshotNow(options)
  const shown = shownOf(collection, now.body)
  const { log } = JSON.parse(now.body) as { log: string }
  const board = (await boardsOf(req)).find((one) => one.logs.includes(log))
  if (!board) throw boardError('not_a_member')
  const sql = await sqlOf(req)
  const [review = null] = await reviewsOf(sql, { collection, docId: id })
  const live = await isReleased({ req, collection, id })
  const { rows } = await sql.query<NonNullable<DocumentState['release']>>(
    `select r.seq::float8 as seq, r.kind, to_json(r.released_at) #>> '{}' as "releasedAt", u.name as "decidedByName"
     from release.releases r join release.decisions d on d.id = r.decision_id left join editorial.accounts u on u.person = d.decided_by
     where r.collection = $1 and r.doc_id = $2::int order by r.released_at desc, r.seq desc limit 1`,
    [collection, id],
  )
  const submitted = await sql.query<{ sha256: string }>(
    'select sha256 from release.submissions where id = $1::uuid',
    [review?.submissionId ?? null],
  )
  const isChangedSinceRelease = live?.sha256 !== now.sha256
  const isWaiting = review?.state === 'submitted'
  const isOnItsWay = isWaiting || review?.state === 'decided'
  const isChangedSinceSubmission = review !== null && submitted.rows[0]?.sha256 !== now.sha256
  const isDecider = board.roles.includes('head') || board.isActing
  return {
    review,
    left: isWaiting ? timeLeft(review.stepDueAt, new Date()) : null,
    release: rows[0] ?? null,
    parked:
      review?.state === 'decided'
        ? ((await parkedOf(sql, [review.submissionId])).get(review.submissionId) ?? null)
        : null,
    hold: await holdOn(sql, collection, id),
    emergency: await openEmergency(req, { collection, id }, board.roles),
    isChangedSinceSubmission,
    isChangedSinceRelease,
    reasons: theOptions()
      .emergencyReasonsOn(dayOf(new Date()))
      .map((one) => [one.code, reasonText(one, req.i18n.language, shortCitation)]),
    isCodeNeeded: theOptions().isEmergencyCodeNeeded?.(collection) ?? false,
    wordings: wordingsIn(theOptions().wordings ?? wordings, req.i18n.language),
    may: {
      submit:
        board.roles.length > 0 &&
        isChangedSinceRelease &&
        (!isOnItsWay || isChangedSinceSubmission),
      recall: isWaiting && review.submittedBy === req.user?.id,
      decide: isWaiting && (isDecider || board.roles.some((role) => review.actors.includes(role))),
      withdraw: live !== null && isDecider,
      issue:
        issuers.some((role) => board.roles.includes(role)) &&
        (theOptions().isEmergency?.(collection, shown.document) ?? true),
      hold: isDecider,
      cancel: isDecider && review?.state === 'decided',
    },
  }
}

const openEmergency = async (
  req: PayloadRequest,
  of: { collection: string; id: number },
  roles: readonly string[],
): Promise<DocumentState['emergency']> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ decisionId: string; dueAt: string; issuedBy: number }>(
    `select decision_id as "decisionId", to_json(due_at) #>> '{}' as "dueAt", issued_by as "issuedBy"
     from editorial.after_reviews where collection = $1 and doc_id = $2::int and reviewed_by is null
     order by issued_at desc limit 1`,
    [of.collection, of.id],
  )
  const [found] = rows
  if (!found) return null
  const mayReview = found.issuedBy !== req.user?.id && issuers.some((role) => roles.includes(role))
  const { decisionId, dueAt } = found
  return { decisionId, dueAt, left: timeLeft(dueAt, new Date()), mayReview }
}
