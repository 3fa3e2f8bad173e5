import type { Sql } from '#kit/transaction.ts'
import { findReview } from '../store.ts'
import type { Review } from '../store.ts'

/**
 * The decided submissions that can be carried out together now that one more was decided: all of a bundle, or none while one
 * of them still waits for a voice or for its time. The bundle is settled with them.
 */
export const bundleIfComplete = async (
  sql: Sql,
  { bundleId }: Pick<Review, 'bundleId'>,
): Promise<Review[]> => {
  if (bundleId === null) return []
  await sql.query('select id from editorial.bundles where id = $1::uuid for update', [bundleId])
  const { rows } = await sql.query<{ id: string; isReady: boolean }>(
    `select r.submission_id as id, r.state = 'decided' and coalesce(d.publish_at <= clock_timestamp(), true) as "isReady"
     from editorial.reviews r left join release.decisions d on d.id = r.decision_id
     where r.bundle_id = $1::uuid order by r.submission_id for update of r`,
    [bundleId],
  )
  if (rows.length === 0 || !rows.every((row) => row.isReady)) return []
  await sql.query(
    `update editorial.bundles set state = 'released', settled_at = clock_timestamp() where id = $1::uuid`,
    [bundleId],
  )
  const found: Review[] = []
  for (const { id } of rows) {
    const review = await findReview(sql, id)
    if (review) found.push(review)
  }
  return found
}
