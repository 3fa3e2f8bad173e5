import type { PayloadRequest } from 'payload'
import { enqueue } from '#kit/enqueue.ts'
import { sqlOf } from '#kit/transaction.ts'
import { lockDevice } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'

/** The key of the job that carries a test out. */
export const testJobKey = (testId: string): string => `dispatchConnectionTest:${testId}`

/**
 * Begins a connection test; a worker carries it out. One at a time for a device.
 *
 * @param req in a transaction
 * @returns its id
 * @throws PortalError device_retired, test_running
 */
export const startTest = async (
  req: PayloadRequest,
  { deviceId, by }: { deviceId: number; by: number },
): Promise<string> => {
  const sql = await sqlOf(req)
  const { lifecycle } = await lockDevice(sql, deviceId)
  if (lifecycle === 'retired') throw registryError('device_retired')
  const { rows } = await sql.query<{ id: string }>(
    `insert into dispatch.connection_tests (device_id, fingerprint, started_by) values ($1, dispatch.fingerprint_of($1), $2)
     on conflict (device_id) where ended_at is null do nothing returning id`,
    [deviceId, by],
  )
  const id = rows[0]?.id
  if (!id) throw registryError('test_running')
  await enqueue(req, {
    task: 'dispatchConnectionTest',
    payload: { testId: id },
    jobKey: testJobKey(id),
    maxAttempts: 2,
  })
  return id
}
