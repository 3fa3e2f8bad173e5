import { createCalendar } from './createCalendar.ts'
import type { Calendar, CalendarDay, CalendarRules } from './createCalendar.ts'
import { knownYears } from './knownYears.ts'

/** The weekly rule of a deployment, and the days known to it. */
export type CalendarSource = Pick<CalendarRules, 'zone' | 'restDays' | 'officeHours'> & {
  /** Used where no table of days is kept, or it is empty. */
  knownDays: readonly CalendarDay[]
}

/**
 * The calendar of a weekly rule and of days, known for the years the days are of.
 *
 * @param days instead of those the source knows
 */
export const calendarOf = (source: CalendarSource, days = source.knownDays): Calendar =>
  createCalendar({ ...source, days, ...knownYears(days) })
