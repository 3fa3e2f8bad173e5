import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Board } from './boardsOf.ts'
import { codesOf } from './decidedReviews.ts'

/** How much waits beside the queue: for its time, and for the review after an emergency. */
export type AsideCounts = { decided: number; emergencies: number; emergenciesLate: number }

/** The counts behind the desk's other tabs. */
export const countAside = async (
  req: PayloadRequest,
  boards: readonly Board[],
): Promise<AsideCounts> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<AsideCounts>(
    `select (select count(*)::int from editorial.reviews where state = 'decided' and board = any($1::text[])) as decided,
       count(*)::int as emergencies, (count(*) filter (where due_at < clock_timestamp()))::int as "emergenciesLate"
     from editorial.after_reviews where reviewed_by is null and board = any($1::text[])`,
    [codesOf(boards)],
  )
  return rows[0] ?? { decided: 0, emergencies: 0, emergenciesLate: 0 }
}
