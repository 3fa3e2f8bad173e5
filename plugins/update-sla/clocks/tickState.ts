import type { ClientBase } from 'pg'
import { prepared } from '#kit/prepared.ts'
import type { Connection, Calendars } from '../calendars/readCalendars.ts'
import { calendarText, readCalendars } from '../calendars/readCalendars.ts'
import { readVersions, VERSIONS_KEY } from '../obligations/readVersions.ts'
import type { Versions } from '../obligations/readVersions.ts'

/** Somebody who may owe. */
export type Owner = {
  owner: string
  groups: string[]
  log: string | null
  calendar_unit: number | null
  is_active: boolean
}

/** What one evaluation rests on. */
export type TickState = {
  now: Date
  /** When this installation began to owe anything. */
  beganAt: Date
  calendars: Calendars
  versions: Versions
  /** Read when first asked for. */
  owners: () => Promise<readonly Owner[]>
  calendarUnit: (owner: string) => number | null
}

/** Reads the calendars, the obligations and who may owe. */
export const readTickState = async (
  connection: ClientBase,
  now: Date,
  beganAt: Date,
): Promise<TickState> => {
  const { rows } = await connection.query<{ calendar: string; versions: string }>(
    prepared(`select ${calendarText()} as calendar, ${VERSIONS_KEY} as versions`),
  )
  const calendars = await readCalendars(connection, rows[0]?.calendar)
  const versions = await readVersions(connection, rows[0]?.versions)
  let known: Promise<readonly Owner[]> | undefined
  const owners = () => (known ??= readOwners(connection))
  const units =
    calendars.units.length > 0
      ? new Map((await owners()).map(({ owner, calendar_unit }) => [owner, calendar_unit]))
      : new Map<string, number>()
  return {
    now,
    beganAt,
    calendars,
    versions,
    owners,
    calendarUnit: (owner) => units.get(owner) ?? null,
  }
}

const readOwners = async (connection: Connection): Promise<readonly Owner[]> => {
  const { rows } = await connection.query<Owner>(
    'select owner, groups, log, calendar_unit, is_active from sla.owners',
  )
  return rows
}
