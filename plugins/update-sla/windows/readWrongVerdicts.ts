import type { ClientBase } from 'pg'
import type { TickState } from '../clocks/tickState.ts'
import { COUNTED, instantsAsJson, OWED } from './judgeWindows.ts'
import { windowInstants } from './windowInstants.ts'

/** A verdict that the log does not bear out, or that is missing (`stored` null). */
export type WrongVerdict = {
  site: string
  window: string
  day: string
  stored: 'met' | 'missed' | null
  counted: 'met' | 'missed'
}

/**
 * Judges every window again that ended since the installation began, for the sites of today, and compares. A site that
 * joined later has no verdicts from before its first; a window that a notice brought when it was over was judged by nobody.
 */
export const readWrongVerdicts = async (
  client: ClientBase,
  state: TickState,
): Promise<WrongVerdict[]> => {
  const { rows: bounds } = await client.query<{ until: Date }>(
    'select judged_until as until from sla.progress',
  )
  const ends = windowInstants(state, state.beganAt, bounds[0]?.until ?? state.now).filter(
    ({ rung }) => rung === null,
  )
  const { rows } = await client.query<WrongVerdict>(
    `${OWED}, first as (
       select site, window_code, min(day) as day from sla.verdicts group by 1, 2
     ), counted as (
       select w.log as site, w.code as window_code, w.day, case when exists (
         select from release.releases r where r.log = w.log and r.released_at >= w."startsAt" and r.released_at < w."endsAt"
           and ${COUNTED}) then 'met' else 'missed' end as state
       from owed w join first f on f.site = w.log and f.window_code = w.code and f.day <= w.day
     ), late as (
       select c.date as day, c.unit, max(n.applied_at) as at from sla.calendar_notices n
         cross join lateral jsonb_to_recordset(n.changes) c(date date, unit integer)
       where n.full_year is null group by 1, 2
     ), wrong as (
       select site, window_code, day, state from counted except select site, window_code, day, state from sla.verdicts
     )
     select w.site, w.window_code as window, w.day::text as day, v.state as stored, w.state as counted
     from wrong w left join sla.verdicts v using (site, window_code, day)
     where v.state is not null or not exists (
       select from owed o join late l on l.day = o.day and l.at > o."endsAt" and (l.unit is null or l.unit = o.unit)
       where o.log = w.site and o.code = w.window_code and o.day = w.day)
     order by w.day, w.window_code, w.site limit 1000`,
    [instantsAsJson(ends), state.calendars.units],
  )
  return rows
}
