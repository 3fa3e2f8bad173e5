import { Temporal } from 'temporal-polyfill'
import type { Tables } from './buildTables.ts'
import { CalendarOutOfRange } from './CalendarOutOfRange.ts'
import type { Calendar } from './createCalendar.ts'

/**
 * The counting of working days over built tables.
 *
 * @param indexOf throws CalendarOutOfRange for an unknown day
 */
export const countDays = (
  { days, worked, workedBefore }: Tables,
  indexOf: (day: string) => number,
): Pick<Calendar, 'isWorkingDay' | 'addWorkingDays' | 'workingDaysBetween'> => {
  const before = (index: number): number => workedBefore[index] ?? 0
  return {
    isWorkingDay: (day) => {
      const index = indexOf(day)
      return before(index + 1) > before(index)
    },
    addWorkingDays: (day, count) => {
      if (!Number.isInteger(count)) throw new RangeError(`Working days are whole, not ${count}.`)
      const index = indexOf(day)
      if (count === 0) return day
      const reached = worked[count > 0 ? before(index + 1) + count - 1 : before(index) + count]
      const found = reached === undefined ? undefined : days[reached]
      if (found === undefined) throw new CalendarOutOfRange(beyond(days, count))
      return found
    },
    workingDaysBetween: (after, until) => before(indexOf(until) + 1) - before(indexOf(after) + 1),
  }
}

/** The first unknown day in the direction of counting. */
const beyond = (days: readonly string[], count: number): string => {
  const edge = Temporal.PlainDate.from((count > 0 ? days.at(-1) : days[0]) ?? '0000-01-01')
  return edge.add({ days: Math.sign(count) }).toString()
}
