import type { PayloadRequest } from 'payload'
import type { Label } from '#domain/sla/label.ts'
import { readCalendars } from '../calendars/readCalendars.ts'
import { readVersions } from '../obligations/readVersions.ts'
import { poolOf } from '../screens/poolOf.ts'
import { readBeganAt } from '../screens/readBeganAt.ts'
import { readOwners } from '../screens/readOwners.ts'
import { windowsOfDay } from '../screens/windowsOfDay.ts'

/** How a window of today stands. */
export type WindowToday = {
  code: string
  label: Label
  /** HH:MM. */
  from: string
  to: string
  startsAt: string
  endsAt: string
  state: 'met' | 'open' | 'missed' | 'ahead'
  /** When it was met. */
  metAt: string | null
}

/** A site's day. */
export type SiteToday = {
  code: string
  name: string
  groups: readonly string[]
  windows: WindowToday[]
}

type Update = { log: string; at: Date; kind: 'publish' | 'update' }

/**
 * Today's update windows of the sites the signed-in person may see. Read from the log as it stands now, before any
 * verdict.
 */
export const readToday = async (req: PayloadRequest, now: Date): Promise<SiteToday[]> => {
  const sites = (await readOwners(req)).flatMap((one) =>
    one.log !== null && one.isActive ? [{ ...one, log: one.log }] : [],
  )
  if (sites.length === 0) return []
  const pool = poolOf(req)
  const [calendars, versions, beganAt] = await Promise.all([
    readCalendars(pool),
    readVersions(pool),
    readBeganAt(pool),
  ])
  const day = calendars.all.dayOf(now)
  const owed = windowsOfDay({ versions, calendars, day, beganAt })
  const { rows } = await pool.query<Update>(
    `select log, released_at as at, kind from release.releases where log = any($1) and kind in ('publish', 'update')
       and not is_import and released_at >= $2 order by released_at`,
    [sites.map((site) => site.log), calendars.all.startOfDay(day)],
  )
  const updates = new Map<string, Update[]>()
  for (const row of rows) updates.set(row.log, [...(updates.get(row.log) ?? []), row])
  return sites.map((site) => ({
    code: site.log,
    name: site.name,
    groups: site.groups,
    windows: owed(site).map(({ window, startsAt, endsAt }) => {
      const kinds: readonly string[] = window.counts ?? ['publish', 'update']
      const met = updates
        .get(site.log)
        ?.find(({ at, kind }) => at >= startsAt && at < endsAt && kinds.includes(kind))
      return {
        code: window.code,
        label: window.label,
        from: window.from,
        to: window.to,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        state: stateOf({ startsAt, endsAt }, met !== undefined, now),
        metAt: met?.at.toISOString() ?? null,
      }
    }),
  }))
}

const stateOf = (
  one: { startsAt: Date; endsAt: Date },
  isMet: boolean,
  now: Date,
): WindowToday['state'] => {
  if (isMet) return 'met'
  if (one.endsAt <= now) return 'missed'
  return one.startsAt <= now ? 'open' : 'ahead'
}
