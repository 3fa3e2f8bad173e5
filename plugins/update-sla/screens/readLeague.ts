import type { PayloadRequest } from 'payload'
import { readCalendars } from '../calendars/readCalendars.ts'
import type { Period } from './period.ts'
import { poolOf } from './poolOf.ts'
import { readOwners } from './readOwners.ts'
import type { VisibleOwner } from './readOwners.ts'

/** How somebody kept windows and deadlines in a period. */
export type LeagueRow = {
  owner: string
  name: string
  log: string | null
  windows: number
  windowsMissed: number
  /** Share of windows met; null when none was owed. */
  windowRate: number | null
  deadlines: number
  deadlinesLate: number
  deadlineRate: number | null
  /** Longest time without an update within the period. */
  silenceHours: number | null
  /** Half of what was late was made good within this time. */
  medianDelayHours: number | null
}

/** What a league may be sorted by. */
export const leagueSorts = [
  'name',
  'windowRate',
  'windowsMissed',
  'deadlineRate',
  'deadlinesLate',
  'silenceHours',
  'medianDelayHours',
] as const
export type LeagueSort = (typeof leagueSorts)[number]

type Counts = { owner: string; owed: number; failed: number }
type Hours = { owner: string; hours: number }

/**
 * The sites and units the signed-in person may see with how they kept what they owed in a period; those that owed nothing
 * are left out.
 */
export const readLeague = async (
  req: PayloadRequest,
  asked: { period: Period; now: Date },
): Promise<LeagueRow[]> => {
  const owners = (await readOwners(req)).filter((one) => one.isActive)
  if (owners.length === 0) return []
  const pool = poolOf(req)
  const { all } = await readCalendars(pool)
  const from = all.startOfDay(asked.period.from)
  const end = all.endOfDay(asked.period.to)
  const until = end < asked.now ? end : asked.now
  const names = owners.map((one) => one.owner)
  const logs = owners.flatMap((one) => one.log ?? [])
  const [windows, deadlines, silences, delays] = await Promise.all([
    pool.query<Counts>(windowsText, [logs, asked.period.from, asked.period.to]),
    pool.query<Counts>(deadlinesText, [names, from, end, asked.now]),
    until > from ? pool.query<Hours>(silencesText, [logs, from, until]) : { rows: [] },
    pool.query<Hours>(delaysText, [names, from, end, logs, asked.period.from, asked.period.to]),
  ])
  return owners
    .map((owner) =>
      rowOf(owner, {
        windows: windows.rows.find((one) => one.owner === owner.log),
        deadlines: deadlines.rows.find((one) => one.owner === owner.owner),
        silence: silences.rows.find((one) => one.owner === owner.log),
        delay: delays.rows.find((one) => one.owner === owner.owner || one.owner === owner.log),
      }),
    )
    .filter((one) => one.windows > 0 || one.deadlines > 0)
}

/** Sorted by one column, the other way round when `isDescending`; nothing known comes last either way. */
export const sortLeague = (
  rows: readonly LeagueRow[],
  sort: LeagueSort,
  isDescending: boolean,
): LeagueRow[] => {
  const byName = new Intl.Collator('vi')
  return rows.toSorted((a, b) => {
    const [one, other] = [a[sort], b[sort]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : byName.compare(String(one), String(other))
    return (isDescending ? -order : order) || byName.compare(a.name, b.name)
  })
}

const rowOf = (
  owner: VisibleOwner,
  found: {
    windows: Counts | undefined
    deadlines: Counts | undefined
    silence: Hours | undefined
    delay: Hours | undefined
  },
): LeagueRow => ({
  owner: owner.owner,
  name: owner.name,
  log: owner.log,
  windows: found.windows?.owed ?? 0,
  windowsMissed: found.windows?.failed ?? 0,
  windowRate: rateOf(found.windows),
  deadlines: found.deadlines?.owed ?? 0,
  deadlinesLate: found.deadlines?.failed ?? 0,
  deadlineRate: rateOf(found.deadlines),
  silenceHours: found.silence ? Math.round(found.silence.hours) : null,
  medianDelayHours: found.delay ? Math.round(found.delay.hours * 10) / 10 : null,
})

const rateOf = (counts: Counts | undefined): number | null =>
  counts && counts.owed > 0 ? (counts.owed - counts.failed) / counts.owed : null

const windowsText = `select site as owner, count(*)::int as owed, (count(*) filter (where state = 'missed'))::int as failed
  from sla.verdicts where site = any($1) and day >= $2::date and day <= $3::date group by site`

/** What is open and not due yet, or paused, has not failed and is not owed yet. */
const deadlinesText = `select owner, count(*)::int as owed,
    (count(*) filter (where coalesce(ended_at, $4::timestamptz) > due_at))::int as failed
  from sla.clocks where owner = any($1) and due_at >= $2 and due_at < $3 and voided_at is null
    and (ended_at is not null or (due_at <= $4 and paused_at is null)) group by owner`

const silencesText = `select log as owner, extract(epoch from max(gap))::float8 / 3600 as hours from (
    select log, at - lag(at) over (partition by log order by at) as gap from (
      select log, released_at as at from release.releases
      where log = any($1) and kind in ('publish', 'update') and not is_import and released_at >= $2 and released_at < $3
      union all select l, e from unnest($1::text[]) l, unnest(array[$2, $3]::timestamptz[]) e) updates) gaps
  group by log`

/** Windows made good after their end, and deadlines kept after theirs. */
const delaysText = `select owner, percentile_cont(0.5) within group (order by hours)::float8 as hours from (
    select owner, extract(epoch from ended_at - due_at)::float8 / 3600 as hours from sla.clocks
    where owner = any($1) and due_at >= $2 and due_at < $3 and voided_at is null and is_late
    union all
    select coalesce(o.owner, v.site), extract(epoch from r.at - v.ends_at)::float8 / 3600
    from sla.verdicts v join sla.recoveries r using (site, window_code, day) left join sla.owners o on o.log = v.site
    where v.site = any($4) and v.day >= $5::date and v.day <= $6::date) delays
  group by owner`
