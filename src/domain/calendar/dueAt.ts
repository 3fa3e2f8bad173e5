import { Temporal } from 'temporal-polyfill'
import type { Calendar } from './createCalendar.ts'
import type { Counting, Duration } from './duration.ts'

export type { Counting, Duration } from './duration.ts'

/**
 * When something is due.
 *
 * Working days: day zero is the day of the event (Civil Code, art. 147). Days and months count every day; a month without
 * the day ends at its last (art. 148.3); until `endOfWork`, a last day that is not worked gives way to the next working
 * day (art. 148.5). The same working day is that of the event, or the next when offices have closed.
 *
 * @throws CalendarOutOfRange when a day is needed that no notice covers
 */
export const dueAt = (
  calendar: Calendar,
  at: Date,
  duration: Duration,
  counting: Counting,
): Date => {
  if ('hours' in duration) return new Date(at.getTime() + Math.round(duration.hours * 3_600_000))
  if ('workingMinutes' in duration) return calendar.addWorkingMinutes(at, duration.workingMinutes)
  if ('sameWorkingDay' in duration) return endOn(calendar, at, workingDayOf(calendar, at), counting)
  if ('workingDays' in duration)
    return endOn(
      calendar,
      at,
      lastWorkingDay(calendar, at, duration.workingDays, counting),
      counting,
    )
  const day = Temporal.PlainDate.from(calendar.dayOf(at))
  const last = day
    .add(duration)
    .subtract({ days: counting.firstDay === 'same' ? 1 : 0 })
    .toString()
  const isMoved = counting.until === 'endOfWork' && !calendar.isWorkingDay(last)
  return endOn(calendar, at, isMoved ? calendar.addWorkingDays(last, 1) : last, counting)
}

const workingDayOf = (calendar: Calendar, at: Date): string =>
  calendar.dayOf(calendar.nextWorkingInstant(at))

const lastWorkingDay = (
  calendar: Calendar,
  at: Date,
  count: number,
  { firstDay }: Counting,
): string => {
  if (count === 0) return workingDayOf(calendar, at)
  return firstDay === 'next'
    ? calendar.addWorkingDays(calendar.dayOf(at), count)
    : calendar.addWorkingDays(workingDayOf(calendar, at), count - 1)
}

const endOn = (calendar: Calendar, at: Date, day: string, { until }: Counting): Date => {
  if (until === 'endOfWork') return calendar.endOfWork(day)
  if (until === 'sameTime') return sameTimeOn(calendar, at, day)
  return calendar.endOfDay(day)
}

const DAY_MS = 86_400_000

const sameTimeOn = (calendar: Calendar, at: Date, day: string): Date => {
  const of = calendar.dayOf(at)
  if (hasAllHours(calendar, of) && hasAllHours(calendar, day))
    return new Date(+at - +calendar.startOfDay(of) + +calendar.startOfDay(day))
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    calendar.zone,
  )
  return new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: calendar.zone,
      plainTime: time.toPlainTime(),
    }).epochMilliseconds,
  )
}

/** A day that the zone makes no shorter or longer. */
const hasAllHours = (calendar: Calendar, day: string): boolean =>
  +calendar.endOfDay(day) - +calendar.startOfDay(day) === DAY_MS
