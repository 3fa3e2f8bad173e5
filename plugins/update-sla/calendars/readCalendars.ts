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

/** Office hours of units that keep their own, by unit. */
export type UnitHours = ReadonlyMap<number, readonly { from: string; to: string }[]>

let known: { text: string; options: unknown; calendars: Calendars } | undefined

/**
 * Reads the working calendar; built anew only when a day or a unit's hours have changed.
 *
 * @param given what `calendarText` gives, for callers that have asked already
 */
export const readCalendars = async (connection: Connection, given?: string): Promise<Calendars> => {
  const text = given ?? (await readText(connection))
  const options = theOptions().calendar
  if (known?.text !== text || known.options !== options) {
    const { days, hours } = JSON.parse(text) as { days: StoredDay[]; hours: HoursRow[] } // calendarText
    known = { text, options, calendars: calendarsOf(withKnown(days), byUnit(hours)) }
  }
  return known.calendars
}

const readText = async (connection: Connection): Promise<string> => {
  const { rows } = await connection.query<{ text: string }>(`select ${calendarText()} as text`)
  return rows[0]?.text ?? ''
}

/** Days and hours as one text, as an SQL expression: what was read before need not be read again. */
export const calendarText = (): string => {
  const { daysSql, unitHoursSql } = theOptions().calendar
  const list = (sql: string | undefined) =>
    sql ? `(select coalesce(jsonb_agg(k), '[]') from (${sql}) k)` : `'[]'::jsonb`
  const days = list(daysSql && DAYS(daysSql))
  const hours = list(unitHoursSql && HOURS(unitHoursSql))
  return `jsonb_build_object('days', ${days}, 'hours', ${hours})::text`
}

const DAYS = (daysSql: string) =>
  `select d.date::text as date, d.kind::text as kind, d.unit::integer as unit,
     coalesce(d.is_provisional, false) as "isProvisional" from (${daysSql}) d order by 1, 3`

type HoursRow = { unit: number; from: string; to: string }

const HOURS = (unitHoursSql: string) =>
  `select h.unit::integer as unit, h.from_time::text as "from", h.to_time::text as "to" from (${unitHoursSql}) h order by 1, 2`

/** The office hours of units that keep their own. */
export const readUnitHours = async (connection: Connection): Promise<UnitHours> => {
  const { unitHoursSql } = theOptions().calendar
  if (!unitHoursSql) return new Map()
  const { rows } = await connection.query<HoursRow>(HOURS(unitHoursSql))
  return byUnit(rows)
}

const byUnit = (rows: readonly HoursRow[]): UnitHours => {
  const hours = new Map<number, { from: string; to: string }[]>()
  for (const { unit, from, to } of rows) hours.set(unit, [...(hours.get(unit) ?? []), { from, to }])
  return hours
}

/** The days that differ from the weekly rule. */
export const readDays = async (connection: Connection): Promise<StoredDay[]> => {
  const { daysSql } = theOptions().calendar
  if (!daysSql) return withKnown([])
  const { rows } = await connection.query<StoredDay>(DAYS(daysSql))
  return withKnown(rows)
}

/** A new installation has but the days it came with. */
const withKnown = (days: readonly StoredDay[]): StoredDay[] => {
  if (days.some(({ unit }) => unit === null)) return [...days]
  const given = theOptions().calendar.knownDays.map((day) => ({
    ...day,
    unit: null,
    isProvisional: day.isProvisional ?? false,
  }))
  return [...given, ...days]
}

/** Calendars of given days, for instance of those a notice would make. */
export const calendarsOf = (
  days: readonly StoredDay[],
  unitHours: UnitHours = new Map(),
): Calendars => {
  const { restDays, officeHours } = theOptions().calendar
  const years = days.filter(({ unit }) => unit === null).map(({ date }) => Number(date.slice(0, 4)))
  const make = (chosen: readonly StoredDay[], unit: number | null) =>
    createCalendar({
      zone: zone(),
      restDays,
      officeHours: (unit === null ? undefined : unitHours.get(unit)) ?? officeHours,
      days: chosen,
      years: { from: Math.min(...years), to: Math.max(...years) },
      provisionalYears: [
        ...new Set(
          days.filter((day) => day.isProvisional).map(({ date }) => Number(date.slice(0, 4))),
        ),
      ],
    })
  const common = days.filter(({ unit }) => unit === null)
  const all = make(common, null)
  const units = [
    ...new Set([...days.flatMap(({ unit }) => (unit === null ? [] : [unit])), ...unitHours.keys()]),
  ]
  const own = new Map(
    units.map((unit) => {
      const days1 = days.filter((day) => day.unit === unit)
      const dates = new Set(days1.map(({ date }) => date))
      return [unit, make([...common.filter(({ date }) => !dates.has(date)), ...days1], unit)]
    }),
  )
  return { all, units, of: (unit) => (unit === null ? all : (own.get(unit) ?? all)) }
}
