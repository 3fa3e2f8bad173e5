import type { PayloadRequest } from 'payload'
import { confirmReleased } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { demandDecider } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { lockReview } from '../store.ts'
import { releaseDecided } from '../verbs/releaseDecided.ts'
import { bundleIfComplete } from './bundleIfComplete.ts'

/**
 * The head, or who acts for the head, takes one submission out of its bundle, with a reason. What is decided about it stays
 * parked until it is taken back or its time comes; the rest is released if it was only waiting for this one.
 *
 * @throws PortalError reason_required, submission_missing, not_a_member, not_bundled; those of release()
 */
export const leaveBundle = async (options: {
  req: PayloadRequest
  submissionId: string
  explanation: string
  now: Date
}): Promise<{ released: number }> => {
  const { req, submissionId } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const releases = await withTransaction(req, async (sql): Promise<Release[]> => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { standing, capacity } = await demandDecider(req, review)
    if (!review.bundleId) throw boardError('not_bundled')
    await sql.query(
      'update editorial.reviews set bundle_id = null where submission_id = $1::uuid',
      [submissionId],
    )
    await recordEvent(sql, {
      ...review,
      actor: standing.person,
      verb: 'unbundle',
      ...capacity,
      reasonCode: null,
      explanation,
    })
    return releaseDecided(req, sql, await bundleIfComplete(sql, review), options.now)
  })
  for (const release of releases) await confirmReleased({ req, release })
  return { released: releases.length }
}
