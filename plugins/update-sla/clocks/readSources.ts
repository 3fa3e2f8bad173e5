import type { ClientBase } from 'pg'
import { prepared } from '#kit/prepared.ts'
import type { Connection } from '../calendars/readCalendars.ts'
import { theOptions } from '../options.ts'
import type { ClockSource } from '../options.ts'
import { CLOCK_COLUMNS } from './clockColumns.ts'

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

/**
 * Everything the sources say of the touched subjects, and as void the clocks of which they say nothing any more; an act by
 * hand ends what it names.
 */
export const readSources = async (client: ClientBase, touched: Touched): Promise<SourceRow[]> => {
  const found: SourceRow[] = []
  for (const [collection, ids] of touched) {
    if (collection === 'period') continue
    const answers: (SourceRow & { is_told: boolean })[][] = []
    for (const text of touchedOf(collection)) {
      const query = ids.length > FEW ? { text, values: [ids] } : prepared(text, [ids])
      answers.push((await client.query<SourceRow & { is_told: boolean }>(query)).rows)
    }
    const rows = answers.flat()
    const told = new Set(rows.filter((row) => row.is_told).map(clockKey))
    for (const { is_told: isTold, ...row } of rows)
      if (isTold || !told.has(clockKey(row))) found.push(row)
  }
  return found
}

/** A plan that is kept is one for few rows. */
const FEW = 100

/** What the sources say of the subjects `$1`, and the clocks of these, in as few statements as there are sources. */
const touchedOf = (collection: string): string[] => {
  const narrowed = (id: string) => `${id} = any($1::integer[])`
  const clocks = `select ${CLOCK_COLUMNS}, true as is_void, false as is_told from sla.clocks c
    where c.collection = '${collection.replaceAll("'", "''")}' and c.voided_at is null and ${narrowed('c.doc_id')}`
  const sources = allSources().filter((one) => one.collection === collection)
  if (sources.length === 0) return [clocks]
  return sources.map((source, index) => {
    const said = `${rowsOf(source, narrowed)} select s.*, true as is_told from s`
    return index === 0 ? `${said} union all ${clocks}` : said
  })
}

const allSources = () => [...theOptions().sources, entries]

/** One clock for each obligation, subject and owner. */
export const clockKey = (
  row: Pick<SourceRow, 'obligation' | 'collection' | 'doc_id' | 'owner'>,
): string => `${row.obligation} ${row.collection} ${row.doc_id} ${row.owner}`

/** Everything the sources say that no clock says, or that a clock says differently: a full pass. */
export const readDifferences = async (connection: Connection): Promise<SourceRow[]> => {
  const found: SourceRow[] = []
  for (const source of allSources()) {
    const { rows } = await connection.query<SourceRow>(
      `${rowsOf(source, () => 'true')}
       select s.* from s left join sla.clocks c
         on c.obligation = s.obligation and c.collection = s.collection and c.doc_id = s.doc_id and c.owner = s.owner
       where (c.id is not null or not s.is_void) and
         (c.event_at, c.promised_on, c.ended_at, c.ended_by, c.voided_at is not null, c.title)
           is distinct from (s.event_at, s.promised_on::date, s.ended_at, s.ended_by, s.is_void, s.title)
       union all
       select ${CLOCK_COLUMNS}, true
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
       t.owner::text as owner, ${ONE_LINE} as title, t.event_at, t.noticed_at,
       t.promised_on::date::text as promised_on, t.promised_at, coalesce(a.at, t.ended_at) as ended_at,
       case when a.at is null then t.ended_by::text else 'act' end as ended_by, coalesce(t.is_void, false) as is_void
     from (${sql.replaceAll(/\{ids ([^}]+)\}/g, (_all, id: string) => ids(id))}) t
     left join lateral (
       select min(a.at) as at from sla.acts a where a.obligation = t.obligation::text and a.collection = '${collection}'
         and a.doc_id = t.doc_id::integer and a.owner = t.owner::text and a.at > least(t.event_at, t.noticed_at)
     ) a on true)`

/** A title as one line of text. Most are: to look costs a fraction of replacing every space of theirs by itself. */
const ONE_LINE = `left(btrim(case when t.title ~ '(?! )[[:space:][:cntrl:]]|  '
  then regexp_replace(t.title, '[[:space:][:cntrl:]]+', ' ', 'g') else coalesce(t.title, '') end), 500)`
