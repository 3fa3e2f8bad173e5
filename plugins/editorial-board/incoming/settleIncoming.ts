import type { Sql } from '#kit/transaction.ts'

/**
 * Takes from people's lists what `tellIncoming` asked of them under a key: somebody has taken the item in or sent it back.
 * What was read stays read; nothing is deleted.
 */
export const settleIncoming = async (sql: Sql, key: string): Promise<void> => {
  await sql.query(
    `update editorial.notices set settled_at = clock_timestamp()
     where key = any ($1::text[]) and settled_at is null`,
    [
      `{${[`proposed:${key}`, `proposedUrgent:${key}`].map((one) => JSON.stringify(one)).join(',')}}`,
    ],
  )
}
