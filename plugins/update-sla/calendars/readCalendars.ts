import { createCalendar } from '#domain/calendar/createCalendar.ts'
import type { Calendar, CalendarDay } from '#domain/calendar/createCalendar.ts'
import { theOptions, zone } from '../options.ts'

/** A connection or pool of `pg`, or of a Payload request. */
export type Connection = {
  query<R extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: R[] }>
}

/** A day of the working calendar as it is stored; of one unit, or of all. */
export type StoredDay = CalendarDay & { unit: number | null; isProvisional: boolean }

/** The calendars in force: the deployment's, and those of units with days of their own. */
export type Calendars = {
  all: Calendar
  /** @param unit null: the deployment's */
  of: (unit: number | null) => Calendar
  /** Units that differ. */
  units: readonly number[]
}

let known: { key: string; calendars: Calendars } | undefined

/** Reads the working calendar; built anew only when a day has changed. */
export const readCalendars = async (connection: Connection): Promise<Calendars> => {
  const days = await readDays(connection)
  const key = JSON.stringify(days)
  if (known?.key !== key) known = { key, calendars: calendarsOf(days) }
  return known.calendars
}

/** The days that differ from the weekly rule. */
export const readDays = async (connection: Connection): Promise<StoredDay[]> => {
  const { daysSql, knownDays } = theOptions().calendar
  const { rows } = daysSql
    ? await connection.query<StoredDay>(
        `select d.date::text as date, d.kind::text as kind, d.unit::integer as unit,
           coalesce(d.is_provisional, false) as "isProvisional" from (${daysSql}) d order by 1, 3`,
      )
    : { rows: [] }
  if (rows.some(({ unit }) => unit === null)) return rows
  return [
    ...knownDays.map((day) => ({ ...day, unit: null, isProvisional: day.isProvisional ?? false })),
    ...rows,
  ]
}

/** Calendars of given days, for instance of those a notice would make. */
export const calendarsOf = (days: readonly StoredDay[]): Calendars => {
  const { restDays, officeHours } = theOptions().calendar
  const years = days.filter(({ unit }) => unit === null).map(({ date }) => Number(date.slice(0, 4)))
  const make = (chosen: readonly StoredDay[]) =>
    createCalendar({
      zone: zone(),
      restDays,
      officeHours,
      days: chosen,
      years: { from: Math.min(...years), to: Math.max(...years) },
      provisionalYears: [
        ...new Set(
          days.filter((day) => day.isProvisional).map(({ date }) => Number(date.slice(0, 4))),
        ),
      ],
    })
  const common = days.filter(({ unit }) => unit === null)
  const all = make(common)
  const units = [...new Set(days.flatMap(({ unit }) => (unit === null ? [] : [unit])))]
  const own = new Map(
    units.map((unit) => {
      const days1 = days.filter((day) => day.unit === unit)
      const dates = new Set(days1.map(({ date }) => date))
      return [unit, make([...common.filter(({ date }) => !dates.has(date)), ...days1])]
    }),
  )
  return { all, units, of: (unit) => (unit === null ? all : (own.get(unit) ?? all)) }
}
