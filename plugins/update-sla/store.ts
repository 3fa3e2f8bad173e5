import type { ClientBase, Pool } from 'pg'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { WindowOnDay } from '#domain/sla/windowsBetween.ts'
import { readCalendar as readFrom } from '#kit/readCalendar.ts'
import type { UpdateWindow } from './options.ts'
import { theOptions, ZONE } from './options.ts'

/** A site that missed a window. */
export type Missed = { site: string; name: string; lastReleasedAt: string | null }

/** The calendar in force: the collection `working-days`, or the days this version knows. */
export const readCalendar = (sql: Pool | ClientBase): Promise<Calendar> => readFrom(sql, source())

let known: CalendarSource | undefined

/** One source, so that its calendar is built once. */
const source = (): CalendarSource =>
  (known ??= {
    zone: ZONE,
    restDays: [6, 7],
    officeHours: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
    knownDays: theOptions().knownDays,
  })

/**
 * Judges one window for every active site of its kind that is hosted here, from the log itself: met when a person's
 * decision published or updated something within it. An import is no update.
 *
 * @returns the sites that missed it and were not judged before
 */
export const judgeWindow = async (
  client: ClientBase,
  one: WindowOnDay<UpdateWindow>,
): Promise<Missed[]> => {
  const { rows } = await client.query<Missed & { state: string }>(
    `with judged as (
       insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state, met_by_seq)
       select s.code, $1, $2, $3, $4, $5, case when m.seq is null then 'missed' else 'met' end, m.seq
       from public.sites s left join lateral (
         select min(r.seq) as seq from release.releases r
         where r.log = s.code and r.released_at >= $4 and r.released_at < $5 and r.kind in ('publish', 'update') and not r.is_import
       ) m on true
       where s.kind = $6 and s.hosting = 'here' and s.is_active
       on conflict do nothing
       returning site, state
     )
     select j.site, j.state, coalesce(l.name, j.site) as name,
       (select to_char(max(r.released_at) at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') from release.releases r
        where r.log = j.site and r.kind <> 'withdraw') as "lastReleasedAt"
     from judged j join public.sites s on s.code = j.site
       left join public.sites_locales l on l._parent_id = s.id and l._locale = 'vi'
     where j.state = 'missed' order by name`,
    [one.window.code, one.day, one.window.clause, one.startsAt, one.endsAt, one.window.siteKind],
  )
  return rows
}

/** Addresses of operations: OPS_MAIL and every active operator. */
export const opsAddresses = async (
  client: ClientBase,
  opsMail: string | undefined,
): Promise<string[]> => {
  const { rows } = await client.query<{ email: string }>(
    `select u.email from public.users u join public.users_roles r on r.parent_id = u.id
     where r.value = 'operator' and u.is_active and u.email is not null`,
  )
  return [...new Set([...(opsMail ? [opsMail] : []), ...rows.map((row) => row.email)])]
}
