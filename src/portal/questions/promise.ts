import type { Pool } from 'pg'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import { dueAt } from '#domain/calendar/dueAt.ts'
import type { Counting } from '#domain/calendar/duration.ts'
import { readCalendar } from '#kit/readCalendar.ts'

/** What the law promises to whoever asks; days are YYYY-MM-DD. */
export type Promised = { forwardBy: string; answerBy: string; clauses: string[] }

/** A deadline in working days, how they are counted, and the clause it rests on. */
export type Deadline = { workingDays: number; counting: Counting; clause: string }

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
  const lastDayOf = ({ workingDays, counting }: Deadline) => {
    const due = dueAt(calendar, options.receivedAt, { workingDays }, counting)
    return calendar.dayOf(new Date(due.getTime() - 1)) // midnight is the end of a day
  }
  return {
    forwardBy: lastDayOf(options.forward),
    answerBy: lastDayOf(options.answer),
    clauses: [options.forward.clause, options.answer.clause],
  }
}
