import { weekdayOf } from '../clock.ts'
import { workingDays } from '../data/workingDays.ts'

const exceptions = new Map(workingDays.map((entry) => [entry.date, entry.kind]))

/** Whether offices are open on a day, by the calendar the demo carries. */
export const isWorkingDay = (day: string): boolean => {
  const exception = exceptions.get(day)
  if (exception) return exception === 'work'
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6
}
