'use client'
import { toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { formsWordsOf } from '../formsWords.ts'

/** Beside a public answer: one action makes the draft of a bulletin out of it. */
export const AnswerPanel = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = formsWordsOf(i18n.language)
  const [isBusy, setIsBusy] = useState(false)
  if (id === undefined) return null
  const make = async () => {
    setIsBusy(true)
    const answer = await postJson<{ id: number }>(
      `/dispatch/forms/answers/${id}/bulletin`,
      {},
      { ...words, language: i18n.language },
    )
    if (answer.ok) window.location.assign(`/admin/collections/bulletins/${answer.value.id}`)
    else {
      setIsBusy(false)
      toast.error(answer.messages.join('\n'))
    }
  }
  return (
    <section aria-label={words.answerTitle} className="coloa-state">
      <h3>{words.answerTitle}</h3>
      <p>{words.fromAnswerHint}</p>
      <LiveButton
        buttonStyle="secondary"
        disabled={isBusy}
        onClick={() => void make()}
        size="small"
        type="button"
      >
        {words.fromAnswer}
      </LiveButton>
    </section>
  )
}
