import { Temporal } from 'temporal-polyfill'
import { buildTables } from './buildTables.ts'
import type { Stretch } from './buildTables.ts'
import { CalendarOutOfRange } from './CalendarOutOfRange.ts'
import { countDays } from './countDays.ts'
import { countTime } from './countTime.ts'
import { lastNotAfter } from './lastNotAfter.ts'

/** A day that differs from the weekly rule; on a half day only the first stretch of office hours is worked. */
export type CalendarDay = {
  /** YYYY-MM-DD. */
  date: string
  kind: 'off' | 'work' | 'halfDay'
  /** Expected, but not yet announced. */
  isProvisional?: boolean
}

/** What a calendar is made of. */
export type CalendarRules = {
  /** IANA time zone. */
  zone: string
  /** ISO weekdays without work, 1 Monday to 7 Sunday. */
  restDays: readonly number[]
  /** HH:MM, in order. */
  officeHours: readonly { from: string; to: string }[]
  /** Of two entries for one date the later holds: a unit's own day after the city's. */
  days: readonly CalendarDay[]
  /** The years the days are complete for, both inclusive. */
  years: { from: number; to: number }
  /** Years without a notice yet. */
  provisionalYears?: readonly number[]
}

/**
 * Working days and working time. Days are YYYY-MM-DD in the zone. Outside the known years it does not guess.
 *
 * @throws CalendarOutOfRange from everything that needs to know whether a day is worked
 */
export type Calendar = {
  zone: string
  /** The day of an instant; also outside the known years. */
  dayOf: (at: Date) => string
  /** The first instant of a day; also outside the known years. */
  startOfDay: (day: string) => Date
  /** The first instant after a day; also outside the known years. */
  endOfDay: (day: string) => Date
  isWorkingDay: (day: string) => boolean
  /** Whether the day, or its whole year, is expected rather than announced. */
  isProvisional: (day: string) => boolean
  /** Half-open stretches of epoch milliseconds; none on a day off. */
  officeHoursOn: (day: string) => readonly Stretch[]
  /** The end of the last stretch of a working day. @throws RangeError on a day off */
  endOfWork: (day: string) => Date
  /**
   * The last day of a deadline: day zero is the day of the event, day one the next working day (Civil Code, art. 147).
   * A negative count goes back, zero stays.
   */
  addWorkingDays: (day: string, count: number) => string
  /** Working days in (after, until]; negative the other way. */
  workingDaysBetween: (after: string, until: string) => number
  /** The earliest instant by which so much working time has passed; negative: the latest from which it has. */
  addWorkingMinutes: (at: Date, minutes: number) => Date
  /** Negative when `to` is before `from`. */
  workingMinutesBetween: (from: Date, to: Date) => number
  /** The instant itself within office hours, else the start of the next. */
  nextWorkingInstant: (at: Date) => Date
  /** The instant itself within office hours or at their end, else the end of the last. */
  previousWorkingInstant: (at: Date) => Date
}

/**
 * Builds a calendar once, so that it answers each question by look-up.
 *
 * @throws RangeError when office hours overlap, are out of order or missing
 */
export const createCalendar = (rules: CalendarRules): Calendar => {
  const tables = buildTables(rules)
  const { days, dayStarts, stretches, firstStretch } = tables
  const expected = new Set(rules.days.filter((day) => day.isProvisional).map((day) => day.date))
  const provisionalYears = new Set(rules.provisionalYears)
  const indexOf = (day: string): number => {
    const index = tables.indexOf.get(day)
    if (index === undefined) throw new CalendarOutOfRange(Temporal.PlainDate.from(day).toString())
    return index
  }
  const startInZone = (day: string, later: number): number =>
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(rules.zone).epochMilliseconds
  const officeHoursOn = (day: string): readonly Stretch[] => {
    const index = indexOf(day)
    return stretches.slice(firstStretch[index], firstStretch[index + 1])
  }
  return {
    zone: rules.zone,
    dayOf: (at) => {
      const time = at.getTime()
      const index = lastNotAfter(dayStarts.length, (one) => dayStarts[one] ?? 0, time)
      return days[index] ?? dayInZone(at, rules.zone)
    },
    startOfDay: (day) => {
      const index = tables.indexOf.get(day)
      return new Date(index === undefined ? startInZone(day, 0) : (dayStarts[index] ?? 0))
    },
    endOfDay: (day) => {
      const index = tables.indexOf.get(day)
      return new Date(index === undefined ? startInZone(day, 1) : (dayStarts[index + 1] ?? 0))
    },
    isProvisional: (day) => {
      const index = indexOf(day)
      return (
        expected.has(days[index] ?? day) || provisionalYears.has(Temporal.PlainDate.from(day).year)
      )
    },
    officeHoursOn,
    endOfWork: (day) => {
      const last = officeHoursOn(day).at(-1)
      if (!last) throw new RangeError(`No work is done on ${day}.`)
      return new Date(last.end)
    },
    ...countDays(tables, indexOf),
    ...countTime(tables),
  }
}

const dayInZone = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
