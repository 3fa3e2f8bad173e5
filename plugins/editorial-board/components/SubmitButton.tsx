'use client'
import { toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Review } from '../store.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import { postToBoard } from './postToBoard.ts'
import { announceChange, useDocumentState } from './useDocumentState.ts'
import { useSaveDraft } from './useSaveDraft.ts'
import { useShowFaults } from './useShowFaults.ts'

/** Takes the place of Payload's "Publish": saves the draft and hands it to the board. */
export const SubmitButton = () => {
  const { collectionSlug } = useDocumentInfo()
  const saveDraft = useSaveDraft()
  const showFaults = useShowFaults()
  const isModified = useFormModified()
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const state = useDocumentState()
  const [isBusy, setIsBusy] = useState(false)
  const isWaiting = ['submitted', 'decided'].includes(state?.review?.state ?? '')
  const isNothingNew = state !== undefined && !state.may.submit && !isModified

  const hand = async () => {
    setIsBusy(true)
    try {
      const saved = await saveDraft()
      if (saved === undefined) {
        toast.info(words.saveFirst)
        return
      }
      const answer = await postToBoard<Review>(
        '/submissions',
        { collection: collectionSlug, id: saved },
        { ...words, language: i18n.language },
      )
      if (answer.ok) {
        toast.success(fill(words.submitted, { due: momentText(answer.value.dueAt, i18n.language) }))
      } else {
        showFaults(answer.faults)
        toast.error(answer.messages.join('\n'), { duration: 12_000 })
      }
      announceChange()
    } finally {
      setIsBusy(false)
    }
  }

  const labelOf = () => {
    if (isBusy) return words.submitting
    if (isWaiting) return isNothingNew ? words.isSubmitted : words.submitAgain
    return words.submit
  }

  return (
    <LiveButton
      buttonStyle="primary"
      disabled={isBusy || isNothingNew}
      id="action-submit-for-review"
      onClick={() => void hand()}
      size="medium"
      type="button"
    >
      {labelOf()}
    </LiveButton>
  )
}
