import { Temporal } from 'temporal-polyfill'
import { CalendarOutOfRange, workingCalendar } from '#domain/calendar/workingCalendar.ts'
import { profile } from './profiles/index.ts'
import { workingDays } from './profiles/workingDays.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
/** No flow waits longer; a calendar without office hours must not turn for ever. */
const LONGEST_DAYS = 400

const calendar = workingCalendar({
  restDays: [6, 7],
  days: workingDays,
  years: { from: 2025, to: 2027 },
})

/**
 * The instant at which so many working hours have passed since another: office hours of working days, holidays and swapped
 * days taken into account. Where no notice of a year is known, weekdays count as worked.
 */
export const workingTimeAfter = (at: Date, hours: number): Date => {
  let left = Math.round(hours * 3_600_000)
  let day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
  for (let turn = 0; turn < LONGEST_DAYS; turn += 1) {
    for (const [from, to] of officeHoursOn(day)) {
      const start = Math.max(from, at.getTime())
      if (start >= to) continue
      if (to - start >= left) return new Date(start + left)
      left -= to - start
    }
    day = day.add({ days: 1 })
  }
  throw new CalendarOutOfRange(day.toString())
}

const officeHoursOn = (day: Temporal.PlainDate): [number, number][] =>
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
