import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { TimeLeft } from '#domain/sla/dueWords.ts'
import { theOptions } from '../options.ts'

/** The time to a due time, or since it, in working minutes; by the clock where the calendar knows nothing. */
export const timeLeft = (calendar: Calendar, dueAt: Date, now: Date): TimeLeft => {
  const isLate = dueAt < now
  const [from, to] = isLate ? [dueAt, now] : [now, dueAt]
  try {
    const minutes = calendar.workingMinutesBetween(from, to)
    return { isLate, minutes, dayMinutes: minutesOfDay(), isWorking: true }
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error
    const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000)
    return { isLate, minutes, dayMinutes: 24 * 60, isWorking: false }
  }
}

const minutesOfDay = (): number =>
  theOptions()
    .calendar.officeHours.map(({ from, to }) => minuteOf(to) - minuteOf(from))
    .reduce((sum, one) => sum + one, 0)

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
