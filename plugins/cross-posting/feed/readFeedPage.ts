import type { Pool } from 'pg'
import type { FeedQuery } from './parseFeedQuery.ts'

/** Which part of a log is read. null: everything. */
export type FeedScope = Pick<FeedQuery, 'collections' | 'kinds' | 'locales'> & {
  categories: number[] | null
}

/** A place in a page: the release's number, and whether a later one has replaced it. */
export type FeedMark = { seq: number; isSuperseded: boolean }

/** The outline of a page, and the site it is of as the registry has it. */
export type FeedOutline = {
  head: number
  isSite: boolean
  name: string | null
  host: string | null
  path: string | null
  marks: FeedMark[]
  /** The marks as one text: equal texts are equal pages. */
  print: string
}

/** Which way a log is read from its cursor; backwards, versions that were replaced are passed over. */
export type FeedRange = { after: number; limit: number; isBackwards?: boolean }

/**
 * Reads the outline of one page. Head and marks come from one statement, so from one moment: sequence numbers are given
 * under a lock held until commit, so nothing below the head can appear later and no reader misses a release.
 */
export const readFeedOutline = async (
  pool: Pool,
  log: string,
  query: FeedRange & FeedScope,
): Promise<FeedOutline> => {
  const { after, limit, isBackwards = false } = query
  const isWhole = !query.categories && !query.kinds && !query.locales
  const values: unknown[] = [log, after, limit, query.collections]
  if (!isWhole) values.push(query.categories, query.kinds, query.locales)
  const { rows } = await pool.query<
    Omit<FeedOutline, 'marks' | 'print'> & { print: string | null }
  >({
    name: `feed_outline_${isWhole ? 'whole' : 'part'}_${isBackwards ? 'back' : 'on'}`,
    text: outlineText(isWhole, isBackwards),
    values,
  })
  const [row = nothing] = rows
  const print = row.print ?? ''
  return { ...row, print, marks: marksOf(print) }
}

const nothing = { head: 0, isSite: false, name: null, host: null, path: null, print: '' }

/** A part of a log: what was ever released under it there, since then. */
const within = `and exists (select from release.scopes c where c.log = r.log and c.collection = r.collection
    and c.doc_id = r.doc_id and c.first_seq <= r.seq and ($5::int[] is null or c.category_id = any($5))
    and ($6::text[] is null or c.kind_code = any($6)) and ($7::text[] is null or c.locale = any($7)))`

const newestOnly = `and not exists (select from release.releases l where l.collection = r.collection
    and l.doc_id = r.doc_id and l.log = r.log and l.seq > r.seq)`

const outlineText = (isWhole: boolean, isBackwards: boolean): string => `
select coalesce(q.seq, 0)::float8 as head, s.code is not null as "isSite", s.name_vi as name, s.host, s.path, p.print
from (select) one
left join release.site_sequences q on q.log = $1
left join cross_posting.sites s on s.code = $1 and s.is_active
cross join lateral (
  select string_agg(m.seq || case when exists (select from release.releases l where l.collection = m.collection
    and l.doc_id = m.doc_id and l.log = $1 and l.seq > m.seq) then '-' else '+' end, '' order by m.seq) as print
  from (
    select r.seq, r.collection, r.doc_id from release.releases r
    where r.log = $1 and r.seq ${isBackwards ? '<' : '>'} $2 and ($4::text[] is null or r.collection = any($4)) ${isWhole ? '' : within} ${isBackwards ? newestOnly : ''}
    order by r.seq ${isBackwards ? 'desc' : ''} limit $3
  ) m
) p`

const marksOf = (print: string): FeedMark[] =>
  print === ''
    ? []
    : (print.match(/\d+[+-]/g) ?? []).map((one) => ({
        seq: Number(one.slice(0, -1)),
        isSuperseded: one.endsWith('-'),
      }))
