import type { Review } from '../store.ts'
import type { Words } from '../words.ts'
import { momentText } from '#kit/admin/momentText.ts'

/** What came back to the submitter, with what the board said. */
export const ReturnedList = (props: {
  reviews: readonly Review[]
  words: Words
  language: string
}) => {
  const { reviews, words } = props
  if (reviews.length === 0) return null
  return (
    <section className="coloa-returned">
      <h2>{words.returnedToMe}</h2>
      <ul>
        {reviews.map((review) => (
          <li key={review.submissionId}>
            <a href={`/admin/collections/${review.collection}/${review.docId}`}>
              {review.title || words.untitled}
            </a>
            <strong>{review.state === 'refused' ? words.stateRefused : words.stateReturned}</strong>
            <q>{review.explanation}</q>
            <small>
              {review.decidedByName} ·{' '}
              {momentText(review.decidedAt ?? review.submittedAt, props.language)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
