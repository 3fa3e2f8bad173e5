import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { reviewsWhere } from '../store.ts'
import type { Review } from '../store.ts'
import { parkedOf } from './decidedReviews.ts'
import type { Parked } from './decidedReviews.ts'
import { readStanding } from './readStanding.ts'
import type { ItemStanding } from './readStanding.ts'

/** A chosen submission and what stands between the person and her vote. */
export type ChosenItem = { review: Review; standing: ItemStanding; bundle: Parked['bundle'] }

/** No more are looked at together: a page of the desk. */
const MOST = 50

/** The chosen submissions in their order of due times; those that are not on the person's desk are left out. */
export const readChosen = async (
  req: PayloadRequest,
  submissionIds: readonly string[],
): Promise<ChosenItem[]> => {
  const ids = submissionIds.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, MOST)
  if (ids.length === 0 || !req.user) return []
  const sql = await sqlOf(req)
  const reviews = await reviewsWhere(
    sql,
    `where r.submission_id = any($1::uuid[]) order by r.step_due_at, r.submission_id`,
    [`{${ids.filter((one) => uuidOrNull(one)).join(',')}}`],
  )
  const parked = await parkedOf(
    sql,
    reviews.map((one) => one.submissionId),
  )
  const chosen: ChosenItem[] = []
  for (const review of reviews) {
    const standing = await readStanding(req, review)
    const bundle = parked.get(review.submissionId)?.bundle ?? null
    if (standing) chosen.push({ review, standing, bundle })
  }
  return chosen
}
