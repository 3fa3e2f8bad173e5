import type { PayloadRequest } from 'payload'
import {
  confirmReleased,
  isReleased,
  recordDecision,
  release,
  snapshotNow,
} from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { deciders, demandRole } from '../rights.ts'
import { closeReview, findReview, recordEvent } from '../store.ts'

/**
 * The head or a deputy approves exactly what was submitted, and it is public when this returns.
 *
 * @param options.isCorrection the change is announced to readers as a correction
 * @throws PortalError submission_missing, not_a_member, own_work, changed_since, not_waiting; those of release()
 */
export const approve = async (options: {
  req: PayloadRequest
  submissionId: string
  isCorrection?: boolean
  explanation?: string
}): Promise<Release> => {
  const { req, submissionId } = options
  const made = await withTransaction(req, async (sql) => {
    const review = await findReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { user, role } = await demandRole(req, review.log, deciders)
    if (review.submittedBy === user && !theOptions().allowsOwnWork) throw boardError('own_work')
    const of = { req, collection: review.collection, id: review.docId }
    const { rows } = await sql.query<{ sha256: string }>(
      'select sha256 from release.submissions where id = $1::uuid',
      [submissionId],
    )
    const sha256 = rows[0]?.sha256 ?? ''
    if ((await snapshotNow(of)).sha256 !== sha256) throw boardError('changed_since')
    const live = await isReleased(of)
    const kind = live ? (options.isCorrection ? 'correct' : 'update') : 'publish'
    const decision = await recordDecision({
      req,
      decision: {
        submissionId,
        log: review.log,
        collection: review.collection,
        docId: review.docId,
        kind,
        sha256,
        decidedBy: user,
        capacity: role === 'head' ? 'head' : 'deputy',
        ...(options.explanation ? { explanation: options.explanation } : {}),
      },
    })
    if (
      !(await closeReview(sql, {
        submissionId,
        state: 'approved',
        by: user,
        decisionId: decision.id,
      }))
    ) {
      throw boardError('not_waiting')
    }
    await recordEvent(sql, {
      ...review,
      actor: user,
      verb: 'approve',
      reasonCode: undefined,
      explanation: options.explanation,
    })
    return release({ req, decisionId: decision.id })
  })
  await confirmReleased({ req, release: made })
  return made
}
