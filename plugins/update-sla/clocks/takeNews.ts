import type { ClientBase } from 'pg'
import { prepared } from '#kit/prepared.ts'
import { theOptions } from '../options.ts'
import type { Touched } from './readSources.ts'

/** The collections whose releases touch clocks. */
const followed = () => [
  ...new Set([
    ...theOptions().sources.flatMap(({ follows }) => follows.map(({ collection }) => collection)),
    ...theOptions().acts.flatMap(({ follows }) => follows),
  ]),
]

/** What happened since the last time. */
export type News = {
  /** Released documents, by collection. */
  released: Touched
  /** Subjects that triggers marked or a release touches, by collection. */
  touched: Touched
  /** Logs that moved, of sites with a missed window that was not made good. */
  owingLogs: string[]
  /** Whether the next rung of some clock has come. */
  isRungDue: boolean
}

type Row = { kind: 'release' | 'mark' | 'log' | 'rung'; name: string; ids: number[] | null }

/**
 * Reads the log on from where it was left, and takes the marks that triggers left.
 *
 * @param now noted as the moment the clocks are brought up to
 */
export const takeNews = async (client: ClientBase, now: Date): Promise<News> => {
  const { rows } = await client.query<Row>(prepared(TAKE_NEWS, [followed(), now]))
  const idsOf = (kind: Row['kind']) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ name, ids }) => [name, ids ?? []]))
  const released = idsOf('release')
  return {
    released,
    touched: await withReleased(client, idsOf('mark'), released),
    owingLogs: [...idsOf('log').keys()],
    isRungDue: idsOf('rung').size > 0,
  }
}

/** One statement: the tick asks this most often to be told that nothing happened. */
const TAKE_NEWS = `with moved as materialized (
    select s.log, coalesce(c.seq, 0) as since, s.seq as upto from release.site_sequences s
    left join release.cursors c on c.follower = 'update-sla' and c.log = s.log where s.seq > coalesce(c.seq, 0)
  ), followed as (
    insert into release.cursors (follower, log, seq) select 'update-sla', log, upto from moved
    on conflict (follower, log) do update set seq = excluded.seq
  ), taken as (delete from sla.touched returning collection, doc_id
  ), noted as (update sla.progress set judged_until = $2)
  select 'release' as kind, r.collection as name, array_agg(distinct r.doc_id) as ids
  from moved m cross join lateral (
    select r.collection, r.doc_id from release.releases r where r.log = m.log and r.seq > m.since and r.seq <= m.upto
      and r.collection = any($1) offset 0) r
  group by 2
  union all select 'mark', collection, array_agg(distinct doc_id) from taken group by 2
  union all select 'log', m.log, null from moved m
    where (select count(*) from sla.verdicts v where v.site = m.log and v.state = 'missed')
      > (select count(*) from sla.recoveries k where k.site = m.log)
  union all select 'rung', '', null where (select min(next_rung_at) from sla.clocks) <= $2`

const withReleased = async (
  client: ClientBase,
  marked: Touched,
  released: Touched,
): Promise<Touched> => {
  const touched = new Map([...marked].map(([collection, ids]) => [collection, new Set(ids)]))
  for (const { collection, follows } of theOptions().sources) {
    for (const one of follows) {
      const ids = released.get(one.collection)
      if (!ids) continue
      const subjects = one.subjects ? await readSubjects(client, one.subjects, ids) : ids
      if (subjects.length === 0) continue
      touched.set(collection, new Set([...(touched.get(collection) ?? []), ...subjects]))
    }
  }
  return new Map([...touched].map(([collection, ids]) => [collection, [...ids]]))
}

const readSubjects = async (client: ClientBase, subjects: string, released: readonly number[]) => {
  const { rows } = await client.query<{ id: number }>(
    `select t.id::integer as id from (${subjects}) t(id)`,
    [released],
  )
  return rows.map(({ id }) => id)
}
