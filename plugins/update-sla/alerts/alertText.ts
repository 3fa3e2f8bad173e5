import { endOfDayText } from '#domain/text/endOfDayText.ts'
import type { AlertRow } from './alertRow.ts'
import type { AlertWords } from './alertWords.ts'
import { zone } from '../options.ts'

/** How an alert says that its matter stands. */
export type Standing = 'ahead' | 'late' | 'recovered'

export const standingOf = ({ rung, firesAt, dueAt }: AlertRow): Standing => {
  if (rung === 'recovered') return 'recovered'
  return firesAt < dueAt ? 'ahead' : 'late'
}

/** `10:00 23/11/2026`, in the deployment's zone. */
export const moment = (at: Date): string => `${clock(at)} ${fullDay(at)}`

/** `23/11/2026`. */
export const fullDay = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone(),
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(at)

/** A due time; one at midnight is told as the end of the day before, as on screens. */
export const dueMoment = (at: Date, language: 'vi' | 'en'): string =>
  endOfDayText(at, zone(), language) ?? moment(at)

/** `10:00 23/11`. */
export const shortMoment = (at: Date): string => withoutYear(moment(at))

/** A due time without its year. */
export const shortDue = (at: Date, language: 'vi' | 'en'): string =>
  withoutYear(dueMoment(at, language))

const withoutYear = (text: string): string => text.slice(0, -5)

const clock = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone(), hour: '2-digit', minute: '2-digit' }).format(
    at,
  )

export const nameOf = (alert: AlertRow, language: 'vi' | 'en'): string =>
  language === 'en' ? alert.nameEn : alert.nameVi

/** Whom a mail is about: the one owner by name, several by number. */
export const whoOf = (
  alerts: readonly AlertRow[],
  language: 'vi' | 'en',
  words: AlertWords,
): string => {
  const owners = new Map(alerts.map((one) => [one.owner, one]))
  const [only] = owners.values()
  if (only && owners.size === 1) return nameOf(only, language)
  const areSites = [...owners.keys()].every((owner) => owner.startsWith('site:'))
  return (areSites ? words.sites : words.owners).replace('{n}', String(owners.size))
}

/** A stretch of time, to the minute, hour or so. */
export const lengthText = (from: Date, until: Date, words: AlertWords): string => {
  const minutes = Math.round((until.getTime() - from.getTime()) / 60_000)
  if (minutes < 60) return words.minutes.replace('{n}', String(minutes))
  const hours = Math.floor(minutes / 60)
  if (hours < 48)
    return words.hours.replace('{h}', String(hours)).replace('{m}', String(minutes % 60))
  return words.days
    .replace('{d}', String(Math.floor(hours / 24)))
    .replace('{h}', String(hours % 24))
}
