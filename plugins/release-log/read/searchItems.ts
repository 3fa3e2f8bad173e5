import type { Pool } from 'pg'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'
import { itemColumns } from './publicItem.ts'
import type { PublicItem } from './publicItem.ts'

/** What is searched for. */
export type SearchQuery = {
  log?: string | string[]
  collections?: string[]
  /** What the citizen typed; quotes and minus as in web search. */
  q: string
  locale: string
  limit: number
  page?: number
}

/** A page of what was found. The total never exceeds the cap. */
export type FoundItems = {
  items: (PublicItem & { excerpt: string })[]
  total: number
  isCapped: boolean
}

/** Ranking every match of a common word takes hundreds of milliseconds; the newest few hundred are ranked. */
const CANDIDATES = 300

/** Documents of a number, or of a part of one. */
const NUMBERS = 50

/** Fewer exact matches than this, and words without their marks are tried too. */
const FEW = 20

/** Marks around found words in an excerpt; the page escapes the text and then turns them into <mark>. */
export const excerptMarks = { open: '\u0002', close: '\u0003' }

/**
 * Exact words first; words without their marks are tried too when few were found; a document number is found as such.
 */
export const searchItems = async (pool: Pool, query: SearchQuery): Promise<FoundItems> => {
  const q = query.q.normalize('NFC').trim().slice(0, 200)
  if (q === '') return { items: [], total: 0, isCapped: false }
  const limit = Math.min(Math.max(query.limit, 1), 100)
  const number = /\d/.test(q) ? normaliseDocumentNumber(q) : ''
  const values = [
    q,
    query.locale,
    query.log === undefined ? null : [query.log].flat(),
    query.collections ?? null,
    limit,
    (Math.max(query.page ?? 1, 1) - 1) * limit,
    ...(number === '' ? [] : [number]),
  ]
  const tiers: Tier[] = number === '' ? ['exact'] : ['number', 'exact']
  const found = await ask(pool, tiers, values)
  return found.total < FEW ? ask(pool, [...tiers, 'folded'], values) : found
}

type Tier = 'number' | 'exact' | 'folded'

const ask = async (pool: Pool, tiers: Tier[], values: unknown[]): Promise<FoundItems> => {
  type Row = PublicItem & { excerpt: string; total: number }
  // Not prepared: how common the words are decides the plan.
  const { rows } = await pool.query<Row>(searchText(tiers), values)
  const total = rows[0]?.total ?? 0
  const items = rows.map(({ total: _total, ...item }) => item)
  return { items, total, isCapped: total >= CANDIDATES }
}

const scope = `s.locale = $2 and ($3::text[] is null or s.log = any($3)) and ($4::text[] is null or s.collection = any($4))`

const { open, close } = excerptMarks

const exactQuery = `websearch_to_tsquery('simple', $1)`
const foldedQuery = `websearch_to_tsquery('simple', release.fold($1))`

const conditions: Record<Tier, string> = {
  number: `s.number_key like '%' || $7 || '%'`,
  exact: `s.exact @@ ${exactQuery}`,
  folded: `s.folded @@ ${foldedQuery}`,
}

/** Which matches stand before which. */
const ranks: Record<Tier, string> = {
  number: `3 as tier, ts_rank(s.folded, ${foldedQuery}) as rank`,
  exact: `2 as tier, ts_rank(s.exact, ${exactQuery}) as rank`,
  folded: `1 as tier, ts_rank(s.folded, ${foldedQuery}) as rank`,
}

/**
 * The newest matches, where they lie; only those are ranked. The query stands in full, so that its selectivity is known.
 * Words without their marks stay out of it when the exact ones are enough, whatever page is asked for.
 */
const newest = (tier: Tier) => {
  const matches = `select s.ctid as place from release.item_search s where ${scope} and ${conditions[tier]}
    order by s.sort_at desc limit ${tier === 'number' ? NUMBERS : CANDIDATES}`
  return tier === 'folded'
    ? `folded as materialized (select * from (${matches}) f where (select count(*) from exact) < ${FEW})`
    : `${tier} as materialized (${matches})`
}

const ranked = (tier: Tier) =>
  `select s.collection, s.doc_id, s.sort_at, ${ranks[tier]}
   from ${tier} c join release.item_search s on s.ctid = c.place`

const searchText = (tiers: readonly Tier[]) => `
with ${tiers.map(newest).join(', ')}, best as (
  select collection, doc_id, max(tier) as tier, max(rank) as rank, max(sort_at) as sort_at
  from (${tiers.map(ranked).join(' union all ')}) every
  group by collection, doc_id
), page as (
  select *, least(count(*) over (), ${CANDIDATES})::float8 as total from best
  order by tier desc, rank desc, sort_at desc, doc_id desc limit $5::int offset $6::int
)
select ${itemColumns}, page.total, ts_headline('simple', left(s.text, 4000), ${exactQuery},
    'StartSel=${open},StopSel=${close},MaxWords=36,MinWords=18,MaxFragments=1') as excerpt
from page
join release.current_items i on i.collection = page.collection and i.doc_id = page.doc_id and i.locale = $2
join release.item_search s on s.collection = i.collection and s.doc_id = i.doc_id and s.locale = i.locale
order by page.tier desc, page.rank desc, page.sort_at desc, page.doc_id desc`
