import type { Pool } from 'pg'
import { feedRowsText } from '../../feed/readFeedRows.ts'
import type { FeedRow } from '../../feed/readFeedRows.ts'
import type { Selection } from './parseOaiRequest.ts'

/** The newest release of a document in a log, and its time in microseconds. */
export type OaiRow = FeedRow & { micros: string }

const columns = '(extract(epoch from r.released_at) * 1000000)::bigint::text as micros,'

const listText = feedRowsText(
  `not n.later and r.collection = any($1) and r.log <> 'common'
    and ($2::text is null or r.log = $2) and ($3::text is null or r.collection = $3)
    and ($4::timestamptz is null or r.released_at >= $4) and ($5::timestamptz is null or r.released_at < $5)
    and ($6::bigint is null or (r.released_at, r.log, r.seq) > (timestamptz 'epoch' + $6 * interval '1 microsecond', $7, $8))`,
  'r.released_at, r.log, r.seq limit $9',
  columns,
)

/** Reads records by time. A document that is released anew moves to the end, so a list is never short of one. */
export const readRecords = async (
  pool: Pool,
  collections: readonly string[],
  selection: Selection,
  limit: number,
): Promise<OaiRow[]> => {
  const { from, until, log, collection, place } = selection
  const at = [place?.micros ?? null, place?.log ?? '', place?.seq ?? 0]
  const { rows } = await pool.query<OaiRow>({
    name: 'oai_list',
    text: listText,
    values: [collections, log, collection, from, until, ...at, limit],
  })
  return rows
}

/** The newest release of one document in a log. */
export const readRecord = async (
  pool: Pool,
  key: { log: string; collection: string; id: number },
): Promise<OaiRow | undefined> => {
  const { rows } = await pool.query<OaiRow>({
    name: 'oai_record',
    text: feedRowsText(
      'not n.later and r.log = $1 and r.collection = $2 and r.doc_id = $3',
      'r.seq desc limit 1',
      columns,
    ),
    values: [key.log, key.collection, key.id],
  })
  return rows[0]
}

/** The first moment of all logs; the epoch where nothing was released. */
export const readEarliest = async (pool: Pool): Promise<Date> => {
  const { rows } = await pool.query<{ at: Date | null }>(
    'select min(released_at) as at from release.releases',
  )
  return rows[0]?.at ?? new Date(0)
}

/** A site whose log may be harvested. */
export type OaiSite = { code: string; name: string; host: string | null; path: string | null }

/** The active sites, in the order of their codes. */
export const readOaiSites = async (pool: Pool): Promise<OaiSite[]> => {
  const { rows } = await pool.query<OaiSite>(
    `select s.code, s.name_vi as name, s.host, s.path from cross_posting.sites s
     where s.is_active order by s.code`,
  )
  return rows
}
