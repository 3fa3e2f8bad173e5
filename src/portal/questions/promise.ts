import type { Pool } from 'pg'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import { readCalendar } from '#kit/readCalendar.ts'

/** What the law promises to whoever asks; days are YYYY-MM-DD. */
export type Promised = { forwardBy: string; answerBy: string; clauses: string[] }

/** A deadline in working days and the clause it rests on. */
export type Deadline = { workingDays: number; clause: string }

/**
 * The dates promised to a question received at an instant.
 *
 * @throws CalendarOutOfRange when no notice covers the year
 */
export const promiseAt = async (options: {
  pool: Pool
  calendar: CalendarSource
  forward: Deadline
  answer: Deadline
  receivedAt: Date
}): Promise<Promised> => {
  const calendar = await readCalendar(options.pool, options.calendar)
  const today = calendar.dayOf(options.receivedAt)
  return {
    forwardBy: calendar.addWorkingDays(today, options.forward.workingDays),
    answerBy: calendar.addWorkingDays(today, options.answer.workingDays),
    clauses: [options.forward.clause, options.answer.clause],
  }
}
