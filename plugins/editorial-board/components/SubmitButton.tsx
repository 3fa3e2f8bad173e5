'use client'
import {
  Button,
  toast,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'
import type { Review } from '../store.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { postToBoard } from './postToBoard.ts'
import { announceChange, useDocumentState } from './useDocumentState.ts'

/** Takes the place of Payload's "Publish": saves the draft and hands it to the board. */
export const SubmitButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { submit } = useForm()
  const isModified = useFormModified()
  const { code: locale } = useLocale()
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const state = useDocumentState()
  const [isBusy, setIsBusy] = useState(false)
  const isWaiting = state?.review?.state === 'submitted'
  const isNothingNew = state !== undefined && !state.may.submit && !isModified

  const hand = async () => {
    setIsBusy(true)
    try {
      const saved = isModified || id === undefined ? await save() : id
      if (saved === undefined) return
      const answer = await postToBoard<Review>(
        '/submissions',
        { collection: collectionSlug, id: Number(saved) },
        { ...words, language: i18n.language },
      )
      if (answer.ok) {
        toast.success(fill(words.submitted, { due: momentText(answer.value.dueAt, i18n.language) }))
      } else {
        toast.error(answer.messages.join('\n'), { duration: 12_000 })
      }
      announceChange()
    } finally {
      setIsBusy(false)
    }
  }

  const save = async () => {
    const query = `?draft=true&depth=0&fallback-locale=null&locale=${locale}`
    const result = await submit({
      action: `/api/${collectionSlug}${id === undefined ? '' : `/${id}`}${query}`,
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
    if (result && !result.res.ok) return undefined // the form shows what is wrong
    if (id !== undefined) return id
    const body = (await result?.res
      .clone()
      .json()
      .catch(() => undefined)) as { doc?: { id: number } } | undefined
    if (body?.doc) return body.doc.id
    toast.info(words.saveFirst)
    return undefined
  }

  const labelOf = () => {
    if (isBusy) return words.submitting
    if (isWaiting) return isNothingNew ? words.isSubmitted : words.submitAgain
    return words.submit
  }

  return (
    <Button
      buttonStyle="primary"
      disabled={isBusy || isNothingNew}
      id="action-submit-for-review"
      onClick={() => void hand()}
      size="medium"
      type="button"
    >
      {labelOf()}
    </Button>
  )
}
