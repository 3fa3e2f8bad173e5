'use client'
import { Link, toast, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { wordsOf } from '../words.ts'
import { IssueForm } from './IssueForm.tsx'
import { OpenThreads } from './OpenThreads.tsx'
import { postToBoard } from './postToBoard.ts'
import { StateActs } from './StateActs.tsx'
import { StateLines } from './StateLines.tsx'
import { announceChange, useDocumentState } from './useDocumentState.ts'

/** Where the document stands, until when, who decided, and what can be done now. */
export const StatePanel = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const state = useDocumentState()
  // Where items have a priority, only an emergency takes the lane; the board's options say which others may.
  const isUrgent = useFormFields(
    ([{ priority }]) => priority === undefined || priority.value === 'emergency',
  )
  if (id === undefined || !collectionSlug) return null
  return (
    <section aria-label={words.state} className="coloa-state">
      <h3>{words.state}</h3>
      {state ? <StateLines language={i18n.language} state={state} /> : <p>{words.stateLoading}</p>}
      {state?.review ? <OpenThreads submissionId={state.review.submissionId} /> : null}
      {state?.may.decide && state.review ? (
        <LiveButton
          buttonStyle="secondary"
          el="link"
          Link={Link}
          size="small"
          to={`/admin/review/${state.review.submissionId}`}
        >
          {words.openDesk}
        </LiveButton>
      ) : null}
      {state?.may.recall && state.review ? (
        <RecallButton submissionId={state.review.submissionId} />
      ) : null}
      {state?.may.issue && isUrgent && state.isChangedSinceRelease && !state.hold ? (
        <IssueForm isCodeNeeded={state.isCodeNeeded} reasons={state.reasons} />
      ) : null}
      {state ? <StateActs collection={collectionSlug} id={Number(id)} state={state} /> : null}
    </section>
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
    <LiveButton buttonStyle="secondary" onClick={() => void recall()} size="small" type="button">
      {words.recall}
    </LiveButton>
  )
}
