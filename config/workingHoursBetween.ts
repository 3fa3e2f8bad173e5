import { Temporal } from 'temporal-polyfill'
import { dayAt, officeHoursOn } from './officeHours.ts'

/** Older than this, a delay is told as this long: nobody counts the hours of years. */
const LONGEST_DAYS = 400

/**
 * How many working hours lie between two instants, by the office hours of working days.
 *
 * @param from not after `to`
 */
export const workingHoursBetween = (from: Date, to: Date): number => {
  let total = 0
  let day = dayAt(from)
  const last = dayAt(to)
  for (let turn = 0; turn < LONGEST_DAYS; turn += 1) {
    if (Temporal.PlainDate.compare(day, last) > 0) break
    for (const [start, end] of officeHoursOn(day)) {
      const within = Math.min(end, to.getTime()) - Math.max(start, from.getTime())
      if (within > 0) total += within
    }
    day = day.add({ days: 1 })
  }
  return total / 3_600_000
}
