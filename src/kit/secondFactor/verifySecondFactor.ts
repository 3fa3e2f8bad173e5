import type { ClientBase } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { noteEvent } from './enrolSecondFactor.ts'
import type { Holder } from './enrolSecondFactor.ts'
import { hashRecoveryCode, unseal } from './seal.ts'
import { secondFactorError } from './secondFactorError.ts'
import type { SecondFactorCode } from './secondFactorError.ts'
import { totpOf } from './totpOf.ts'

/** Wrong codes in so many minutes after which codes of the app are not looked at any more. */
const THROTTLE = { wrong: 5, minutes: 5 }

type Row = { secret: string; lastStep: string; lastPurpose: string | null; recovery: string[] }
type Outcome = { event: 'accepted' | 'recovered' } | { refusal: SecondFactorCode }

/**
 * Takes a code of the app or a recovery code, each once, whichever process is asked first. What is written stays written
 * whatever becomes of the act it was shown for; repeating the same act with the same code is not a second use.
 *
 * @param options.purpose what it is shown for; names one act
 * @throws PortalError second_factor_missing, second_factor_refused, second_factor_used, second_factor_locked
 */
export const verifySecondFactor = async (
  options: Holder & { code: string; purpose: string; now: Date },
): Promise<void> => {
  const { pool, person, purpose } = options
  const outcome = await inTransaction(pool, async (client): Promise<Outcome> => {
    const { rows } = await client.query<Row>(
      `select secret, last_step as "lastStep", last_purpose as "lastPurpose", recovery from web.second_factors
       where person = $1 and confirmed_at is not null for update`,
      [person],
    )
    const [row] = rows
    if (!row) return { refusal: 'second_factor_missing' }
    const judged = await judge(client, row, options)
    if ('event' in judged) await noteEvent(client, { person, event: judged.event, purpose })
    else if (judged.refusal === 'second_factor_used')
      await noteEvent(client, { person, event: 'replayed', purpose })
    else if (judged.refusal === 'second_factor_refused')
      await noteEvent(client, { person, event: 'refused', purpose })
    return judged
  })
  if ('refusal' in outcome) throw secondFactorError(outcome.refusal)
}

/** True when the person has shown a code in the last minutes, for whatever act. */
export const isFreshlyVerified = async (
  holder: Pick<Holder, 'pool' | 'person'>,
  minutes: number,
): Promise<boolean> => {
  const { rowCount } = await holder.pool.query(
    `select from web.second_factors where person = $1 and last_at > clock_timestamp() - make_interval(mins => $2::int)`,
    [holder.person, minutes],
  )
  return rowCount === 1
}

const judge = async (
  client: ClientBase,
  row: Row,
  { person, secret, code, purpose, now }: Parameters<typeof verifySecondFactor>[0],
): Promise<Outcome> => {
  const hash = hashRecoveryCode(secret, person, code)
  if (row.recovery.includes(hash)) {
    await client.query(
      `update web.second_factors set recovery = array_remove(recovery, $2), last_at = clock_timestamp() where person = $1`,
      [person, hash],
    )
    return { event: 'recovered' }
  }
  if (await isLocked(client, person)) return { refusal: 'second_factor_locked' }
  const step = totpOf(unseal(secret, person, row.secret)).stepOf(code, now)
  if (step === null) return { refusal: 'second_factor_refused' }
  const last = Number(row.lastStep)
  if (step === last && row.lastPurpose === purpose) return { event: 'accepted' }
  if (step <= last) return { refusal: 'second_factor_used' }
  await client.query(
    `update web.second_factors set last_step = $2, last_purpose = $3, last_at = clock_timestamp() where person = $1`,
    [person, step, purpose],
  )
  return { event: 'accepted' }
}

const isLocked = async (client: ClientBase, person: number): Promise<boolean> => {
  const { rows } = await client.query<{ wrong: number }>(
    `select count(*)::int as wrong from web.second_factor_events e
     where e.person = $1 and e.event = 'refused' and e.at > clock_timestamp() - make_interval(mins => $2::int)
       and e.id > coalesce((select max(a.id) from web.second_factor_events a
         where a.person = $1 and a.event in ('accepted', 'recovered', 'enrolled')), 0)`,
    [person, THROTTLE.minutes],
  )
  return (rows[0]?.wrong ?? 0) >= THROTTLE.wrong
}
