import { Temporal } from 'temporal-polyfill'
import { zone } from '../options.ts'

/** A day as people write it: 2026-11-24 → 24/11/2026. */
export const dayText = (day: string): string =>
  `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** The clock time of an instant in the deployment's zone: 08:20. */
export const timeText = (instant: Date | string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone(),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))

/** The name of a day of the week out of a list that begins with Monday. */
export const weekdayText = (day: string, names: string): string =>
  names.split(',')[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''

/** A day so many days later; earlier with a negative count. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Whether a text is a day, YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
