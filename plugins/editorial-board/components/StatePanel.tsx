'use client'
import { Button, Link, toast, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { dueWords } from '../desk/dueWords.ts'
import type { DocumentState } from '../desk/readDocumentState.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'
import { IssueForm } from './IssueForm.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import { OpenThreads } from './OpenThreads.tsx'
import { postToBoard } from './postToBoard.ts'
import { announceChange, useDocumentState } from './useDocumentState.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

/** Where the document stands, until when, who decided, and what can be done now. */
export const StatePanel = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const state = useDocumentState()
  const priority = useFormFields(([fields]) => fields.priority?.value)
  if (id === undefined || !collectionSlug) return null
  return (
    <section aria-label={words.state} className="coloa-state">
      <h3>{words.state}</h3>
      {state ? (
        <Lines language={i18n.language} state={state} words={words} />
      ) : (
        <p>{words.stateLoading}</p>
      )}
      {state?.review ? <OpenThreads submissionId={state.review.submissionId} /> : null}
      {state?.may.decide && state.review ? (
        <Button
          buttonStyle="secondary"
          el="link"
          Link={Link}
          size="small"
          to={`/admin/review/${state.review.submissionId}`}
        >
          {words.openDesk}
        </Button>
      ) : null}
      {state?.may.recall && state.review ? (
        <RecallButton submissionId={state.review.submissionId} />
      ) : null}
      {state?.may.issue && priority === 'emergency' && state.isChangedSinceRelease ? (
        <IssueForm />
      ) : null}
      {state?.may.withdraw ? <WithdrawForm collection={collectionSlug} id={Number(id)} /> : null}
    </section>
  )
}

const Lines = ({
  language,
  state,
  words,
}: {
  language: string
  state: DocumentState
  words: Words
}) => {
  const { review, release } = state
  const isPublic = release !== null && release.kind !== 'withdraw'
  return (
    <ul>
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
      {review?.state === 'submitted' && state.left ? (
        <li className={state.left.isLate ? 'coloa-late' : undefined}>
          <strong>{words.stateWaiting}</strong>
          <span>
            {fill(words.submittedBy, {
              name: review.submittedByName ?? words.somebody,
              at: momentText(review.submittedAt, language),
            })}
          </span>
          <span>
            {words.due}: {momentText(review.stepDueAt, language)} ({dueWords(state.left, language)})
          </span>
          {state.isChangedSinceSubmission ? <em>{words.changedSince}</em> : null}
        </li>
      ) : null}
      {review && (review.state === 'returned' || review.state === 'refused') ? (
        <li className="coloa-attention">
          <strong>{review.state === 'returned' ? words.stateReturned : words.stateRefused}</strong>
          <q>{review.explanation}</q>
          <span>
            {fill(words.decidedBy, {
              name: review.decidedByName ?? words.somebody,
              at: momentText(review.decidedAt ?? review.submittedAt, language),
            })}
          </span>
        </li>
      ) : null}
      {review?.state !== 'submitted' && state.isChangedSinceRelease ? (
        <li>{isPublic ? words.stateChanged : words.stateDraft}</li>
      ) : null}
    </ul>
  )
}

const RecallButton = ({ submissionId }: { submissionId: string }) => {
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const recall = async () => {
    const answer = await postToBoard(
      `/submissions/${submissionId}/recall`,
      {},
      { ...words, language: i18n.language },
    )
    if (answer.ok) toast.success(words.recalled)
    else toast.error(answer.messages.join('\n'))
    announceChange()
  }
  return (
    <Button buttonStyle="secondary" onClick={() => void recall()} size="small" type="button">
      {words.recall}
    </Button>
  )
}
