import type { Pool } from 'pg'

/** A row of the log as the feed needs it. */
export type FeedRow = {
  log: string
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
  /** Decided by one person because it could not wait. */
  isUrgent: boolean
  /** Before this time the decision was not to be carried out. */
  publishAt: Date | null
  releasedAt: Date
  firstReleasedAt: Date | null
  isSuperseded: boolean
  /** null for a withdrawal, and for a version that a later release replaced. */
  body: string | null
  /** Under which keys the body has these. */
  titleKey: string
  leadKey: string | null
  categoryKey: string | null
  kindKey: string | null
  coverKey: string | null
}

/** Reads releases of a log by number, oldest first. */
export const readFeedRows = async (
  pool: Pool,
  log: string,
  numbers: readonly number[],
): Promise<FeedRow[]> => {
  const { rows } = await pool.query<FeedRow>({
    name: 'feed_rows',
    text: feedRowsText('r.log = $1 and r.seq = any($2::bigint[])'),
    values: [log, numbers],
  })
  return rows
}

/** The statement for releases `r` of a condition, `n.later` telling of those that were replaced. */
export const feedRowsText = (condition: string, order = 'r.seq', more = ''): string => `
select ${more} r.log, r.seq::float8 as seq, r.kind, r.collection, r.doc_id as "docId", r.slug, r.sha256, r.reason_code as "reasonCode",
  r.explanation, r.redirect_to as "redirectTo", d.capacity = 'emergency' as "isUrgent", d.publish_at as "publishAt",
  r.released_at as "releasedAt", f.at as "firstReleasedAt", n.later as "isSuperseded",
  case when n.later then null else r.body end as body, p.title as "titleKey", p.lead as "leadKey",
  p.category as "categoryKey", p.kind as "kindKey", p.cover as "coverKey"
from release.releases r
join release.projections p on p.collection = r.collection
join release.decisions d on d.id = r.decision_id
cross join lateral (select exists (select from release.releases l where l.collection = r.collection
  and l.doc_id = r.doc_id and l.log = r.log and l.seq > r.seq) as later) n
cross join lateral (select min(e.released_at) as at from release.releases e where e.collection = r.collection
  and e.doc_id = r.doc_id and e.kind <> 'withdraw') f
where ${condition} order by ${order}`
