import type pg from 'pg'
import { beginSecondFactor, confirmSecondFactor } from '#kit/secondFactor/enrolSecondFactor.ts'
import { totpOf } from '#kit/secondFactor/totpOf.ts'

/** Gives a person a second factor. Each of the codes may be shown once. */
export const recoveryCodes = async (pool: pg.Pool, person: number): Promise<string[]> => {
  const holder = { pool, secret: 'a secret of the tests', person }
  const { secret } = await beginSecondFactor({ ...holder, account: String(person) })
  const code = totpOf(secret).codeAt(new Date(Date.now() - 30_000))
  return (await confirmSecondFactor({ ...holder, code, now: new Date() })).recoveryCodes
}
