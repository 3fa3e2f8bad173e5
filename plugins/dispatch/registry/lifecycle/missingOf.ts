import type { Sql } from '#kit/transaction.ts'

/** What a device as it is now lacks before it may be active. */
export type Missing = { test: boolean; check: boolean }

/** Whether the newest test and the newest check of the device as it is now were passed; the same rule as the database's. */
export const missingOf = async (sql: Sql, deviceId: number): Promise<Missing> => {
  const { rows } = await sql.query<Missing>(
    `select not coalesce((
         select t.outcome = 'passed' from dispatch.connection_tests t
         where t.device_id = $1 and t.fingerprint = dispatch.fingerprint_of($1) and t.outcome in ('passed', 'failed')
         order by t.ended_at desc limit 1), false) as test,
       not coalesce((
         select c.outcome = 'passed' from dispatch.security_checks c
         where c.device_id = $1 and c.fingerprint = dispatch.fingerprint_of($1)
         order by c.entered_at desc limit 1), false) as check`,
    [deviceId],
  )
  return rows[0] ?? { test: true, check: true }
}
