import type { Sql } from '#kit/transaction.ts'

/** The hash of what was submitted. */
export const hashOf = async (sql: Sql, submissionId: string): Promise<string> => {
  const { rows } = await sql.query<{ sha256: string }>(
    'select sha256 from release.submissions where id::text = $1',
    [submissionId],
  )
  return rows[0]?.sha256 ?? ''
}
