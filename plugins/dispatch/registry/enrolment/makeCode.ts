import { createHash, randomInt } from 'node:crypto'
import type { Sql } from '#kit/transaction.ts'
import { lockDevice } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'

/** How long a code holds. */
const MINUTES = 15
/** Without letters and digits that look alike. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 10

/** A code as it is shown once, and until when it holds (ISO 8601). */
export type EnrolmentCode = { code: string; validUntil: string }

/**
 * Makes the code by which a board in a browser enters its own key; one made before holds no more.
 *
 * @throws PortalError device_missing, device_retired, not_a_board
 */
export const makeEnrolmentCode = async (
  sql: Sql,
  asked: { deviceId: number; by: number },
): Promise<EnrolmentCode> => {
  const device = await lockDevice(sql, asked.deviceId)
  if (device.lifecycle === 'retired') throw registryError('device_retired')
  if (device.channel !== 'player') throw registryError('not_a_board')
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
  const code = letters.join('')
  await sql.query(
    `update dispatch.enrolment_codes set valid_until = clock_timestamp()
     where device_id = $1 and used_at is null and valid_until > clock_timestamp()`,
    [device.id],
  )
  const { rows } = await sql.query<{ until: Date }>(
    `insert into dispatch.enrolment_codes (device_id, code_sha256, made_by, valid_until)
     values ($1, $2, $3, clock_timestamp() + make_interval(mins => $4)) returning valid_until as until`,
    [device.id, hashOfCode(code), asked.by, MINUTES],
  )
  const until = rows[0]?.until ?? new Date()
  return {
    code: `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`,
    validUntil: new Date(until).toISOString(),
  }
}

/** The hash of a code as it was typed: case, spaces and hyphens do not count. */
export const hashOfCode = (typed: string): string =>
  createHash('sha256')
    .update(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex')
