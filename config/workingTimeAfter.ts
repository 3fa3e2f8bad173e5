import { CalendarOutOfRange } from '#domain/calendar/workingCalendar.ts'
import { dayAt, officeHoursOn } from './officeHours.ts'

/** No flow waits longer; a calendar without office hours must not turn for ever. */
const LONGEST_DAYS = 400

/** The instant at which so many working hours have passed since another, by the office hours of working days. */
export const workingTimeAfter = (at: Date, hours: number): Date => {
  let left = Math.round(hours * 3_600_000)
  let day = dayAt(at)
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
