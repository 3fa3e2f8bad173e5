import { fill } from '#domain/text/fill.ts'
import type { Review } from '../store.ts'
import type { Words } from '../words.ts'
import { stateWords } from './stateWords.ts'
import type { StateWords } from './stateWords.ts'
import { momentText } from '#kit/admin/momentText.ts'

/** What came back to the submitter, with what the board said. */
export const ReturnedList = (props: {
  reviews: readonly Review[]
  words: Words
  language: string
}) => {
  const { reviews, words } = props
  const said = stateWords(props.language)
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
            <strong>{stateOf(review, words, said)}</strong>
            {review.explanation ? <q>{review.explanation}</q> : null}
            <small>
              {review.decidedByName} ·{' '}
              {momentText(review.decidedAt ?? review.submittedAt, props.language)}
            </small>
            {review.state === 'returned' && review.returnTo ? (
              <span>
                {fill(said.returnedUntil, {
                  at: momentText(review.returnTo.dueAt, props.language),
                })}
                {review.returnTo.unit
                  ? ` · ${fill(said.returnedUnit, { unit: review.returnTo.unit })}`
                  : ''}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateOf = (review: Review, words: Words, said: StateWords): string => {
  if (review.state === 'lapsed') return said.lapsed
  return review.state === 'refused' ? words.stateRefused : words.stateReturned
}
