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

let known: { key: string; calendars: Calendars } | undefined

/** Reads the working calendar; built anew only when a day or a unit's hours have changed. */
export const readCalendars = async (connection: Connection): Promise<Calendars> => {
  const days = await readDays(connection)
  const hours = await readUnitHours(connection)
  const key = JSON.stringify([days, [...hours]])
  if (known?.key !== key) known = { key, calendars: calendarsOf(days, hours) }
  return known.calendars
}

/** The office hours of units that keep their own. */
export const readUnitHours = async (connection: Connection): Promise<UnitHours> => {
  const { unitHoursSql } = theOptions().calendar
  const hours = new Map<number, { from: string; to: string }[]>()
  if (!unitHoursSql) return hours
  const { rows } = await connection.query<{ unit: number; from: string; to: string }>(
    `select h.unit::integer as unit, h.from_time::text as "from", h.to_time::text as "to" from (${unitHoursSql}) h order by 1, 2`,
  )
  for (const { unit, from, to } of rows) hours.set(unit, [...(hours.get(unit) ?? []), { from, to }])
  return hours
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
