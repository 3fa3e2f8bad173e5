import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'

/**
 * Takes a copy that waits off the desk without a person of the board: whoever offered it took it back, or it was withdrawn
 * where it comes from. What was decided already, and what does not wait, stays.
 *
 * @param options.explanation what the board reads in the history
 */
export const recallIncoming = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  explanation: string
}): Promise<void> => {
  const { req, collection, id, explanation } = options
  await withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ id: string }>(
      `select submission_id as id from editorial.reviews
       where collection = $1 and doc_id = $2::int and state = 'submitted'`,
      [collection, id],
    )
    const review = rows[0] && (await lockReview(sql, rows[0].id))
    if (!review) return
    const end = { submissionId: review.submissionId, explanation }
    if (!(await closeReview(sql, { ...end, state: 'recalled', by: null }))) return
    await recordEvent(sql, {
      ...end,
      board: review.board,
      collection,
      docId: id,
      actor: null,
      verb: 'recall',
    })
  })
}
