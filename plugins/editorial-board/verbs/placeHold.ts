import type { PayloadRequest } from 'payload'
import { snapshotNow } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { signedBy } from '../ledger/signedBy.ts'
import { demandDecider } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { shownOf } from './shownOf.ts'

/**
 * Puts a document under a legal hold: until it is lifted, nothing of it is published or changed in public, whatever was
 * decided before. Taking it down stays possible.
 *
 * @param options.document the request it rests on: number, date, who asked
 * @throws PortalError reason_required, not_a_member, already_on_hold; those of snapshotNow
 */
export const placeHold = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  reason: string
  document: string
}): Promise<{ id: string }> => {
  const { req, collection, id } = options
  const reason = options.reason.trim()
  const document = options.document.trim()
  if (reason === '' || document === '') throw boardError('reason_required')
  return withTransaction(req, async (sql) => {
    const { body } = await snapshotNow({ req, collection, id })
    const { log } = JSON.parse(body) as { log: string } // canonical text
    const item = { log, collection, category: shownOf(collection, body).category }
    const { standing, capacity } = await demandDecider(req, item)
    if ((await holdOn(sql, collection, id)) !== null) throw boardError('already_on_hold')
    const made = await sql.query<{ id: string }>('select gen_random_uuid() as id')
    const hold = made.rows[0]?.id ?? ''
    const place = await record(req, {
      board: standing.board,
      kind: 'hold',
      ...signedBy(standing.person, capacity),
      content: { id: hold, collection, document: id, reason, basis: document },
    })
    await sql.query(
      `insert into editorial.holds (id, board, collection, doc_id, reason, document, placed_by, ledger_n)
       values ($1::uuid, $2, $3, $4::int, $5, $6, $7::int, $8::bigint)`,
      [hold, standing.board, collection, id, reason, document, standing.person, place.n],
    )
    await recordEvent(sql, {
      submissionId: null,
      board: standing.board,
      collection,
      docId: id,
      actor: standing.person,
      verb: 'hold',
      ...capacity,
      explanation: `${reason} (${document})`,
    })
    return { id: hold }
  })
}

type Queryable = {
  query<T extends Record<string, unknown>>(text: string, values: unknown[]): Promise<{ rows: T[] }>
}

/** The hold that stands on a document; null when there is none. */
export const holdOn = async (
  sql: Queryable,
  collection: string,
  id: number,
): Promise<{ id: string; board: string; reason: string; document: string } | null> => {
  const { rows } = await sql.query<{ id: string; board: string; reason: string; document: string }>(
    `select h.id, h.board, h.reason, h.document from editorial.holds h left join editorial.hold_lifts l on l.hold_id = h.id
     where h.collection = $1 and h.doc_id = $2::int and l.hold_id is null limit 1`,
    [collection, id],
  )
  return rows[0] ?? null
}
