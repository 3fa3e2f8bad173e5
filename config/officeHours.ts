import { Temporal } from 'temporal-polyfill'
import { CalendarOutOfRange, workingCalendar } from '#domain/calendar/workingCalendar.ts'
import { profile } from './profiles/index.ts'
import { workingDays } from './profiles/workingDays.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

const calendar = workingCalendar({
  restDays: [6, 7],
  days: workingDays,
  years: { from: 2025, to: 2027 },
})

/** The day of an instant in the city's zone. */
export const dayAt = (at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate()

/**
 * The office hours of a day as half-open stretches of epoch milliseconds; none on days that are not worked. Holidays and
 * swapped days are taken into account; where no notice of a year is known, weekdays count as worked.
 */
export const officeHoursOn = (day: Temporal.PlainDate): [number, number][] =>
  isWorked(day)
    ? profile.officeHours.map(({ from, to }) => [instantOf(day, from), instantOf(day, to)])
    : []

const isWorked = (day: Temporal.PlainDate): boolean => {
  try {
    return calendar.isWorkingDay(day.toString())
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return day.dayOfWeek <= 5
    throw error
  }
}

const instantOf = (day: Temporal.PlainDate, time: string): number =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds
