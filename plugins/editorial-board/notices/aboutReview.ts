import type { Review } from '../store.ts'

/** The parts of a notice about a submission that its review gives. */
export const aboutReview = (review: Review) => {
  const step = review.flow?.steps[review.step]?.label
  return {
    board: review.board,
    log: review.log,
    collection: review.collection,
    docId: review.docId,
    submissionId: review.submissionId,
    round: review.round,
    step: review.step,
    title: review.title,
    isUrgent: review.priority === 'emergency',
    detail: step ? { step } : {},
  }
}
