import type { PayloadRequest } from 'payload'
import { confirmReleased, freezeSubmission, isReleased } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { demandRole, issuers } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { supersedeOpen } from '../store.ts'
import { dayOf } from './dayOf.ts'
import { recordBoardDecision } from './recordBoardDecision.ts'
import { releaseSigned } from './releaseDecided.ts'
import { shownOf } from './shownOf.ts'

/**
 * A member of the board sends something out before it is approved, for a reason of the list in force; the record shows that
 * nobody approved it before, and the review by another person falls due.
 * Called inside a transaction it joins it; then the caller runs `confirmReleased` of the release log after its own commit.
 *
 * @param options.reasonCode a code of the list of emergency reasons in force that day
 * @throws PortalError reason_required, reason_not_in_force, not_an_emergency, not_a_member; those of freezeSubmission,
 *   release() and demand
 */
export const releaseEmergency = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  reasonCode: string
  explanation: string
  now: Date
  /** Called with what is frozen, before anything is decided. */
  demand?: (frozen: {
    log: string
    document: Readonly<Record<string, unknown>>
  }) => Promise<void> | void
}): Promise<Release> => {
  const { req, collection, id, now } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const { dueAt, emergencyReasonsOn, emergencyReviewHours = 4, isEmergency } = theOptions()
  const reason = emergencyReasonsOn(dayOf(now)).find((one) => one.code === options.reasonCode)
  if (!reason) throw boardError('reason_not_in_force')
  const isJoined = Boolean(await req.transactionID)
  const made = await withTransaction(req, async (sql) => {
    const submission = await freezeSubmission({ req, collection, id })
    const { user, role, standing } = await demandRole(req, submission.log, issuers)
    const shown = shownOf(collection, submission.body)
    if (isEmergency && !isEmergency(collection, shown.document))
      throw boardError('not_an_emergency')
    await options.demand?.({ log: submission.log, document: shown.document })
    const live = await isReleased({ req, collection, id })
    const { category } = shown
    const decider = {
      standing,
      capacity: { role },
      board: standing.board,
      category,
      isEmergency: true,
    }
    const decision = await recordBoardDecision(req, decider, {
      submissionId: submission.id,
      log: submission.log,
      collection,
      docId: id,
      kind: live ? 'update' : 'publish',
      sha256: submission.sha256,
      reasonCode: reason.code,
      explanation,
    })
    await sql.query(
      `insert into editorial.after_reviews (decision_id, board, log, collection, doc_id, title, reason_code, issued_by, due_at)
       values ($1::uuid, $2, $3, $4, $5::int, $6, $7, $8::int, $9::timestamptz)`,
      [
        decision.id,
        standing.board,
        submission.log,
        collection,
        id,
        shown.title,
        reason.code,
        user,
        dueAt(now, emergencyReviewHours).toISOString(),
      ],
    )
    const document = { board: standing.board, collection, docId: id }
    await supersedeOpen(sql, { ...document, by: user })
    await recordEvent(sql, {
      submissionId: submission.id,
      board: standing.board,
      collection,
      docId: id,
      actor: user,
      verb: 'emergency',
      role,
      reasonCode: reason.code,
      explanation,
    })
    return releaseSigned(req, standing.board, decision.id)
  })
  if (!isJoined) await confirmReleased({ req, release: made })
  return made
}
