import type { Connection } from '../calendars/readCalendars.ts'
import { theOptions } from '../options.ts'
import type { ClockSource } from '../options.ts'

/** One thing owed, as its source tells it now. */
export type SourceRow = {
  obligation: string
  collection: string
  doc_id: number
  owner: string
  title: string
  event_at: Date
  noticed_at: Date
  /** YYYY-MM-DD. */
  promised_on: string | null
  promised_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  is_void: boolean
}

/** Subjects by collection. */
export type Touched = ReadonlyMap<string, readonly number[]>

/** What was entered by hand. */
const entries: Pick<ClockSource, 'collection' | 'sql'> = {
  collection: 'entry',
  sql: `select e.obligation, e.id as doc_id, e.owner, e.title, e.event_at, e.entered_at as noticed_at, null::date as promised_on,
    null::timestamptz as promised_at, null::timestamptz as ended_at, null::text as ended_by, false as is_void
    from sla.entries e where {ids e.id}`,
}

/** Everything the sources say of the touched subjects; an act by hand ends what it names. */
export const readSources = async (
  connection: Connection,
  touched: Touched,
): Promise<SourceRow[]> => {
  const found: SourceRow[] = []
  for (const source of [...theOptions().sources, entries]) {
    const ids = touched.get(source.collection)
    if (!ids) continue
    const { rows } = await connection.query<SourceRow>(
      `${rowsOf(source, (id) => `${id} = any($1::integer[])`)} select s.* from s`,
      [ids],
    )
    found.push(...rows)
  }
  return found
}

/** Everything the sources say that no clock says, or that a clock says differently: a full pass. */
export const readDifferences = async (connection: Connection): Promise<SourceRow[]> => {
  const found: SourceRow[] = []
  for (const source of [...theOptions().sources, entries]) {
    const { rows } = await connection.query<SourceRow>(
      `${rowsOf(source, () => 'true')}
       select s.* from s left join sla.clocks c
         on c.obligation = s.obligation and c.collection = s.collection and c.doc_id = s.doc_id and c.owner = s.owner
       where (c.id is not null or not s.is_void) and
         (c.event_at, c.promised_on, c.ended_at, c.ended_by, c.voided_at is not null, c.title)
           is distinct from (s.event_at, s.promised_on::date, s.ended_at, s.ended_by, s.is_void, s.title)
       union all
       select c.obligation, c.collection, c.doc_id, c.owner, c.title, c.event_at, c.noticed_at, c.promised_on::text, null,
         c.ended_at, c.ended_by, true
       from sla.clocks c where c.collection = '${source.collection}' and c.voided_at is null and not exists (
         select from s where s.obligation = c.obligation and s.doc_id = c.doc_id and s.owner = c.owner)`,
    )
    found.push(...rows)
  }
  return found
}

const rowsOf = (
  { collection, sql }: Pick<ClockSource, 'collection' | 'sql'>,
  ids: (expression: string) => string,
): string =>
  `with s as materialized (
     select t.obligation::text as obligation, '${collection}'::text as collection, t.doc_id::integer as doc_id,
       t.owner::text as owner, left(btrim(regexp_replace(coalesce(t.title, ''), '[[:space:][:cntrl:]]+', ' ', 'g')), 500) as title, t.event_at, t.noticed_at,
       t.promised_on::date::text as promised_on, t.promised_at, coalesce(a.at, t.ended_at) as ended_at,
       case when a.at is null then t.ended_by::text else 'act' end as ended_by, coalesce(t.is_void, false) as is_void
     from (${sql.replaceAll(/\{ids ([^}]+)\}/g, (_all, id: string) => ids(id))}) t
     left join lateral (
       select min(a.at) as at from sla.acts a where a.obligation = t.obligation::text and a.collection = '${collection}'
         and a.doc_id = t.doc_id::integer and a.owner = t.owner::text and a.at > least(t.event_at, t.noticed_at)
     ) a on true)`
