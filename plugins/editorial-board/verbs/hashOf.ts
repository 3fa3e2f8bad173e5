import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'

/** The hash of what was submitted. */
export const hashOf = async (sql: Sql, submissionId: string): Promise<string> => {
  const { rows } = await sql.query<{ sha256: string }>(
    'select sha256 from release.submissions where id = $1::uuid',
    [uuidOrNull(submissionId)],
  )
  return rows[0]?.sha256 ?? ''
}
