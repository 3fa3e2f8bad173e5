import type { Review } from '../store.ts'
import type { NoticeKind } from './kinds.ts'
import { waitsFor } from './recipients.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import { aboutReview } from './aboutReview.ts'

/**
 * Tells those who may act that a submission waits for them at the step it is at now; nobody when it waits no more. Whether it
 * was submitted or went on to that step, each is told once for the step.
 */
export const tellWaiting = async (
  telling: Telling,
  review: Review,
  of: { kind: Extract<NoticeKind, 'submitted' | 'advanced'>; actor: number | null },
): Promise<void> => {
  if (review.state !== 'submitted') return
  const people = await waitsFor(telling.sql, review.submissionId, telling.now)
  const about = aboutReview(review)
  await tell(
    telling,
    {
      ...about,
      key: `waiting:${review.submissionId}:${review.round}:${review.step}`,
      kind: of.kind,
      detail: { ...about.detail, by: review.submittedByName, dueAt: review.stepDueAt },
    },
    people.filter((person) => person !== of.actor),
  )
}
