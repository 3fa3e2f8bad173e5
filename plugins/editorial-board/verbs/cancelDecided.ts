import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { signedBy } from '../ledger/signedBy.ts'
import { demandDecider } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'

/**
 * The head, or who acts for the head, takes back a decision that waits for its time or its bundle; the database then refuses
 * to carry it out.
 *
 * @throws PortalError reason_required, submission_missing, not_a_member, not_decided
 */
export const cancelDecided = async (options: {
  req: PayloadRequest
  submissionId: string
  explanation: string
}): Promise<void> => {
  const { req, submissionId } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const review = await lockReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const { standing, capacity } = await demandDecider(req, review)
    const end = { submissionId, state: 'lapsed' as const, from: 'decided' as const }
    const cancelled = { ...end, by: standing.person, reasonCode: 'cancelled', explanation }
    if (!review.decisionId || !(await closeReview(sql, cancelled))) throw boardError('not_decided')
    const place = await record(req, {
      board: review.board,
      kind: 'revocation',
      ...signedBy(standing.person, capacity),
      content: { decision: review.decisionId, explanation },
    })
    await sql.query(
      `insert into editorial.revocations (decision_id, reason, revoked_by, board, ledger_n)
       values ($1::uuid, $2, $3::int, $4, $5::bigint)`,
      [review.decisionId, explanation, standing.person, place.board, place.n],
    )
    await recordEvent(sql, {
      ...review,
      actor: standing.person,
      verb: 'cancel',
      ...capacity,
      reasonCode: null,
      explanation,
    })
  })
}
