import type { Pool } from 'pg'
import { sites } from '../registers.ts'
import type { Dimension, StatisticsQuery } from './statisticsQuery.ts'

/** Grassroots information activity of one month, site, commune, topic, level or form (S-3.1.2, H-15.8). */
export type StatisticsRow = {
  key: string
  /** Of what has a name in the register; else the key says it. */
  name: string | null
  /** Bulletins that boards released; of a commune, those that reached it. */
  bulletins: number
  /** Instructions to play, without drills, tests and cancellations. */
  dispatches: number
  drills: number
  /** Devices that were to get a bulletin, once each a bulletin; and how far it came. */
  targets: number
  received: number
  played: number
  proven: number
  failed: number
  refused: number
  minutes: number
}

const LOCAL = `at time zone 'Asia/Ho_Chi_Minh'`

const dispatchKey: Record<Dimension, string> = {
  month: `to_char(d.created_at ${LOCAL}, 'YYYY-MM')`,
  site: 'd.log',
  commune: 'l.unit_code',
  topic: `coalesce(d.snapshot::jsonb ->> 'topic', '')`,
  priority: 'd.priority',
  form: 'f.form',
}

const releaseKey: Record<Exclude<Dimension, 'commune'>, string> = {
  month: `to_char(r.released_at ${LOCAL}, 'YYYY-MM')`,
  site: 'r.log',
  topic: `coalesce(b.bulletin ->> 'topic', '')`,
  priority: `coalesce(b.bulletin ->> 'priority', '')`,
  form: 'f.form',
}

/** Every bulletin is text; sound, picture and video as it has them. */
const formsIn = (has: (form: string) => string) =>
  `lateral (select form from unnest(array['text', 'audio', 'image', 'video']) as form
     where form = 'text' or ${has('form')}) f`

/**
 * Counts what went out in a period. What a device got twice of one bulletin (an update, a file that followed) counts once.
 *
 * @param unit only what reached this commune; for people of a commune
 */
export const readStatistics = async (
  pool: Pool,
  { by, from, to }: StatisticsQuery,
  unit?: string,
): Promise<StatisticsRow[]> => {
  const { rows } = await pool.query<StatisticsRow>(
    `with sent as (${sent(by)}), released as (${by === 'commune' || unit ? NONE : released(by)})
     select coalesce(s.key, r.key) as key, ${nameOf(by)} as name,
       coalesce(${by === 'commune' || unit ? 's.documents' : 'r.bulletins'}, 0)::int as bulletins,
       coalesce(dispatches, 0)::int as dispatches, coalesce(drills, 0)::int as drills, coalesce(targets, 0)::int as targets,
       coalesce(received, 0)::int as received, coalesce(played, 0)::int as played, coalesce(proven, 0)::int as proven,
       coalesce(failed, 0)::int as failed, coalesce(refused, 0)::int as refused,
       round(coalesce(seconds, 0)::numeric / 60, 1)::float8 as minutes
     from sent s full join released r on r.key = s.key
     order by ${by === 'month' ? 'key' : 'bulletins desc, targets desc, key'}`,
    [from, to, unit ?? null],
  )
  return rows
}

const NONE = 'select null::text as key, 0 as bulletins where false'

const sent = (by: Dimension): string => {
  const counted = `d.kind in ('alert', 'update')`
  const devices = (test: string) =>
    `count(distinct (d.doc_id, l.device_id)) filter (where ${counted} and l.device_id is not null and ${test})`
  return `select ${dispatchKey[by]} as key,
       count(distinct d.doc_id) filter (where ${counted}) as documents,
       count(distinct d.id) filter (where ${counted}) as dispatches,
       count(distinct d.id) filter (where d.kind = 'exercise') as drills,
       ${devices('true')} as targets,
       ${devices('l.received_at is not null')} as received,
       ${devices(`l.state in ('played', 'proven')`)} as played,
       ${devices(`l.state = 'proven'`)} as proven,
       ${devices(`l.state in ('dead', 'expired')`)} as failed,
       ${devices(`l.state = 'refused'`)} as refused,
       sum(l.played_seconds) filter (where ${counted}) as seconds
     from dispatch.dispatches d left join dispatch.deliveries l on l.dispatch_id = d.id
     ${by === 'form' ? `cross join ${formsIn((form) => `exists (select from jsonb_array_elements(d.snapshot::jsonb -> 'media') m where m ->> 'role' = ${form})`)}` : ''}
     where d.kind in ('alert', 'update', 'exercise') and ${within('d.created_at')}
       and ($3::text is null or l.unit_code = $3) ${by === 'commune' ? 'and l.unit_code is not null' : ''}
     group by 1`
}

const released = (by: Exclude<Dimension, 'commune'>): string =>
  `select ${releaseKey[by]} as key, count(distinct (r.log, r.doc_id)) as bulletins
   from release.releases r, lateral (select coalesce(r.body::jsonb -> 'locales' -> 'vi', r.body::jsonb -> 'locales' -> 'en') as bulletin) b
     ${by === 'form' ? `, ${formsIn((form) => `b.bulletin -> ${form} is not null`)}` : ''}
   where r.collection = 'bulletins' and r.kind = 'publish' and ${within('r.released_at')}
   group by 1`

const within = (at: string) =>
  `${at} >= ($1::date)::timestamp ${LOCAL} and ${at} < ($2::date + 1)::timestamp ${LOCAL}`

const nameOf = (by: Dimension): string => {
  const key = 'coalesce(s.key, r.key)'
  if (by === 'site') return `(select t.name from ${sites()} t where t.code = ${key})`
  if (by === 'commune') {
    return `(select n.name from public.units t join public.units_locales n on n._parent_id = t.id and n._locale = 'vi' where t.code = ${key})`
  }
  return 'null'
}

/** All rows together, for dimensions in which nothing is counted twice. */
export const sumOf = (rows: readonly StatisticsRow[]): Omit<StatisticsRow, 'key' | 'name'> => {
  const sum = (pick: keyof Omit<StatisticsRow, 'key' | 'name'>) =>
    rows.reduce((total, row) => total + row[pick], 0)
  return {
    bulletins: sum('bulletins'),
    dispatches: sum('dispatches'),
    drills: sum('drills'),
    targets: sum('targets'),
    received: sum('received'),
    played: sum('played'),
    proven: sum('proven'),
    failed: sum('failed'),
    refused: sum('refused'),
    minutes: Math.round(sum('minutes') * 10) / 10,
  }
}
