'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import type { DocumentState } from '../desk/readDocumentState.ts'
import { ActForm } from './ActForm.tsx'
import { deskWords } from './deskWords.ts'
import { reviewFields } from './reviewFields.ts'
import { stateWords } from './stateWords.ts'
import { announceChange } from './useDocumentState.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

/** What the board can do about a document besides deciding a submission: review an emergency, hold, take back, withdraw. */
export const StateActs = (props: { state: DocumentState; collection: string; id: number }) => {
  const { state, collection, id } = props
  const { i18n } = useTranslation()
  const said = stateWords(i18n.language)
  const desk = deskWords(i18n.language)
  const document = { collection, id }
  const { wordings } = state
  const title = state.review?.title ?? ''
  return (
    <>
      {state.emergency?.mayReview ? (
        <ActForm
          doLabel={desk.reviewDo}
          doneText={desk.reviewed}
          effect={desk.reviewEffect}
          fields={reviewFields(desk)}
          onDone={announceChange}
          openLabel={desk.reviewOpen}
          path={`/emergency/${state.emergency.decisionId}/review`}
          title={desk.reviewOpen}
        />
      ) : null}
      {state.may.cancel && state.review ? (
        <ActForm
          doLabel={desk.cancelDo}
          doneText={desk.cancelled}
          effect={desk.cancelEffect}
          fields={[{ name: 'explanation', label: desk.cancelReason, templates: wordings.cancel }]}
          onDone={announceChange}
          openLabel={desk.cancelOpen}
          path={`/submissions/${state.review.submissionId}/cancel`}
          title={fill(desk.cancelTitle, { title })}
        />
      ) : null}
      {state.may.withdraw ? (
        <WithdrawForm
          collection={collection}
          id={id}
          isCodeNeeded={state.isCodeNeeded}
          templates={wordings.withdraw}
        />
      ) : null}
      {state.may.hold && state.hold ? (
        <ActForm
          body={document}
          doLabel={said.liftOpen}
          doneText={said.lifted}
          effect={said.liftEffect}
          fields={[{ name: 'reason', label: said.liftReason, templates: wordings.lift }]}
          onDone={announceChange}
          openLabel={said.liftOpen}
          path="/holds/lift"
          title={said.liftTitle}
        />
      ) : null}
      {state.may.hold && !state.hold ? (
        <ActForm
          body={document}
          doLabel={said.holdDo}
          doneText={said.held}
          effect={said.holdMeans}
          fields={[
            { name: 'reason', label: said.holdReason, templates: wordings.hold },
            { name: 'document', label: said.holdDocument, isShort: true, maxLength: 300 },
          ]}
          onDone={announceChange}
          openLabel={said.holdOpen}
          path="/holds"
          title={said.holdTitle}
        />
      ) : null}
      {state.review && state.review.state !== 'submitted' && state.review.decidedAt ? (
        <a href={`/admin/review/${state.review.submissionId}/record`}>{said.record}</a>
      ) : null}
    </>
  )
}
