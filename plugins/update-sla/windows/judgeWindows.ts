import type { ClientBase } from 'pg'
import { RECOVERED } from '../clocks/evaluateClock.ts'
import type { TickState } from '../clocks/tickState.ts'
import type { WindowInstant } from './windowInstants.ts'
import { windowInstants } from './windowInstants.ts'

/**
 * A release that counts as an update: a person's decision published or updated something; an import is none. Windows that
 * count but one of both say which.
 */
export const COUNTED = `(w.counts is null or r.kind = any(w.counts)) and r.kind in ('publish', 'update') and not r.is_import`

/** The windows given as JSON, `w`, and who owes each, `owed`. */
export const OWED = `with w as (
  select * from jsonb_to_recordset($1::jsonb) w(code text, version integer, clause text, day date, "startsAt" timestamptz,
    "endsAt" timestamptz, at timestamptz, rung text, severity text, always boolean, owes text, unit integer, counts text[])
), owed as (
  select w.*, o.owner, o.log from w join sla.owners o on o.is_active and o.log is not null and w.owes = any(o.groups)
    and case when w.unit is null then o.calendar_unit is null or o.calendar_unit <> all($2::integer[]) else o.calendar_unit = w.unit end
)`

/**
 * Judges every window and climbs every rung of windows in `(after, until]` for every owner, from the log itself; a missed
 * one that has been made good since is noted as recovered.
 *
 * @param logs those that moved since the last time, of sites that had missed a window and not made it good
 */
export const judgeWindows = async (
  client: ClientBase,
  state: TickState,
  { after, until, logs }: { after: Date; until: Date; logs: readonly string[] },
): Promise<void> => {
  const instants = windowInstants(state, after, until)
  const missed = new Set(logs)
  if (instants.length > 0) {
    await client.query('select sla.settle(array(select log from sla.owners where log is not null))')
    for (const site of await writeVerdicts(client, state, instants)) missed.add(site)
    await writeRungs(client, state, instants)
  }
  if (missed.size > 0) await noteRecoveries(client, state, [...missed])
}

const writeVerdicts = async (
  client: ClientBase,
  state: TickState,
  instants: readonly WindowInstant[],
): Promise<string[]> => {
  const ends = instants.filter(({ rung }) => rung === null)
  if (ends.length === 0) return []
  const { rows } = await client.query<{ site: string }>(
    `${OWED}, judged as (
       insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state, met_by_seq)
       select w.log, w.code, w.day, w.clause, w."startsAt", w."endsAt", case when m.seq is null then 'missed' else 'met' end, m.seq
       from owed w left join lateral (
         select r.seq from release.releases r where r.log = w.log and r.released_at >= w."startsAt" and r.released_at < w."endsAt"
           and ${COUNTED} order by r.released_at, r.seq limit 1
       ) m on true
       on conflict do nothing returning site, state
     ) select distinct site from judged where state = 'missed'`,
    [instantsAsJson(ends), state.calendars.units],
  )
  return rows.map(({ site }) => site)
}

const writeRungs = async (
  client: ClientBase,
  state: TickState,
  instants: readonly WindowInstant[],
): Promise<void> => {
  const rungs = instants.filter(({ rung }) => rung !== null)
  if (rungs.length === 0) return
  await client.query(
    `${OWED}
     insert into sla.alerts (incident, thread, obligation, version, owner, day, rung, severity, due_at, fires_at, noted_at, muted_by)
     select t.thread || ':' || w.log, t.thread, w.code, w.version, w.owner, w.day, w.rung, w.severity, w."endsAt", w.at, $3,
       sla.muted_by(w.owner, w.code, t.thread, t.thread || ':' || w.log, w.at, w.always)
     from owed w cross join lateral (select 'window:' || w.code || ':' || w.day as thread) t
     where not exists (
       select from release.releases r where r.log = w.log and r.released_at >= w."startsAt" and r.released_at < w.at and ${COUNTED})
     order by w.at, w.owner
     on conflict (incident, rung, due_at) do nothing`,
    [instantsAsJson(rungs), state.calendars.units, state.now],
  )
}

const noteRecoveries = async (
  client: ClientBase,
  { now }: TickState,
  sites: readonly string[],
): Promise<void> => {
  await client.query(
    `with made_good as (
       insert into sla.recoveries (site, window_code, day, at, seq)
       select v.site, v.window_code, v.day, r.released_at, r.seq
       from sla.verdicts v cross join lateral (
         select r.released_at, r.seq from release.releases r where r.log = v.site and r.released_at >= v.ends_at
           and r.kind in ('publish', 'update') and not r.is_import order by r.released_at, r.seq limit 1
       ) r
       where v.site = any($1) and v.state = 'missed' and not exists (
         select from sla.recoveries k where k.site = v.site and k.window_code = v.window_code and k.day = v.day)
       on conflict do nothing returning site, window_code, day, at
     )
     insert into sla.alerts (incident, thread, obligation, version, owner, day, rung, severity, due_at, fires_at, noted_at, muted_by)
     select t.thread || ':' || m.site, t.thread, m.window_code, l.version, o.owner, m.day, '${RECOVERED}', 'notice', v.ends_at, m.at,
       $2, sla.muted_by(o.owner, m.window_code, t.thread, t.thread || ':' || m.site, m.at, true)
     from made_good m join sla.verdicts v using (site, window_code, day) join sla.owners o on o.log = m.site
       cross join lateral (select 'window:' || m.window_code || ':' || m.day as thread) t
       cross join lateral (
         select b.version from sla.obligations b where b.code = m.window_code and b.valid_from <= m.day
           and (b.valid_to is null or b.valid_to >= m.day) order by b.version desc limit 1) l
     on conflict (incident, rung, due_at) do nothing`,
    [sites, now],
  )
}

/** Moments as `OWED` takes them. */
export const instantsAsJson = (instants: readonly WindowInstant[]): string =>
  JSON.stringify(
    instants.map(({ window, day, startsAt, endsAt, at, rung, unit }) => ({
      code: window.code,
      version: window.version,
      clause: window.clause,
      owes: window.owes,
      counts: window.counts ?? null,
      day,
      startsAt,
      endsAt,
      at,
      unit,
      rung: rung?.code,
      severity: rung?.severity,
      always: rung?.always ?? false,
    })),
  )
