import type { Sql } from '#kit/transaction.ts'
import { zone } from '../verbs/dayOf.ts'

/** What took the emergency lane in a month, and what became of its reviews. */
export type EmergencyMonth = {
  /** YYYY-MM in the board's zone. */
  month: string
  board: string
  issued: number
  /** Reviewed by another person before the review was due. */
  inTime: number
  /** Reviewed, but late. */
  late: number
  /** Not reviewed yet. */
  open: number
  /** Of the reviewed: those to which the reviewer objected. */
  objected: number
}

/**
 * Emergency releases of boards by month of issue, newest first; `inTime + late + open = issued`.
 *
 * @param asked.months how many months back, the present one included
 */
export const emergencyMonths = async (
  sql: Sql,
  asked: { boards: readonly string[]; months: number; now: Date },
): Promise<EmergencyMonth[]> => {
  const { rows } = await sql.query<EmergencyMonth>(
    `select to_char(r.issued_at at time zone $4::text, 'YYYY-MM') as month, r.board, count(*)::int as issued,
       (count(*) filter (where r.reviewed_at <= r.due_at))::int as "inTime",
       (count(*) filter (where r.reviewed_at > r.due_at))::int as late,
       (count(*) filter (where r.reviewed_at is null))::int as open,
       (count(*) filter (where r.verdict = 'objected'))::int as objected
     from editorial.after_reviews r
     where r.board = any($1::text[]) and r.issued_at >= (date_trunc('month', $3::timestamptz at time zone $4::text)
       - make_interval(months => $2::int - 1)) at time zone $4::text
     group by 1, 2 order by 1 desc, 2`,
    [
      `{${asked.boards.map((board) => JSON.stringify(board)).join(',')}}`,
      asked.months,
      asked.now.toISOString(),
      zone(),
    ],
  )
  return rows
}
