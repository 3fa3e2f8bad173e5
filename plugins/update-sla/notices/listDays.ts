import type { Connection } from '../calendars/readCalendars.ts'
import { theOptions } from '../options.ts'
import type { ListedDay } from './notice.ts'

/**
 * The days that differ from the weekly rule, each with what it rests on, in order.
 *
 * @returns `isStored`: false while they are only those this version knows
 */
export const listDays = async (
  connection: Connection,
): Promise<{ days: ListedDay[]; isStored: boolean }> => {
  const { daysSql, knownDays } = theOptions().calendar
  const { rows } = daysSql
    ? await connection.query<ListedDay>(
        `select d.date::text as date, d.kind::text as kind, d.unit::integer as unit,
           coalesce(d.is_provisional, false) as "isProvisional",
           coalesce(to_jsonb(d) ->> 'reason', '') as reason,
           coalesce(to_jsonb(d) ->> 'reason_en', to_jsonb(d) ->> 'reason', '') as "reasonEn",
           coalesce(to_jsonb(d) ->> 'instrument', '') as instrument
         from (${daysSql}) d order by 1, 3`,
      )
    : { rows: [] }
  if (rows.some(({ unit }) => unit === null)) return { days: rows, isStored: true }
  const known = knownDays.map((day) => ({
    date: day.date,
    kind: day.kind,
    unit: null,
    isProvisional: day.isProvisional ?? false,
    reason: day.reason ?? '',
    reasonEn: day.reasonEn ?? day.reason ?? '',
    instrument: day.instrument ?? '',
  }))
  return {
    days: [...known, ...rows].sort((a, b) => a.date.localeCompare(b.date)),
    isStored: false,
  }
}
