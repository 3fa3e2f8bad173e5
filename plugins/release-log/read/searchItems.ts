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

/** Fewer exact matches than this, and words without their marks are tried too. */
const FEW = 20

/** Marks around found words in an excerpt; the page escapes the text and then turns them into <mark>. */
export const excerptMarks = { open: '\u0002', close: '\u0003' }

/** Exact words first, then words without diacritics when few were found; a document number is found as such. */
export const searchItems = async (pool: Pool, query: SearchQuery): Promise<FoundItems> => {
  const q = query.q.normalize('NFC').trim().slice(0, 200)
  if (q === '') return { items: [], total: 0, isCapped: false }
  const limit = Math.min(Math.max(query.limit, 1), 100)
  const logs = query.log === undefined ? null : [query.log].flat()
  const number = /\d/.test(q) ? normaliseDocumentNumber(q) : null
  const { rows } = await pool.query<PublicItem & { excerpt: string; total: number }>(
    // Not prepared: how common the words are decides the plan.
    searchText,
    [
      q,
      query.locale,
      logs,
      query.collections ?? null,
      limit,
      (Math.max(query.page ?? 1, 1) - 1) * limit,
      number,
    ],
  )
  const total = rows[0]?.total ?? 0
  const items = rows.map(({ total: _total, ...item }) => item)
  return { items, total, isCapped: total >= CANDIDATES }
}

const scope = `s.locale = $2 and ($3::text[] is null or s.log = any($3)) and ($4::text[] is null or s.collection = any($4))`

const { open, close } = excerptMarks

const exactQuery = `websearch_to_tsquery('simple', $1)`
const foldedQuery = `websearch_to_tsquery('simple', release.fold($1))`

/** The newest matches, keys alone; only those are ranked. The query stands in full, so that its selectivity is known. */
const newest = (condition: string, limit: number) =>
  `select s.collection, s.doc_id from release.item_search s where ${scope} and ${condition}
   order by s.sort_at desc limit ${limit}`

const ranked = (tier: number, vector: string, query: string, candidates: string) =>
  `select s.collection, s.doc_id, s.sort_at, ${tier} as tier, ts_rank(s.${vector}, ${query}) as rank
   from ${candidates} c join release.item_search s
   on s.collection = c.collection and s.doc_id = c.doc_id and s.locale = $2`

const searchText = `
with numbered as materialized (
  ${newest(`$7::text is not null and s.number_key like '%' || $7 || '%'`, 50)}
), exact as materialized (
  ${newest(`s.exact @@ ${exactQuery}`, CANDIDATES)}
), folded as materialized (
  select * from (${newest(`s.folded @@ ${foldedQuery}`, CANDIDATES)}) f
  where (select count(*) from exact) < ${FEW}
), best as (
  select collection, doc_id, max(tier) as tier, max(rank) as rank, max(sort_at) as sort_at
  from (
    ${ranked(3, 'folded', foldedQuery, 'numbered')}
    union all ${ranked(2, 'exact', exactQuery, 'exact')}
    union all ${ranked(1, 'folded', foldedQuery, 'folded')}
  ) every
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
