import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { reasonLabel } from '#domain/text/reasonText.ts'
import type { Review } from '../store.ts'
import { dayOf } from '../verbs/dayOf.ts'
import { aboutReview } from './aboutReview.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeDetail } from './notice.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import type { BoardEvent } from './tellEvent.ts'

const kinds: Partial<Record<BoardEvent['verb'], NoticeKind>> = {
  approve: 'released',
  release: 'released',
  decide: 'approved',
  lapse: 'lapsed',
  cancel: 'lapsed',
  return: 'returned',
  refuse: 'refused',
}

/**
 * Tells the people behind a submission what became of it: approvals and releases to whoever wrote in it; returns, refusals
 * and lapses to submitter, supplier and the person named to clarify, a lapse also to whoever had decided. Nobody is told what
 * he did himself.
 */
export const tellOutcome = async (
  telling: Telling,
  review: Review,
  event: BoardEvent,
): Promise<void> => {
  const kind = kinds[event.verb]
  if (!kind) return
  const about = aboutReview(review)
  const isGood = kind === 'approved' || kind === 'released'
  const people = [
    review.submittedBy,
    review.supplier,
    ...(isGood ? review.contributors : []),
    ...(kind === 'returned' && review.returnTo?.person ? [review.returnTo.person] : []),
    ...(kind === 'lapsed' && review.decidedBy !== null ? [review.decidedBy] : []),
  ]
  await tell(
    telling,
    {
      ...about,
      key: `${kind}:${event.id}`,
      kind,
      detail: await detailOf(telling.sql, review, event),
    },
    people.filter((person) => person !== event.actor),
  )
}

const detailOf = async (sql: Sql, review: Review, event: BoardEvent): Promise<NoticeDetail> => {
  const base = { by: event.actorName, explanation: event.explanation }
  if (event.verb === 'lapse') return { ...base, refusal: event.reasonCode ?? '' }
  if (event.verb === 'decide') return { ...base, ...(await whenOf(sql, review)) }
  if (event.verb === 'return')
    return {
      ...base,
      ...(review.returnTo ? { dueAt: review.returnTo.dueAt } : {}),
      ...(review.returnTo?.unit ? { unit: review.returnTo.unit } : {}),
    }
  if (event.verb !== 'refuse') return base
  const ground = theOptions()
    .groundsOn(dayOf(new Date(event.at)))
    .find((one) => one.code === event.reasonCode)
  return ground ? { ...base, reason: reasonLabel(ground) } : base
}

/** What a decided submission waits for. */
const whenOf = async (sql: Sql, review: Review): Promise<NoticeDetail> => {
  const { rows } = await sql.query<{ publishAt: string | null; bundle: string | null }>(
    `select to_json(d.publish_at) #>> '{}' as "publishAt",
       (select b.name from editorial.bundles b where b.id = $2::uuid) as bundle
     from release.decisions d where d.id = $1::uuid`,
    [review.decisionId, review.bundleId],
  )
  const [found] = rows
  return {
    ...(found?.publishAt ? { publishAt: found.publishAt } : {}),
    ...(found?.bundle ? { bundle: found.bundle } : {}),
  }
}
