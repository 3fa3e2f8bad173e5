import { Temporal } from 'temporal-polyfill'
import type { Calendar } from './createCalendar.ts'

/** A due date of every year. */
export type DateOfYear = {
  /** MM-DD. */
  dueOn: string
  /** "chậm nhất vào ngày 14/3" includes the day, "trước ngày 25/12" ends as it begins. */
  isInclusive: boolean
}

/** The instant before which something owed by a date must be done. */
export const dateDueAt = (
  calendar: Pick<Calendar, 'startOfDay' | 'endOfDay'>,
  year: number,
  { dueOn, isInclusive }: DateOfYear,
): Date => {
  const day = Temporal.PlainMonthDay.from(dueOn).toPlainDate({ year }).toString()
  return isInclusive ? calendar.endOfDay(day) : calendar.startOfDay(day)
}
