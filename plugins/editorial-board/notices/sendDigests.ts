import { Temporal } from 'temporal-polyfill'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { dayOf, zone } from '../verbs/dayOf.ts'
import { digestMail } from './digestMail.ts'
import type { ToldNotice } from './notice.ts'
import { postMail } from './postMail.ts'
import { toldColumns } from './readNotices.ts'
import type { Telling } from './tell.ts'

type Pending = ToldNotice & {
  person: number
  email: string
  language: 'vi' | 'en'
  isMoot: boolean
}

/**
 * Sends each person the digest of what was told since the last one, on working days from the hour of the options on; once a
 * day, whichever worker comes first. What was read or done in the meantime is not repeated.
 *
 * @returns how many digests were queued; null when there is none to send now
 */
export const sendDigests = async (telling: Telling): Promise<number | null> => {
  const { sql, now } = telling
  const day = dayOf(now)
  const { digestAt = '07:30' } = theOptions()
  if (now < instantOf(day, digestAt) || !isWorkingDay(day)) return null
  const { rowCount } = await sql.query(
    'insert into editorial.digest_days (day) values ($1::date) on conflict do nothing',
    [day],
  )
  if (rowCount !== 1) return null
  const pending = await takePending(sql, day)
  const people = new Map<number, Pending[]>()
  for (const one of pending)
    if (!one.isMoot) people.set(one.person, [...(people.get(one.person) ?? []), one])
  for (const [person, notices] of people) {
    const [{ email, language } = { email: '', language: 'vi' as const }] = notices
    await postMail(sql, {
      ...digestMail(notices, { ...telling, language }),
      key: `board:digest:${day}:${person}`,
      to: email ? [email] : [],
    })
  }
  await sql.query('update editorial.digest_days set people = $2::int where day = $1::date', [
    day,
    people.size,
  ])
  return people.size
}

/** A day is worked when working time that begins with it passes on it. */
const isWorkingDay = (day: string): boolean =>
  dayOf(theOptions().dueAt(instantOf(day, '00:00'), 1 / 60)) === day

const instantOf = (day: string, plainTime: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone(), plainTime }).epochMilliseconds,
  )

const takePending = async (sql: Sql, day: string): Promise<Pending[]> => {
  const { rows } = await sql.query<Pending>(
    `with taken as (
       update editorial.notices n set digest_on = $1::date where n.mail = 'digest' and n.digest_on is null returning n.*)
     select ${toldColumns}, n.person, a.email, case when a.language = 'en' then 'en' else 'vi' end as language,
       n.read_at is not null or n.settled_at is not null as "isMoot"
     from taken n join editorial.accounts a on a.person = n.person and a.is_active and a.email is not null order by n.id`,
    [day],
  )
  return rows
}
