import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { hashRecoveryCode, seal, unseal } from './seal.ts'
import { secondFactorError } from './secondFactorError.ts'
import { totpOf } from './totpOf.ts'

/** Whose second factor, and what seals it (PAYLOAD_SECRET). */
export type Holder = { pool: Pool; secret: string; person: number }

/** How many recovery codes a person gets. */
export const RECOVERY_CODES = 10

/**
 * Begins to set up a second factor; it counts for nothing until a code of it was shown. Beginning anew replaces what was
 * begun.
 *
 * @param options.account the name under which the app lists it
 * @returns the secret (base32) and the address a QR code holds; both are shown this once
 * @throws PortalError second_factor_there
 */
export const beginSecondFactor = async (
  options: Holder & { account: string },
): Promise<{ secret: string; address: string }> => {
  const { pool, person } = options
  const secret = new Secret({ size: 20 })
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into web.second_factors (person, secret) values ($1, $2)
       on conflict (person) do update set secret = excluded.secret, begun_at = clock_timestamp()
       where web.second_factors.confirmed_at is null`,
      [person, seal(options.secret, person, secret.base32)],
    )
    if (rowCount === 0) throw secondFactorError('second_factor_there')
    await noteEvent(client, { person, event: 'begun' })
  })
  const address = new TOTP({ issuer: 'Cổ Loa', label: options.account, secret }).toString()
  return { secret: secret.base32, address }
}

/**
 * Puts a second factor in force once a code of it is shown.
 *
 * @returns the recovery codes, shown this once: each replaces one code of the app
 * @throws PortalError second_factor_missing (nothing was begun), second_factor_there, second_factor_refused
 */
export const confirmSecondFactor = async (
  options: Holder & { code: string; now: Date },
): Promise<{ recoveryCodes: string[] }> => {
  const { pool, person, secret } = options
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ secret: string; confirmed_at: Date | null }>(
      'select secret, confirmed_at from web.second_factors where person = $1 for update',
      [person],
    )
    const [row] = rows
    if (!row) throw secondFactorError('second_factor_missing')
    if (row.confirmed_at) throw secondFactorError('second_factor_there')
    const step = totpOf(unseal(secret, person, row.secret)).stepOf(options.code, options.now)
    if (step === null) throw secondFactorError('second_factor_refused')
    await client.query(
      `update web.second_factors set confirmed_at = clock_timestamp(), last_step = $2, last_purpose = 'enrol', recovery = $3
       where person = $1`,
      [person, step, recoveryCodes.map((one) => hashRecoveryCode(secret, person, one))],
    )
    await noteEvent(client, { person, event: 'enrolled' })
  })
  return { recoveryCodes }
}

/**
 * Ends a second factor: by its holder, who shows a code first, or by an administrator for somebody who has lost it.
 *
 * @throws PortalError second_factor_missing
 */
export const endSecondFactor = async (options: {
  pool: Pool
  person: number
  by: number
}): Promise<void> => {
  const { pool, person, by } = options
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query('delete from web.second_factors where person = $1', [
      person,
    ])
    if (rowCount === 0) throw secondFactorError('second_factor_missing')
    await noteEvent(client, { person, event: 'ended', by: by === person ? null : by })
  })
}

/** Where somebody stands with the second factor. */
export const secondFactorOf = async (
  pool: Pool,
  person: number,
): Promise<{ isThere: boolean; recoveryLeft: number; confirmedAt: Date | null }> => {
  const { rows } = await pool.query<{ confirmedAt: Date | null; left: number }>(
    `select confirmed_at as "confirmedAt", cardinality(recovery) as left from web.second_factors where person = $1`,
    [person],
  )
  const confirmedAt = rows[0]?.confirmedAt ?? null
  return { isThere: confirmedAt !== null, recoveryLeft: rows[0]?.left ?? 0, confirmedAt }
}

/** Writes down what was done with somebody's second factor. */
export const noteEvent = async (
  client: Pick<ClientBase, 'query'>,
  one: { person: number; event: string; purpose?: string; by?: number | null },
): Promise<void> => {
  await client.query(
    'insert into web.second_factor_events (person, event, purpose, by_person) values ($1, $2, $3, $4)',
    [one.person, one.event, one.purpose ?? null, one.by ?? null],
  )
}

/** Without letters and digits that look alike; 16 of them are 80 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A recovery code: 16 signs in groups of four. */
export const makeRecoveryCode = (): string => {
  const text = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
