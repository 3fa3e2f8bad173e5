import { reviewsWhere } from '../store.ts'
import { aboutReview } from './aboutReview.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import type { BoardEvent } from './tellEvent.ts'

/** Tells whoever wrote in what was public that it was taken down, and why. */
export const tellWithdrawal = async (telling: Telling, event: BoardEvent): Promise<void> => {
  const [review] = await reviewsWhere(
    telling.sql,
    `where r.collection = $1 and r.doc_id = $2::int and r.state = 'approved' order by r.decided_at desc limit 1`,
    [event.collection, event.docId],
  )
  if (!review) return
  const people = [review.submittedBy, review.supplier, ...review.contributors]
  await tell(
    telling,
    {
      ...aboutReview(review),
      key: `withdrawn:${event.id}`,
      kind: 'withdrawn',
      detail: { by: event.actorName, explanation: event.explanation },
    },
    people.filter((person) => person !== event.actor),
  )
}
