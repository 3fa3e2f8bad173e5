import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { dueWords } from '#domain/sla/dueWords.ts'
import type { DocumentState } from '../desk/readDocumentState.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'
import { stateWords } from './stateWords.ts'
import type { StateWords } from './stateWords.ts'
import { whyLapsed } from './whyLapsed.ts'

type Shared = { state: DocumentState; words: Words; said: StateWords; language: string }

/** Where a document stands: what is public, what waits, what came back, what keeps it. */
export const StateLines = (props: { state: DocumentState; language: string }) => {
  const { state, language } = props
  const { review, release } = state
  const words = wordsOf(language)
  const said = stateWords(language)
  const shared = { state, words, said, language }
  const isPublic = release !== null && release.kind !== 'withdraw'
  return (
    <ul>
      {state.hold ? (
        <li className="coloa-attention">
          <strong>{said.hold}</strong>
          <span>{fill(said.holdWhy, state.hold)}</span>
          <span>{said.holdMeans}</span>
        </li>
      ) : null}
      {state.emergency ? (
        <li className="coloa-attention">
          <strong>
            <b className="coloa-tag">{words.emergency}</b>
            {said.emergency}
          </strong>
          <span className={state.emergency.left.isLate ? 'coloa-late' : undefined}>
            {fill(said.emergencyDue, {
              at: momentText(state.emergency.dueAt, language),
              left: dueWords(state.emergency.left, language),
            })}
          </span>
          {state.emergency.mayReview ? null : <span>{said.emergencyOther}</span>}
          <small>{said.emergencyInside}</small>
        </li>
      ) : null}
      {release ? (
        <li>
          <strong>{isPublic ? words.statePublic : words.stateWithdrawn}</strong>
          <span>
            {fill(isPublic ? words.releasedBy : words.withdrawnBy, {
              name: release.decidedByName ?? words.somebody,
              at: momentText(release.releasedAt, language),
            })}
          </span>
        </li>
      ) : null}
      <Waiting {...shared} />
      <Ended {...shared} />
      {review?.state !== 'submitted' &&
      review?.state !== 'decided' &&
      state.isChangedSinceRelease ? (
        <li>{isPublic ? words.stateChanged : words.stateDraft}</li>
      ) : null}
    </ul>
  )
}

const Waiting = ({ state, words, said, language }: Shared) => {
  const { review, left, parked } = state
  if (review?.state === 'decided') {
    const text = parked?.publishAt
      ? fill(said.decidedAt, { at: momentText(parked.publishAt, language) })
      : fill(said.decidedBundle, parked?.bundle ?? { name: '', decided: 0, total: 0 })
    return (
      <li>
        <strong>{text}</strong>
        <Decider review={review} words={words} language={language} />
        {state.isChangedSinceSubmission ? <em>{words.changedSince}</em> : null}
      </li>
    )
  }
  if (review?.state !== 'submitted' || !left) return null
  return (
    <li className={left.isLate ? 'coloa-late' : undefined}>
      <strong>{words.stateWaiting}</strong>
      <span>
        {fill(words.submittedBy, {
          name: review.submittedByName ?? words.somebody,
          at: momentText(review.submittedAt, language),
        })}
      </span>
      <span>
        {words.due}: {momentText(review.stepDueAt, language)} ({dueWords(left, language)})
      </span>
      {state.isChangedSinceSubmission ? <em>{words.changedSince}</em> : null}
    </li>
  )
}

/** What came of the newest submission, where it did not become public. */
const Ended = ({ state, words, said, language }: Shared) => {
  const { review } = state
  if (review?.state === 'recalled') return <li>{said.recalled}</li>
  if (review?.state === 'lapsed') {
    return (
      <li className="coloa-attention">
        <strong>{said.lapsed}</strong>
        <span>{fill(said.lapsedWhy, { why: whyLapsed(review.reasonCode, language) })}</span>
        {review.explanation ? <q>{review.explanation}</q> : null}
      </li>
    )
  }
  if (review?.state !== 'returned' && review?.state !== 'refused') return null
  const { returnTo } = review
  return (
    <li className="coloa-attention">
      <strong>{review.state === 'returned' ? words.stateReturned : words.stateRefused}</strong>
      <q>{review.explanation}</q>
      {returnTo?.unit ? <span>{fill(said.returnedUnit, { unit: returnTo.unit })}</span> : null}
      {returnTo && review.state === 'returned' ? (
        <span>{fill(said.returnedUntil, { at: momentText(returnTo.dueAt, language) })}</span>
      ) : null}
      <Decider review={review} words={words} language={language} />
    </li>
  )
}

const Decider = (props: {
  review: NonNullable<DocumentState['review']>
  words: Words
  language: string
}) => (
  <span>
    {fill(props.words.decidedBy, {
      name: props.review.decidedByName ?? props.words.somebody,
      at: momentText(props.review.decidedAt ?? props.review.submittedAt, props.language),
    })}
  </span>
)
