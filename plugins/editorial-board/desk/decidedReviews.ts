import type { Sql } from '#kit/transaction.ts'
import { reviewsWhere } from '../store.ts'
import type { Review } from '../store.ts'
import type { Board } from './boardsOf.ts'

/** A submission that is approved and waits for its time or for the rest of its bundle. */
export type DecidedReview = Review & {
  /** ISO 8601; null when only its bundle is waited for. */
  publishAt: string | null
  bundle: { name: string; decided: number; total: number } | null
  /** The signed-in person may take the decision back. */
  mayCancel: boolean
}

/** What a submission is parked for. */
export type Parked = Pick<DecidedReview, 'publishAt' | 'bundle'>

/** What is approved and not yet public, the next due first. */
export const decidedReviews = async (
  sql: Sql,
  boards: readonly Board[],
): Promise<DecidedReview[]> => {
  const reviews = await reviewsWhere(
    sql,
    `left join release.decisions c on c.id = r.decision_id
     where r.state = 'decided' and r.board = any($1::text[]) order by c.publish_at nulls last, r.submission_id limit 200`,
    [codesOf(boards)],
  )
  const parked = await parkedOf(
    sql,
    reviews.map((one) => one.submissionId),
  )
  return reviews.map((review) => {
    const board = boards.find((one) => one.board === review.board)
    return {
      ...review,
      ...(parked.get(review.submissionId) ?? { publishAt: null, bundle: null }),
      mayCancel: board !== undefined && (board.roles.includes('head') || board.isActing),
    }
  })
}

type Row = {
  id: string
  publishAt: string | null
  name: string | null
  decided: number
  total: number
}

/** The time and the bundle that each of the submissions is parked for. */
export const parkedOf = async (
  sql: Sql,
  submissionIds: readonly string[],
): Promise<Map<string, Parked>> => {
  const { rows } = await sql.query<Row>(
    `select r.submission_id as id, to_json(c.publish_at) #>> '{}' as "publishAt", b.name,
       (count(o.*) filter (where o.state in ('decided', 'approved')))::int as decided, count(o.*)::int as total
     from editorial.reviews r left join release.decisions c on c.id = r.decision_id
     left join editorial.bundles b on b.id = r.bundle_id left join editorial.reviews o on o.bundle_id = r.bundle_id
     where r.submission_id = any($1::uuid[]) group by r.submission_id, c.publish_at, b.name`,
    [`{${submissionIds.join(',')}}`],
  )
  return new Map(
    rows.map(({ id, publishAt, name, ...counts }) => [
      id,
      { publishAt, bundle: name === null ? null : { name, ...counts } },
    ]),
  )
}

/** The codes of boards as an array of the database. */
export const codesOf = (boards: readonly Board[]): string =>
  `{${boards.map((one) => JSON.stringify(one.board)).join(',')}}`
