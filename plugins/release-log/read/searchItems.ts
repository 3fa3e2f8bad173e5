import type { Pool } from 'pg'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'
import { itemColumns } from './publicItem.ts'
import type { PublicItem } from './publicItem.ts'
import { statement } from './statement.ts'

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
    statement(searchText, [
      q,
      query.locale,
      logs,
      query.collections ?? null,
      limit,
      (Math.max(query.page ?? 1, 1) - 1) * limit,
      number,
    ]),
  )
  const total = rows[0]?.total ?? 0
  const items = rows.map(({ total: _total, ...item }) => item)
  return { items, total, isCapped: total >= CANDIDATES }
}

const scope = `s.locale = $2 and ($3::text[] is null or s.log = any($3)) and ($4::text[] is null or s.collection = any($4))`

const { open, close } = excerptMarks

const searchText = `
with asked as (
  select websearch_to_tsquery('simple', $1) as exact, websearch_to_tsquery('simple', release.fold($1)) as folded
), numbered as materialized (
  select s.collection, s.doc_id, s.sort_at, 3 as tier, 1::real as rank
  from release.item_search s where ${scope} and $7::text is not null and s.number_key like '%' || $7 || '%'
  order by s.sort_at desc limit 50
), exact as materialized (
  select s.collection, s.doc_id, s.sort_at, 2 as tier, ts_rank(s.exact, asked.exact) as rank
  from asked, release.item_search s where ${scope} and s.exact @@ asked.exact
  order by s.sort_at desc limit ${CANDIDATES}
), folded as materialized (
  select s.collection, s.doc_id, s.sort_at, 1 as tier, ts_rank(s.folded, asked.folded) as rank
  from asked, release.item_search s
  where (select count(*) from exact) < ${FEW} and ${scope} and s.folded @@ asked.folded
  order by s.sort_at desc limit ${CANDIDATES}
), best as (
  select collection, doc_id, max(tier) as tier, max(rank) as rank, max(sort_at) as sort_at
  from (select * from numbered union all select * from exact union all select * from folded) every
  group by collection, doc_id
), page as (
  select *, least(count(*) over (), ${CANDIDATES})::float8 as total from best
  order by tier desc, rank desc, sort_at desc, doc_id desc limit $5::int offset $6::int
)
select ${itemColumns}, page.total, ts_headline('simple', s.text,
    asked.exact,
    'StartSel=${open},StopSel=${close},MaxWords=36,MinWords=18,MaxFragments=1') as excerpt
from asked, page
join release.current_items i on i.collection = page.collection and i.doc_id = page.doc_id and i.locale = $2
join release.item_search s on s.collection = i.collection and s.doc_id = i.doc_id and s.locale = i.locale
order by page.tier desc, page.rank desc, page.sort_at desc, page.doc_id desc`
