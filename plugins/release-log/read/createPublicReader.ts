import type { Pool } from 'pg'
import { briefColumns, itemColumns } from './publicItem.ts'
import type { PublicItem } from './publicItem.ts'
import { searchItems } from './searchItems.ts'
import type { FoundItems, SearchQuery } from './searchItems.ts'
import { statement } from './statement.ts'

/** Which document: by its address or by its id. */
export type ItemKey = { log?: string; collection: string } & ({ slug: string } | { id: number })

/** Which documents, newest first unless said otherwise. */
export type ListQuery = {
  log?: string | string[]
  collection: string
  locale: string
  categoryId?: number
  kindCode?: string
  /** At most 100. */
  limit: number
  /** @default 1 */
  page?: number
  /** @default '-sortAt' */
  sort?: '-sortAt' | 'sortAt' | '-releasedAt' | 'title'
  withTotal?: boolean
  /** Leaves `body` empty: a list of titles need not unpack whole documents. */
  isBrief?: boolean
}

/** Why something that was public is not any more. */
export type Tombstone = {
  title: string
  kind: 'withdraw'
  reasonCode: string
  explanation: string
  /** Address of what to read instead; null when the board named none. */
  redirectTo: string | null
  releasedAt: string
}

/** Everything the public may know, straight from the released rows. */
export type PublicReader = {
  item(query: ItemKey & { locale: string; fallbackLocale?: string }): Promise<PublicItem | null>
  list(query: ListQuery): Promise<{ items: PublicItem[]; total: number | null }>
  search(query: SearchQuery): Promise<FoundItems>
  tombstone(query: ItemKey): Promise<Tombstone | null>
  sequences(): Promise<Map<string, number>>
  pool: Pool
}

/** A reader that needs only a connection pool with SELECT on schema `release`. */
export const createPublicReader = ({ pool }: { pool: Pool }): PublicReader => ({
  pool,
  item: (query) => readItem(pool, query),
  list: (query) => readList(pool, query),
  search: (query) => searchItems(pool, query),
  tombstone: (query) => readTombstone(pool, query),
  sequences: () => readSequences(pool),
})

/** The last number of every log. */
export const readSequences = async (pool: Pick<Pool, 'query'>): Promise<Map<string, number>> => {
  const { rows } = await pool.query<{ log: string; seq: number }>(
    statement('select log, seq::float8 as seq from release.site_sequences', []),
  )
  return new Map(rows.map((row) => [row.log, row.seq]))
}

const readItem = async (
  pool: Pool,
  query: ItemKey & { locale: string; fallbackLocale?: string },
): Promise<PublicItem | null> => {
  const key = 'slug' in query ? 'i.slug = $2' : 'i.doc_id = $2::int'
  const { rows } = await pool.query<PublicItem>(
    statement(
      `select ${itemColumns} from release.current_items i where i.collection = $1 and ${key}
       and i.locale in ($3, $4) and ($5::text is null or i.log = $5) order by i.locale = $3 desc, i.seq desc limit 1`,
      [
        query.collection,
        'slug' in query ? query.slug : query.id,
        query.locale,
        query.fallbackLocale ?? query.locale,
        query.log ?? null,
      ],
    ),
  )
  return rows[0] ?? null
}

const orders = {
  '-sortAt': 'i.sort_at desc, i.doc_id desc',
  sortAt: 'i.sort_at, i.doc_id',
  '-releasedAt': 'i.released_at desc, i.doc_id desc',
  title: 'i.title, i.doc_id',
}

const readList = async (pool: Pool, query: ListQuery) => {
  const values: unknown[] = [query.collection, query.locale]
  const where = ['i.collection = $1', 'i.locale = $2']
  const add = (condition: (n: number) => string, value: unknown) =>
    where.push(condition(values.push(value)))
  if (typeof query.log === 'string') add((n) => `i.log = $${n}`, query.log)
  if (Array.isArray(query.log)) add((n) => `i.log = any($${n}::text[])`, query.log)
  if (query.categoryId !== undefined) add((n) => `i.category_id = $${n}::int`, query.categoryId)
  const total = query.withTotal ? await readTotal(pool, query, where, [...values]) : null
  if (query.kindCode !== undefined) add((n) => `i.kind_code = $${n}`, query.kindCode)
  const limit = Math.min(Math.max(query.limit, 1), 100)
  const bounds = [limit, (Math.max(query.page ?? 1, 1) - 1) * limit]
  const { rows } = await pool.query<PublicItem>(
    statement(
      `select ${query.isBrief ? briefColumns : itemColumns} from release.current_items i where ${where.join(' and ')}
       order by ${orders[query.sort ?? '-sortAt']} limit $${values.length + 1}::int offset $${values.length + 2}::int`,
      [...values, ...bounds],
    ),
  )
  return { items: rows, total }
}

/** Totals by site and section are kept; a filter by kind is counted. */
const readTotal = async (pool: Pool, query: ListQuery, where: string[], values: unknown[]) => {
  const isKept = query.kindCode === undefined
  const text = isKept
    ? `select coalesce(sum(i.n), 0)::float8 as total from release.item_counts i where ${where.join(' and ')}`
    : `select count(*)::float8 as total from release.current_items i where ${where.join(' and ')} and i.kind_code = $${values.push(query.kindCode)}`
  const { rows } = await pool.query<{ total: number }>(statement(text, values))
  return rows[0]?.total ?? 0
}

const readTombstone = async (pool: Pool, query: ItemKey): Promise<Tombstone | null> => {
  const key = 'slug' in query ? 'slug = $2' : 'doc_id = $2::int'
  const { rows } = await pool.query<Tombstone>(
    statement(
      `with last as (
         select * from release.releases where collection = $1 and ${key} and ($3::text is null or log = $3)
         order by released_at desc, seq desc limit 1)
       select coalesce((select l.value ->> p.title from release.releases b
           join release.projections p on p.collection = b.collection, jsonb_each(b.body::jsonb -> 'locales') l
           where b.collection = last.collection and b.doc_id = last.doc_id and b.body is not null
           order by b.released_at desc, b.seq desc, l.key desc limit 1), '') as title,
         last.kind, last.reason_code as "reasonCode", coalesce(last.explanation, '') as explanation,
         last.redirect_to as "redirectTo",
         to_json(last.released_at) #>> '{}' as "releasedAt"
       from last where last.kind = 'withdraw'`,
      [query.collection, 'slug' in query ? query.slug : query.id, query.log ?? null],
    ),
  )
  return rows[0] ?? null
}
