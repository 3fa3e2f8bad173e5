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
 * joined later has no verdicts from before its first.
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
    `${OWED}, first as (select site, window_code, min(day) as day from sla.verdicts group by 1, 2)
     select w.log as site, w.code as window, w.day::text as day, v.state as stored,
       case when m.seq is null then 'missed' else 'met' end as counted
     from owed w join first f on f.site = w.log and f.window_code = w.code and f.day <= w.day
       left join lateral (
         select r.seq from release.releases r where r.log = w.log and r.released_at >= w."startsAt" and r.released_at < w."endsAt"
           and ${COUNTED} order by r.released_at, r.seq limit 1
       ) m on true
       left join sla.verdicts v on v.site = w.log and v.window_code = w.code and v.day = w.day
     where v.state is distinct from case when m.seq is null then 'missed' else 'met' end
     order by w.day, w.code, w.log limit 1000`,
    [instantsAsJson(ends), state.calendars.units],
  )
  return rows
}
