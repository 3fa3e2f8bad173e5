import type { Connection } from '../calendars/readCalendars.ts'
import { readVersions } from '../obligations/readVersions.ts'

/** A clock that moved, as people read it; instants in ISO 8601. */
export type MovedLine = {
  clock: string
  title: string
  obligation: string
  owner: string
  dueBefore: string
  dueAfter: string
}

type Clock = {
  obligation: string
  version: number
  owner: string
  title: string
  dueBefore: Date
  dueAfter: Date
} & ({ id: string } | { clock: string })

/** Puts names to the obligations and owners of clocks. */
export const nameClocks = async (
  connection: Connection,
  clocks: readonly Clock[],
  language: string,
): Promise<MovedLine[]> => {
  const isEnglish = language === 'en'
  const versions = await readVersions(connection)
  const { rows } = await connection.query<{ owner: string; name: string }>(
    `select owner, coalesce(case when $2 then name_en end, name_vi, owner) as name from sla.owners
     where owner = any($1::text[])`,
    [[...new Set(clocks.map(({ owner }) => owner))], isEnglish],
  )
  const names = new Map(rows.map(({ owner, name }) => [owner, name]))
  return clocks.map((clock) => {
    const label = versions.get(clock.obligation, clock.version)?.label
    return {
      clock: 'id' in clock ? clock.id : clock.clock,
      title: clock.title,
      obligation: (isEnglish ? label?.en : label?.vi) ?? clock.obligation,
      owner: names.get(clock.owner) ?? clock.owner,
      dueBefore: clock.dueBefore.toISOString(),
      dueAfter: clock.dueAfter.toISOString(),
    }
  })
}
