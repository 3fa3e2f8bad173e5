import type { Sql } from '#kit/transaction.ts'
import { people } from '../../registers.ts'

/** A change of a device's state. */
export type LifecycleRow = {
  was: string | null
  becomes: string
  at: string
  by: string | null
  reason: string | null
}

/** What became of a device, newest first. */
export const readLifecycle = async (sql: Sql, deviceId: number): Promise<LifecycleRow[]> => {
  const { rows } = await sql.query<LifecycleRow>(
    `select l.was, l.becomes, l.at::text, u.name as by, l.reason
     from dispatch.lifecycle l left join ${people()} u on u.id = l.by_user
     where l.device_id = $1 order by l.at desc limit 50`,
    [deviceId],
  )
  return rows
}
