import type { ClientBase, Pool } from 'pg'
import { calendarOf } from '#domain/calendar/calendarOf.ts'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import type { Calendar, CalendarDay } from '#domain/calendar/createCalendar.ts'

const built = new WeakMap<CalendarSource, { days: string; calendar: Calendar }>()

/** The calendar in force: the collection `working-days`, or the days the source knows. Built anew only when they change. */
export const readCalendar = async (
  sql: Pool | ClientBase,
  source: CalendarSource,
): Promise<Calendar> => {
  const { rows } = await sql.query<CalendarDay>(
    `select date, kind::text as kind, coalesce(is_provisional, false) as "isProvisional"
     from public.working_days where unit_id is null order by date`,
  )
  if (rows.length === 0) return calendarOf(source)
  const days = JSON.stringify(rows)
  const before = built.get(source)
  if (before?.days === days) return before.calendar
  const calendar = calendarOf(source, rows)
  built.set(source, { days, calendar })
  return calendar
}
