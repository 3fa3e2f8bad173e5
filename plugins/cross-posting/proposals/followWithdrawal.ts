import type { FollowedRelease } from '#plugins/release-log/index.ts'
import type { Sql } from '#kit/transaction.ts'
import type { Origin } from '../types.ts'

/** Before everything else: what was withdrawn must not stay up anywhere. */
const URGENT = -20

/**
 * The item was withdrawn where it comes from: what is still offered of it is taken back, and every copy, adapted or not, is
 * taken down by a job of its own.
 */
export const followWithdrawal = async (sql: Sql, release: FollowedRelease): Promise<void> => {
  // First the proposals: whoever takes one in at this moment holds its row, so the copy is there when copies are read.
  await sql.query(
    `update cross_posting.proposals set state = 'withdrawn', answer = $4, settled_at = clock_timestamp()
     where origin_log = $1 and collection = $2 and origin_doc_id = $3::int and state in ('proposed', 'under_review')`,
    [release.log, release.collection, release.docId, release.explanation],
  )
  await sql.query(
    `select graphile_worker.add_job('crossPostingWithdraw', payload := json_build_object('collection', c.collection,
         'document', c.doc_id, 'log', $1::text, 'seq', $2::bigint),
       job_key := 'crossPostingWithdraw:' || c.collection || ':' || c.doc_id || ':' || $1 || ':' || $2, priority := ${URGENT})
     from cross_posting.copies c where c.root_log = $1 and c.root_collection = $3 and c.root_id = $4::text`,
    [release.log, release.seq, release.collection, String(release.docId)],
  )
}

/** A copy that a board decided on before its origin was withdrawn, and that became public only afterwards. */
export const withdrawLate = async (
  sql: Sql,
  release: FollowedRelease,
  origin: Origin,
): Promise<void> => {
  await sql.query(
    `select graphile_worker.add_job('crossPostingWithdraw', payload := json_build_object('collection', $1::text,
         'document', $2::int, 'log', o.log, 'seq', o.seq),
       job_key := 'crossPostingWithdraw:' || $1 || ':' || $2 || ':' || o.log || ':' || o.seq, priority := ${URGENT})
     from (select r.* from release.releases r where r.log = $3 and r.collection = $4 and r.doc_id = case when $5 ~ '^[0-9]{1,9}$' then $5::int end
       order by r.seq desc limit 1) o
     where o.kind = 'withdraw'
       and o.released_at > (select decided_at from release.decisions where id = $6::uuid)`,
    [
      release.collection,
      release.docId,
      origin.site,
      origin.collection,
      origin.item,
      release.decisionId,
    ],
  )
}
