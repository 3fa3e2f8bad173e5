import type { PoolClient } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import { FAILED_REASON } from '../checks/enterCheck.ts'
import { lockDevice } from '../deviceRights.ts'
import { changeLifecycle } from '../lifecycle/changeLifecycle.ts'
import { dropWaiting } from '../lifecycle/verbs.ts'

/** The reason in the history when a test was passed. */
export const TESTED_REASON = 'test_passed'

/**
 * Closes a test with what it came to. A registered device that passed is tested; an active one that failed is taken out of
 * service. A device that was changed meanwhile stays as it is: the test was of another one.
 *
 * @param client in a transaction
 */
export const endTest = async (
  client: PoolClient,
  end: { testId: string; outcome: 'passed' | 'failed' | 'broken_off'; note?: string },
): Promise<void> => {
  const { rows } = await client.query<{ deviceId: number; by: number | null; isSame: boolean }>(
    `update dispatch.connection_tests set ended_at = clock_timestamp(), outcome = $2, note = $3
     where id = $1 and ended_at is null
     returning device_id as "deviceId", started_by as by, fingerprint = dispatch.fingerprint_of(device_id) as "isSame"`,
    [end.testId, end.outcome, end.note ?? null],
  )
  const [ended] = rows
  if (!ended?.isSame || end.outcome === 'broken_off') return
  const { deviceId, by } = ended
  const sql = sqlOn(client)
  const { lifecycle } = await lockDevice(sql, deviceId)
  if (end.outcome === 'passed' && lifecycle === 'registered') {
    await changeLifecycle(sql, { deviceId, becomes: 'tested', by, reason: TESTED_REASON })
  }
  if (end.outcome === 'failed' && lifecycle === 'tested') {
    await changeLifecycle(sql, { deviceId, becomes: 'registered', by, reason: FAILED_REASON.test })
  }
  if (end.outcome === 'failed' && lifecycle === 'active') {
    await changeLifecycle(sql, { deviceId, becomes: 'suspended', by, reason: FAILED_REASON.test })
    await dropWaiting(sql, deviceId)
  }
}
