import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError, notWaiting } from '../errors.ts'
import { demandRole } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { lockReview } from '../store.ts'
import type { Review } from '../store.ts'

/**
 * Ties waiting submissions together: each takes its own flow, and they become public together or not at all.
 *
 * @returns the bundle's id
 * @throws PortalError bad_input (fewer than two, or no name), submission_missing, not_a_member, not_waiting, already_bundled
 */
export const makeBundle = async (options: {
  req: PayloadRequest
  name: string
  submissionIds: readonly string[]
}): Promise<{ id: string }> => {
  const { req } = options
  const name = options.name.trim()
  const ids = [...new Set(options.submissionIds)].sort()
  if (name === '' || ids.length < 2) throw boardError('bad_input')
  return withTransaction(req, async (sql) => {
    const reviews: Review[] = []
    let user = 0
    for (const id of ids) {
      const review = await lockReview(sql, id)
      if (!review) throw boardError('submission_missing')
      user = (await demandRole(req, review.log, ['head', 'deputy', 'member', 'editor'])).user
      if (review.state !== 'submitted') throw await notWaiting(sql, review)
      if (review.bundleId) throw boardError('already_bundled')
      reviews.push(review)
    }
    const { rows } = await sql.query<{ id: string }>(
      'insert into editorial.bundles (board, name, made_by) values ($1, $2, $3::int) returning id',
      [reviews[0]?.board ?? '', name, user],
    )
    const id = rows[0]?.id ?? ''
    await sql.query(
      'update editorial.reviews set bundle_id = $1::uuid where submission_id = any($2::uuid[])',
      [id, `{${ids.join(',')}}`],
    )
    for (const review of reviews)
      await recordEvent(sql, {
        ...review,
        actor: user,
        verb: 'bundle',
        reasonCode: null,
        explanation: name,
      })
    return { id }
  })
}
