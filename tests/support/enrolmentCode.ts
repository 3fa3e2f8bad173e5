import type { Pool } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import { makeEnrolmentCode } from '#plugins/dispatch/registry/enrolment/makeCode.ts'

/** The one-time code of a board in a browser, as an operator makes it. */
export const enrolmentCode = async (pool: Pool, device: string): Promise<string> => {
  const { rows } = await pool.query<{ id: number }>(
    'select id from public.devices where code = $1',
    [device],
  )
  return (await makeEnrolmentCode(sqlOn(pool), { deviceId: rows[0]?.id ?? 0, by: 1 })).code
}
