import type { PayloadRequest } from 'payload'
import { isReleased } from '#plugins/release-log/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { dayOf } from '../verbs/dayOf.ts'
import { findReview } from '../store.ts'
import type { Review } from '../store.ts'
import { clarifiersOf } from './clarifiersOf.ts'
import type { Clarifier } from './clarifiersOf.ts'
import { eventsOf } from './eventsOf.ts'
import type { ReviewEvent } from './eventsOf.ts'
import { parkedOf } from './decidedReviews.ts'
import { readStanding } from './readStanding.ts'
import type { ItemStanding } from './readStanding.ts'
import { waitsFor } from './waitsFor.ts'
import type { WaitsFor } from './waitsFor.ts'
import { compareBodies } from '#kit/admin/compare/compareBodies.ts'
import type { ComparedPart } from '#kit/admin/compare/compareBodies.ts'

/** A submission as a board reads it. */
export type DeskItem = ItemStanding & {
  review: Review
  /** Language by language, in the order of the form. */
  parts: ComparedPart[]
  /** When the public has an earlier version: its release time. */
  releasedAt: string | null
  /** The public had it once and does not have it now. */
  isWithdrawn: boolean
  mayReturn: boolean
  /** Whom a return can be addressed to, the submitter first. */
  clarifiers: Clarifier[]
  waits: WaitsFor | null
  bundle: { name: string; decided: number; total: number } | null
  /** When a decided one becomes public: ISO 8601. */
  publishAt: string | null
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
  const standing = review && (await readStanding(req, review))
  if (!standing) return null
  const { board } = standing
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
  const isPublic = bodies.live !== null && (await isReleased(target)) !== null
  const parked = (await parkedOf(sql, [review.submissionId])).get(review.submissionId)
  return {
    ...standing,
    review,
    parts: await compareBodies({
      req,
      collection: review.collection,
      submitted: bodies.submitted,
      live: isPublic ? bodies.live : null,
    }),
    releasedAt: isPublic ? bodies.releasedAt : null,
    isWithdrawn: bodies.wasPublic && !isPublic,
    mayReturn: isWaiting && board.roles.some((role) => role !== 'collaborator'),
    clarifiers: isWaiting ? await clarifiersOf(sql, review) : [],
    waits: (await waitsFor(sql, [review])).get(review.submissionId) ?? null,
    bundle: parked?.bundle ?? null,
    publishAt: parked?.publishAt ?? null,
    events: await eventsOf(sql, { collection: review.collection, docId: review.docId }),
    grounds: [...theOptions().groundsOn(dayOf(now))],
  }
}
