import type { Pool } from 'pg'
import type { FeedQuery } from './parseFeedQuery.ts'

/** A row of the log as the feed needs it. */
export type FeedRow = {
  seq: number
  kind: 'publish' | 'update' | 'correct' | 'withdraw'
  collection: string
  docId: number
  slug: string | null
  sha256: string | null
  reasonCode: string | null
  explanation: string | null
  /** Of a withdrawal: the address of what to read instead. */
  redirectTo: string | null
  releasedAt: Date
  firstReleasedAt: Date | null
  isSuperseded: boolean
  /** null for a withdrawal, and for a version that a later release replaced. */
  body: string | null
}

/**
 * Reads one page of a log, oldest first. Head and rows come from one statement, so from one moment: sequence numbers are
 * given under a lock held until commit, so nothing below the head can appear later and no reader misses a release.
 */
export const readFeedPage = async (
  pool: Pool,
  log: string,
  query: FeedQuery,
): Promise<{ head: number; rows: FeedRow[] }> => {
  const { rows } = await pool.query<{ head: string | null; items: FeedJson[] | null }>(
    `select (select seq from release.site_sequences where log = $1) as head, (
       select json_agg(row_to_json(p) order by p.seq) from (
         select r.seq, r.kind, r.collection, r.doc_id as "docId", r.slug, r.sha256,
           r.reason_code as "reasonCode", r.explanation, r.redirect_to as "redirectTo", r.released_at as "releasedAt",
           (select min(f.released_at) from release.releases f where f.collection = r.collection
             and f.doc_id = r.doc_id and f.kind <> 'withdraw') as "firstReleasedAt",
           n.later as "isSuperseded", case when n.later then null else r.body end as body
         from release.releases r, lateral (
           select exists (select from release.releases l where l.collection = r.collection
             and l.doc_id = r.doc_id and l.log = r.log and l.seq > r.seq) as later) n
         where r.log = $1 and r.seq > $2 and ($3::text[] is null or r.collection = any($3))
         order by r.seq limit $4) p) as items`,
    [log, query.after, query.collections, query.limit],
  )
  const page = rows[0]
  return {
    head: Number(page?.head ?? 0),
    rows: (page?.items ?? []).map((item) => ({
      ...item,
      releasedAt: new Date(item.releasedAt),
      firstReleasedAt: item.firstReleasedAt ? new Date(item.firstReleasedAt) : null,
    })),
  }
}

type FeedJson = Omit<FeedRow, 'releasedAt' | 'firstReleasedAt'> & {
  releasedAt: string
  firstReleasedAt: string | null
}
