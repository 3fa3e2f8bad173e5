import type { ClientBase } from 'pg'
import { theOptions } from '../options.ts'
import type { SourceRow, Touched } from './readSources.ts'

/** The collections whose releases touch clocks. */
const followed = () => [
  ...new Set([
    ...theOptions().sources.flatMap(({ follows }) => follows.map(({ collection }) => collection)),
    ...theOptions().acts.flatMap(({ follows }) => follows),
  ]),
]

/** Reads the log on from where it was left. @returns the logs that moved, and the released documents by collection */
export const followReleases = async (
  client: ClientBase,
): Promise<{ logs: string[]; released: Touched }> => {
  const { rows: logs } = await client.query<{ log: string; since: string; upto: string }>(
    `select s.log, coalesce(c.seq, 0) as since, s.seq as upto from release.site_sequences s
     left join release.cursors c on c.follower = 'update-sla' and c.log = s.log where s.seq > coalesce(c.seq, 0)`,
  )
  if (logs.length === 0) return { logs: [], released: new Map() }
  const bounds = [
    logs.map(({ log }) => log),
    logs.map(({ since }) => since),
    logs.map(({ upto }) => upto),
  ]
  const { rows } = await client.query<{ collection: string; ids: number[] }>(
    `select r.collection, array_agg(distinct r.doc_id) as ids
     from unnest($1::text[], $2::bigint[], $3::bigint[]) m(log, since, upto)
     join release.releases r on r.log = m.log and r.seq > m.since and r.seq <= m.upto
     where r.collection = any($4) group by 1`,
    [...bounds, followed()],
  )
  await client.query(
    `insert into release.cursors (follower, log, seq)
     select 'update-sla', m.log, m.upto from unnest($1::text[], $2::bigint[]) m(log, upto)
     on conflict (follower, log) do update set seq = excluded.seq`,
    [bounds[0], bounds[2]],
  )
  return {
    logs: logs.map(({ log }) => log),
    released: new Map(rows.map(({ collection, ids }) => [collection, ids])),
  }
}

/** Takes the marks that triggers left, and adds what the releases touch. */
export const takeTouched = async (client: ClientBase, released: Touched): Promise<Touched> => {
  const { rows } = await client.query<{ collection: string; ids: number[] }>(
    `with taken as (delete from sla.touched returning collection, doc_id)
     select collection, array_agg(distinct doc_id) as ids from taken group by 1`,
  )
  const touched = new Map(rows.map(({ collection, ids }) => [collection, new Set(ids)]))
  const add = (collection: string, ids: readonly number[]) => {
    const known = touched.get(collection) ?? new Set()
    for (const id of ids) known.add(id)
    if (known.size > 0) touched.set(collection, known)
  }
  for (const { collection, follows } of theOptions().sources) {
    for (const one of follows) {
      const ids = released.get(one.collection)
      if (!ids) continue
      if (!one.subjects) add(collection, ids)
      else {
        const { rows: subjects } = await client.query<{ id: number }>(
          `select t.id::integer as id from (${one.subjects}) t(id)`,
          [ids],
        )
        add(
          collection,
          subjects.map(({ id }) => id),
        )
      }
    }
  }
  return new Map([...touched].map(([collection, ids]) => [collection, [...ids]]))
}

/** Marks subjects to be looked at again. */
export const touchAgain = async (
  client: ClientBase,
  rows: readonly Pick<SourceRow, 'collection' | 'doc_id'>[],
): Promise<void> => {
  if (rows.length === 0) return
  await client.query(
    'insert into sla.touched (collection, doc_id) select * from unnest($1::text[], $2::integer[])',
    [rows.map(({ collection }) => collection), rows.map(({ doc_id }) => doc_id)],
  )
}

const clockColumns = `obligation, collection, doc_id, owner, title, event_at, noticed_at, promised_on::text as promised_on,
  null::timestamptz as promised_at, ended_at, ended_by`

/** Clocks of touched subjects of which no source tells any more. */
export const readVanished = async (
  client: ClientBase,
  touched: Touched,
  rows: readonly SourceRow[],
): Promise<SourceRow[]> => {
  const told = new Set(
    rows.map((row) => `${row.obligation} ${row.collection} ${row.doc_id} ${row.owner}`),
  )
  const found: SourceRow[] = []
  for (const [collection, ids] of touched) {
    if (collection === 'period') continue
    const { rows: clocks } = await client.query<SourceRow>(
      `select ${clockColumns}, true as is_void from sla.clocks
       where collection = $1 and doc_id = any($2::integer[]) and voided_at is null`,
      [collection, ids],
    )
    found.push(
      ...clocks.filter(
        (one) => !told.has(`${one.obligation} ${one.collection} ${one.doc_id} ${one.owner}`),
      ),
    )
  }
  return found
}

/** Clocks whose next rung has come. */
export const readDueClocks = async (client: ClientBase, now: Date): Promise<SourceRow[]> => {
  const { rows } = await client.query<SourceRow>(
    `select ${clockColumns}, false as is_void from sla.clocks where next_rung_at <= $1 order by next_rung_at, id`,
    [now],
  )
  return rows
}
