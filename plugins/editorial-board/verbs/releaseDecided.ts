import type { PayloadRequest } from 'payload'
import { release } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview } from '../store.ts'
import type { Review } from '../store.ts'
import { demandReleasable } from './demandReleasable.ts'

/**
 * Carries decisions out in the caller's transaction, all or none, in the order of their logs; each is signed into its board's
 * chain with its place in the log. What waited is asked once more whether it may go out.
 */
export const releaseDecided = async (
  req: PayloadRequest,
  sql: Sql,
  reviews: readonly Review[],
  now: Date,
): Promise<Release[]> => {
  const ordered = [...reviews].sort((a, b) => (a.log < b.log ? -1 : 1) || a.docId - b.docId)
  const done: Release[] = []
  for (const review of ordered) {
    await demandNotOvertaken(sql, review)
    if (review.state === 'decided')
      await demandReleasable(req, { review, body: await bodyOf(sql, review), at: now })
    const made = await releaseSigned(req, review.board, review.decisionId ?? '')
    done.push(made)
    const end = { submissionId: review.submissionId, state: 'approved' as const, by: null }
    if (await closeReview(sql, { ...end, from: 'decided' }))
      await recordEvent(sql, { ...end, ...review, actor: null, verb: 'release', reasonCode: null })
  }
  return done
}

/** Carries one decision out and signs it into the board's chain, in the caller's transaction. */
export const releaseSigned = async (
  req: PayloadRequest,
  board: string,
  decisionId: string,
): Promise<Release> => {
  const made = await release({ req, decisionId })
  await record(req, {
    board,
    kind: 'release',
    by: req.user?.id ?? null,
    capacity: 'system',
    content: {
      id: made.id,
      log: made.log,
      seq: made.seq,
      decision: decisionId,
      kind: made.kind,
      sha256: made.sha256,
    },
  })
  return made
}

/** What was released or withdrawn since a decision was made is not undone by carrying the older decision out. */
const demandNotOvertaken = async (sql: Sql, review: Review) => {
  const { rows } = await sql.query(
    `select r.seq from release.releases r join release.decisions d on d.id = $1::uuid
     where r.collection = d.collection and r.doc_id = d.doc_id and r.released_at > d.decided_at limit 1`,
    [review.decisionId],
  )
  if (rows.length > 0) throw boardError('overtaken', { submission: review.submissionId })
}

const bodyOf = async (sql: Sql, { submissionId }: Review): Promise<string> => {
  const { rows } = await sql.query<{ body: string }>(
    'select body from release.submissions where id = $1::uuid',
    [submissionId],
  )
  return rows[0]?.body ?? '{"locales":{}}'
}
