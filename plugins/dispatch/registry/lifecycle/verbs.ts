import type { Sql } from '#kit/transaction.ts'
import { lockDevice } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'
import { changeLifecycle } from './changeLifecycle.ts'
import { missingOf } from './missingOf.ts'

/** Who does it to which device. */
export type Act = { deviceId: number; by: number }

/**
 * Lets a device be sent bulletins: it has passed its connection test and its security check as it is now (S-6.2, S-8.4).
 *
 * @throws PortalError device_wrong_state, device_not_checked, device_test_missing, device_check_missing, device_retired
 */
export const activate = async (sql: Sql, act: Act): Promise<void> => {
  const { lifecycle } = await lockDevice(sql, act.deviceId)
  if (lifecycle === 'retired') throw registryError('device_retired')
  if (lifecycle === 'active') throw registryError('device_wrong_state')
  const missing = await missingOf(sql, act.deviceId)
  const details = { missing: Object.keys(missing).filter((one) => missing[one as 'test']) }
  if (missing.test && missing.check) throw registryError('device_not_checked', details)
  if (missing.test) throw registryError('device_test_missing', details)
  if (missing.check) throw registryError('device_check_missing', details)
  await changeLifecycle(sql, { ...act, becomes: 'active', reason: null })
}

/**
 * Takes an active device out of service for a while; what still waits for it is not sent.
 *
 * @throws PortalError device_wrong_state
 */
export const suspend = async (sql: Sql, act: Act & { reason: string }): Promise<void> => {
  const { lifecycle } = await lockDevice(sql, act.deviceId)
  if (lifecycle !== 'active') throw registryError('device_wrong_state')
  await changeLifecycle(sql, { ...act, becomes: 'suspended' })
  await dropWaiting(sql, act.deviceId)
}

/**
 * Puts a suspended device back into service, under the same conditions as its first time.
 *
 * @throws PortalError device_wrong_state, and those of `activate`
 */
export const resume = async (sql: Sql, act: Act): Promise<void> => {
  const { lifecycle } = await lockDevice(sql, act.deviceId)
  if (lifecycle !== 'suspended') throw registryError('device_wrong_state')
  await activate(sql, act)
}

/**
 * Takes a device out of service for good, and its keys with it.
 *
 * @throws PortalError device_retired
 */
export const retire = async (sql: Sql, act: Act & { reason: string }): Promise<void> => {
  const { lifecycle } = await lockDevice(sql, act.deviceId)
  if (lifecycle === 'retired') throw registryError('device_retired')
  await changeLifecycle(sql, { ...act, becomes: 'retired' })
  await sql.query(
    `update dispatch.device_keys set revoked_at = clock_timestamp(), revoked_by = $2
     where device_id = $1 and revoked_at is null`,
    [act.deviceId, act.by],
  )
  await dropWaiting(sql, act.deviceId)
}

/**
 * Deliveries that have not left yet are not sent, and what left without a word of the device is not sent again; a cancellation still
 * goes out to what may be playing.
 */
export const dropWaiting = async (sql: Sql, deviceId: number): Promise<void> => {
  await sql.query(
    `update dispatch.deliveries l set state = case when l.state = 'queued' then 'cancelled' else l.state end, confirm_by = null,
       last_error = case when l.state = 'queued' then 'device is out of service' else l.last_error end, changed_at = clock_timestamp()
     from dispatch.dispatches d where d.id = l.dispatch_id and l.device_id = $1 and d.kind not in ('cancel', 'test')
       and (l.state = 'queued' or (l.state = 'accepted' and l.confirm_by is not null))`,
    [deviceId],
  )
}
