import type { PayloadRequest } from 'payload'
import { snapshotNow } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { signedBy } from '../ledger/signedBy.ts'
import { demandDecider } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { holdOn } from './placeHold.ts'
import { shownOf } from './shownOf.ts'

/**
 * Lifts the legal hold on a document.
 *
 * @throws PortalError reason_required, not_a_member, not_on_hold
 */
export const liftHold = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  reason: string
}): Promise<void> => {
  const { req, collection, id } = options
  const reason = options.reason.trim()
  if (reason === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const { body } = await snapshotNow({ req, collection, id })
    const { log } = JSON.parse(body) as { log: string } // canonical text
    const item = { log, collection, category: shownOf(collection, body).category }
    const { standing, capacity } = await demandDecider(req, item)
    const hold = await holdOn(sql, collection, id)
    if (!hold) throw boardError('not_on_hold')
    const place = await record(req, {
      board: standing.board,
      kind: 'holdLift',
      ...signedBy(standing.person, capacity),
      content: { hold: hold.id, reason },
    })
    await sql.query(
      `insert into editorial.hold_lifts (hold_id, reason, lifted_by, board, ledger_n)
       values ($1::uuid, $2, $3::int, $4, $5::bigint)`,
      [hold.id, reason, standing.person, place.board, place.n],
    )
    await recordEvent(sql, {
      submissionId: null,
      board: standing.board,
      collection,
      docId: id,
      actor: standing.person,
      verb: 'lift',
      ...capacity,
      explanation: reason,
    })
  })
}
