import type { Payload } from 'payload'
import type { Pool } from 'pg'

/**
 * Enters a device, with its key and the evidence that lets it be active.
 *
 * @param options.data the device's fields; `lifecycle` is `active` unless it says otherwise
 * @param options.publicKey Ed25519, 32 bytes, base64
 * @param options.pool owner's or application's connections
 */
export const installDevice = async (options: {
  payload: Payload
  pool: Pool
  data: Record<string, unknown>
  publicKey?: string | undefined
}): Promise<{ id: number; code: string }> => {
  const { payload, pool, publicKey } = options
  const { lifecycle = 'active', ...data } = options.data
  const device = await payload.create({
    collection: 'devices',
    data: { ...data, lifecycle: 'registered' } as never, // each test gives what it is about
    overrideAccess: true,
    depth: 0,
  })
  if (publicKey) {
    await pool.query('insert into dispatch.device_keys (device_id, public_key) values ($1, $2)', [
      device.id,
      publicKey,
    ])
  }
  await passChecks(pool, device.id)
  await pool.query('update public.devices set lifecycle = $2 where id = $1', [device.id, lifecycle])
  return { id: device.id, code: device.code }
}

/** Records a passed connection test and a passed security check for a device as it is now. */
export const passChecks = async (pool: Pool, deviceId: number): Promise<void> => {
  await pool.query(
    `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome, note)
     values ($1, dispatch.fingerprint_of($1), clock_timestamp(), 'passed', 'made for a test')`,
    [deviceId],
  )
  await pool.query(
    `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document)
     values ($1, dispatch.fingerprint_of($1), 'passed', current_date, 'made for a test')`,
    [deviceId],
  )
}
