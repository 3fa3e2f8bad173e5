'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { screenWords } from '../notices/screenWords.ts'
import { postToBoard } from './postToBoard.ts'

/** Marks all of the person's notices as read. */
export const MarkAllRead = () => {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language)
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const mark = async () => {
    setIsBusy(true)
    const answer = await postToBoard('/notices/read', {}, { language: i18n.language, ...words })
    setIsBusy(false)
    if (!answer.ok) return void toast.error(answer.messages.join(' '))
    toast.success(words.marked)
    router.refresh()
  }
  return (
    <LiveButton
      buttonStyle="secondary"
      disabled={isBusy}
      onClick={() => void mark()}
      size="small"
      type="button"
    >
      {words.markAll}
    </LiveButton>
  )
}
