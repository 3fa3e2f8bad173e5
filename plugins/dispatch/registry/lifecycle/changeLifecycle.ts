import type { Sql } from '#kit/transaction.ts'
import { registryError } from '../registryErrors.ts'

/** The states of a device (S-6.2, S-8.4). */
export type Lifecycle = 'registered' | 'tested' | 'active' | 'suspended' | 'retired'

/** Who changes a device and why; the database's own record of the change takes both. */
export const nameActor = async (
  sql: Sql,
  actor: { by: number | null; reason: string | null },
): Promise<void> => {
  await sql.query(
    `select set_config('dispatch.by_user', $1, true), set_config('dispatch.reason', $2, true)`,
    [actor.by === null ? '' : String(actor.by), actor.reason ?? ''],
  )
}

/**
 * Puts a device into another state on the caller's transaction. The database writes the row of history and has the last word
 * on what may be active.
 *
 * @throws PortalError device_not_checked, device_retired
 */
export const changeLifecycle = async (
  sql: Sql,
  change: { deviceId: number; becomes: Lifecycle; by: number | null; reason: string | null },
): Promise<void> => {
  await nameActor(sql, change)
  try {
    await sql.query(
      `update public.devices set lifecycle = $2::text::public.enum_devices_lifecycle, updated_at = now() where id = $1`,
      [change.deviceId, change.becomes],
    )
    await demandNow(sql)
  } catch (error) {
    throw refusalOf(error)
  }
  await nameActor(sql, { by: null, reason: null }).catch(() => undefined)
}

/** Has the database judge now, not at the end of the transaction, where a refusal would be lost (payload#17726). */
export const demandNow = async (sql: Sql): Promise<void> => {
  await sql.query('set constraints public.demand_checked immediate')
  await sql.query('set constraints public.demand_checked deferred')
}

/** The database's refusal in words; any other error as it came. */
export const refusalOf = (error: unknown): unknown => {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (!one.message.startsWith('dispatch: device')) continue
    return registryError(
      one.message.endsWith('is retired') ? 'device_retired' : 'device_not_checked',
    )
  }
  return error
}
