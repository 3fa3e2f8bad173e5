import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { ListedDay } from '../../notices/notice.ts'

/** How a day is shown. */
export type DayKind = 'worked' | 'rest' | 'off' | 'work' | 'halfDay'

/** The sign of a kind, so that nothing is told by colour alone. */
export const signs: Readonly<Record<DayKind, string>> = {
  worked: '',
  rest: '',
  off: '●',
  work: '+',
  halfDay: '½',
}

/** What to show for a day of the calendar, given the entry that stands for it in the list. */
export const kindOf = (
  calendar: Pick<Calendar, 'isWorkingDay'>,
  day: string,
  listed: ListedDay | undefined,
): DayKind => listed?.kind ?? (calendar.isWorkingDay(day) ? 'worked' : 'rest')
