import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { identitiesOf } from '../people/contributors.ts'
import { demandRole, issuers } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'

type Waiting = {
  board: string
  log: string
  collection: string
  docId: number
  issuedBy: number
  reviewedBy: number | null
}

/**
 * Another person of the board says afterwards whether what took the emergency lane was right. An objection does not take it
 * down by itself: that is a withdrawal, decided as any other.
 *
 * @throws PortalError reason_required (an objection without words), review_missing, not_a_member, own_work, already_reviewed
 */
export const reviewEmergency = async (options: {
  req: PayloadRequest
  decisionId: string
  verdict: 'confirmed' | 'objected'
  explanation: string
}): Promise<void> => {
  const { req, decisionId, verdict } = options
  const explanation = options.explanation.trim()
  if (verdict === 'objected' && explanation === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const { rows } = await sql.query<Waiting>(
      `select board, log, collection, doc_id as "docId", issued_by as "issuedBy", reviewed_by as "reviewedBy"
       from editorial.after_reviews where decision_id = $1::uuid for update`,
      [uuidOrNull(decisionId)],
    )
    const [found] = rows
    if (!found) throw boardError('review_missing')
    const { user, role, standing } = await demandRole(req, found.log, issuers)
    const issuer = (await identitiesOf(sql, [found.issuedBy])).get(found.issuedBy)
    if (issuer === standing.identity) throw boardError('own_work')
    if (found.reviewedBy !== null) throw boardError('already_reviewed')
    await record(req, {
      board: found.board,
      kind: 'emergencyReview',
      by: user,
      capacity: role,
      content: { decision: decisionId, verdict, explanation },
    })
    await sql.query(
      `update editorial.after_reviews set reviewed_by = $2::int, reviewed_at = clock_timestamp(), verdict = $3, explanation = $4
       where decision_id = $1::uuid`,
      [decisionId, user, verdict, explanation === '' ? null : explanation],
    )
    await recordEvent(sql, {
      submissionId: null,
      ...found,
      actor: user,
      verb: 'review',
      role,
      reasonCode: verdict,
      explanation: explanation || null,
    })
  })
}
