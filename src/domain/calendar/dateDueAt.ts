import type { Calendar } from './createCalendar.ts'

/**
 * The instant before which something owed by a date must be done: "chậm nhất vào ngày 14/3" includes the day, "trước ngày
 * 25/12" ends as it begins.
 *
 * @param day YYYY-MM-DD
 */
export const dateDueAt = (
  calendar: Pick<Calendar, 'startOfDay' | 'endOfDay'>,
  day: string,
  { isInclusive }: { isInclusive: boolean },
): Date => (isInclusive ? calendar.endOfDay(day) : calendar.startOfDay(day))
