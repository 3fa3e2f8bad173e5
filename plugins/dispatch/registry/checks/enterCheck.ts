import type { Sql } from '#kit/transaction.ts'
import { lockDevice } from '../deviceRights.ts'
import { changeLifecycle } from '../lifecycle/changeLifecycle.ts'
import { dropWaiting } from '../lifecycle/verbs.ts'
import { registryError } from '../registryErrors.ts'
import { people } from '../../registers.ts'

/** A security assessment of a device before it is connected (S-6.2, S-8.4). */
export type SecurityCheck = {
  outcome: 'passed' | 'failed'
  /** Day in the city's zone, YYYY-MM-DD. */
  checkedOn: string
  /** Number of the minutes or report. */
  document: string
  findings: string | null
}

/** The reason in the history when an active device did not pass. */
export const FAILED_REASON = { check: 'check_failed', test: 'test_failed' } as const

/**
 * Enters an assessment of the device as it is now. One that was not passed takes an active device out of service at once.
 *
 * @throws PortalError device_retired
 */
export const enterCheck = async (
  sql: Sql,
  check: SecurityCheck & { deviceId: number; by: number },
): Promise<void> => {
  const { lifecycle } = await lockDevice(sql, check.deviceId)
  if (lifecycle === 'retired') throw registryError('device_retired')
  await sql.query(
    `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document, findings, entered_by)
     values ($1, dispatch.fingerprint_of($1), $2, $3::date, $4, $5, $6)`,
    [check.deviceId, check.outcome, check.checkedOn, check.document, check.findings, check.by],
  )
  if (check.outcome === 'passed' || lifecycle !== 'active') return
  await changeLifecycle(sql, {
    deviceId: check.deviceId,
    becomes: 'suspended',
    by: check.by,
    reason: FAILED_REASON.check,
  })
  await dropWaiting(sql, check.deviceId)
}

/** An assessment as it stands in the history. */
export type CheckRow = SecurityCheck & {
  id: string
  enteredAt: string
  enteredBy: string | null
  /** Whether it is about the device as it is now. */
  isCurrent: boolean
}

/** The assessments of a device, newest first. */
export const readChecks = async (sql: Sql, deviceId: number): Promise<CheckRow[]> => {
  const { rows } = await sql.query<CheckRow>(
    `select c.id, c.outcome, c.checked_on::text as "checkedOn", c.document, c.findings, c.entered_at::text as "enteredAt",
       u.name as "enteredBy", c.fingerprint = dispatch.fingerprint_of(c.device_id) as "isCurrent"
     from dispatch.security_checks c left join ${people()} u on u.id = c.entered_by
     where c.device_id = $1 order by c.entered_at desc limit 20`,
    [deviceId],
  )
  return rows
}
