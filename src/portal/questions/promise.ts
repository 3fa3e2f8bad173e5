import type { Pool } from 'pg'
import type { CalendarDay } from '#domain/calendar/workingCalendar.ts'
import { workingCalendar } from '#domain/calendar/workingCalendar.ts'
import { isoDay } from '#domain/text/formatDate.ts'

/** What the law promises to whoever asks; days are YYYY-MM-DD. */
export type Promised = { forwardBy: string; answerBy: string; clauses: string[] }

/** A deadline in working days and the clause it rests on. */
export type Deadline = { workingDays: number; clause: string }

/**
 * The dates promised to a question received at an instant.
 *
 * @param options.knownDays used where the collection `working-days` is empty
 * @throws CalendarOutOfRange when no notice covers the year
 */
export const promiseAt = async (options: {
  pool: Pool
  knownDays: readonly CalendarDay[]
  forward: Deadline
  answer: Deadline
  receivedAt: Date
}): Promise<Promised> => {
  const { rows } = await options.pool.query<CalendarDay>(
    'select date, kind::text as kind from public.working_days where unit_id is null',
  )
  const days = rows.length > 0 ? rows : options.knownDays
  const years = days.map((day) => Number(day.date.slice(0, 4)))
  const calendar = workingCalendar({
    restDays: [6, 7],
    days,
    years: { from: Math.min(...years), to: Math.max(...years) },
  })
  const today = isoDay(options.receivedAt.toISOString())
  return {
    forwardBy: calendar.addWorkingDays(today, options.forward.workingDays),
    answerBy: calendar.addWorkingDays(today, options.answer.workingDays),
    clauses: [options.forward.clause, options.answer.clause],
  }
}
