import { Secret } from 'otpauth'
import type { ClientBase } from 'pg'
import { makeRecoveryCode, noteEvent, RECOVERY_CODES } from './enrolSecondFactor.ts'
import { hashRecoveryCode, seal } from './seal.ts'

/**
 * Gives somebody a second factor without a phone at hand: for demos and for a handover on paper.
 *
 * @param options.secret PAYLOAD_SECRET
 * @returns the secret (base32) and the recovery codes, which exist nowhere else
 */
export const presetSecondFactor = async (
  client: Pick<ClientBase, 'query'>,
  options: { person: number; secret: string },
): Promise<{ secret: string; recoveryCodes: string[] }> => {
  const { person, secret } = options
  const own = new Secret({ size: 20 }).base32
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
  await client.query(
    `insert into web.second_factors (person, secret, confirmed_at, recovery) values ($1, $2, clock_timestamp(), $3)`,
    [
      person,
      seal(secret, person, own),
      recoveryCodes.map((one) => hashRecoveryCode(secret, person, one)),
    ],
  )
  await noteEvent(client, { person, event: 'enrolled' })
  return { secret: own, recoveryCodes }
}
