import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { inForce } from '#domain/sla/inForce.ts'
import { windowsOnDay } from '#domain/sla/windowsOnDay.ts'
import { hasCityRole, membershipsOf } from '#kit/membershipsOf.ts'
import { theOptions, ZONE } from '../options.ts'
import type { UpdateWindow } from '../options.ts'
import { readCalendar } from '../store.ts'

/** How a window of today stands. */
export type WindowToday = {
  window: UpdateWindow
  startsAt: string
  endsAt: string
  state: 'met' | 'open' | 'missed' | 'ahead'
  /** When it was met. */
  metAt: string | null
}

/** A site's day. */
export type SiteToday = { code: string; name: string; windows: WindowToday[] }

type Site = { code: string; name: string; kind: 'city' | 'component' }
type Met = { log: string; at: Date }

/**
 * Today's update windows of the signed-in person's sites; of all sites for operators, auditors and administrators. Read
 * from the log as it stands now, before any verdict.
 */
export const readToday = async (req: PayloadRequest, now: Date): Promise<SiteToday[]> => {
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const sites = await sitesOf(req, pool)
  if (sites.length === 0) return []
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(now)
  const { isWorkingDay } = await readCalendar(pool)
  const windows = windowsOnDay({
    windows: inForce(theOptions().windows, day),
    day,
    zone: ZONE,
    isWorkingDay,
  })
  const { rows } = await pool.query<Met>(
    `select log, released_at as at from release.releases where log = any($1) and kind in ('publish', 'update')
       and not is_import and released_at >= $2::date::timestamp at time zone '${ZONE}' order by released_at`,
    [sites.map((site) => site.code), day],
  )
  return sites.map((site) => ({
    code: site.code,
    name: site.name,
    windows: windows
      .filter((one) => one.window.siteKind === site.kind)
      .map((one) => {
        const met = rows.find(
          (row) => row.log === site.code && row.at >= one.startsAt && row.at < one.endsAt,
        )
        return {
          window: one.window,
          startsAt: one.startsAt.toISOString(),
          endsAt: one.endsAt.toISOString(),
          state: stateOf(one, met !== undefined, now),
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

const sitesOf = async (req: PayloadRequest, pool: Pool): Promise<Site[]> => {
  const seesAll = hasCityRole(req, 'operator', 'auditor', 'systemAdmin')
  const own = (await membershipsOf(req)).map((one) => one.site)
  if (!seesAll && own.length === 0) return []
  const { rows } = await pool.query<Site>(
    `select s.code, coalesce(l.name, s.code) as name, s.kind::text as kind from public.sites s
     left join public.sites_locales l on l._parent_id = s.id and l._locale = $3::public._locales
     where s.is_active and s.hosting = 'here' and ($1 or s.id = any($2::int[])) order by s.kind, name`,
    [seesAll, own, req.i18n.language === 'en' ? 'en' : 'vi'],
  )
  return rows
}
