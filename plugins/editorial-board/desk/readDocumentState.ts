import type { PayloadRequest } from 'payload'
import { isReleased, snapshotNow } from '#plugins/release-log/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { reviewsOf } from '../store.ts'
import type { Review } from '../store.ts'
import { boardsOf } from './boardsOf.ts'

/** Where a document stands and what the signed-in person may do with it; times are ISO 8601. */
export type DocumentState = {
  /** The newest submission. */
  review: Review | null
  release: { seq: number; kind: string; releasedAt: string; decidedByName: string | null } | null
  /** The draft differs from the newest submission. */
  isChangedSinceSubmission: boolean
  /** The draft differs from what the public reads. */
  isChangedSinceRelease: boolean
  may: { submit: boolean; recall: boolean; decide: boolean; withdraw: boolean; issue: boolean }
}

/**
 * The state panel's data.
 *
 * @throws PortalError not_a_member when the document belongs to a board whose desk the person may not see
 */
export const readDocumentState = async (options: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<DocumentState> => {
  const { req, collection, id } = options
  const now = await snapshotNow(options)
  const { log } = JSON.parse(now.body) as { log: string }
  const board = (await boardsOf(req)).find((one) => one.log === log)
  if (!board) throw boardError('not_a_member')
  const sql = await sqlOf(req)
  const [review = null] = await reviewsOf(sql, { collection, docId: id })
  const live = await isReleased({ req, collection, id })
  const { rows } = await sql.query<NonNullable<DocumentState['release']>>(
    `select r.seq::float8 as seq, r.kind, to_json(r.released_at) #>> '{}' as "releasedAt", u.full_name as "decidedByName"
     from release.releases r join release.decisions d on d.id = r.decision_id left join public.users u on u.id = d.decided_by
     where r.collection = $1 and r.doc_id = $2::int order by r.released_at desc, r.seq desc limit 1`,
    [collection, id],
  )
  const submitted = await sql.query<{ sha256: string }>(
    'select sha256 from release.submissions where id::text = $1',
    [review?.submissionId ?? ''],
  )
  const isChangedSinceRelease = live?.sha256 !== now.sha256
  const isWaiting = review?.state === 'submitted'
  const isChangedSinceSubmission = review !== null && submitted.rows[0]?.sha256 !== now.sha256
  const isDecider = board.roles.includes('head') || board.roles.includes('deputy')
  return {
    review,
    release: rows[0] ?? null,
    isChangedSinceSubmission,
    isChangedSinceRelease,
    may: {
      submit:
        board.roles.length > 0 && isChangedSinceRelease && (!isWaiting || isChangedSinceSubmission),
      recall: isWaiting && review.submittedBy === req.user?.id,
      decide: isWaiting && isDecider,
      withdraw: live !== null && isDecider,
      issue: collection === 'bulletins' && (isDecider || board.roles.includes('member')),
    },
  }
}
