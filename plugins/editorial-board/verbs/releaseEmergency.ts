import type { PayloadRequest } from 'payload'
import {
  confirmReleased,
  freezeSubmission,
  isReleased,
  recordDecision,
  release,
} from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { demandRole, issuers } from '../rights.ts'
import { recordEvent } from '../store.ts'
import { shownOf } from './submitForReview.ts'

/**
 * A member of the board sends an emergency bulletin at once, with a reason; the record shows that nobody approved it before.
 *
 * @throws PortalError reason_required, not_an_emergency, not_a_member; those of freezeSubmission and release()
 */
export const releaseEmergency = async (options: {
  req: PayloadRequest
  id: number
  reasonCode: string
  explanation: string
}): Promise<Release> => {
  const { req, id } = options
  const reasonCode = options.reasonCode.trim()
  const explanation = options.explanation.trim()
  if (reasonCode === '' || explanation === '') throw boardError('reason_required')
  const made = await withTransaction(req, async (sql) => {
    const submission = await freezeSubmission({ req, collection: 'bulletins', id })
    if (shownOf(submission.body).priority !== 'emergency') throw boardError('not_an_emergency')
    const { user } = await demandRole(req, submission.log, issuers)
    const live = await isReleased({ req, collection: 'bulletins', id })
    const decision = await recordDecision({
      req,
      decision: {
        submissionId: submission.id,
        log: submission.log,
        collection: 'bulletins',
        docId: id,
        kind: live ? 'update' : 'publish',
        sha256: submission.sha256,
        decidedBy: user,
        capacity: 'emergency',
        reasonCode,
        explanation,
      },
    })
    await recordEvent(sql, {
      submissionId: submission.id,
      collection: 'bulletins',
      docId: id,
      actor: user,
      verb: 'emergency',
      reasonCode,
      explanation,
    })
    return release({ req, decisionId: decision.id })
  })
  await confirmReleased({ req, release: made })
  return made
}
