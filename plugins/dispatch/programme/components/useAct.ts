'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '#kit/admin/postJson.ts'
import { programmeWordsOf } from '../programmeWords.ts'

/** Does one thing with one click, says what it did or why not, and shows the page anew. */
export const useAct = () => {
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = programmeWordsOf(i18n.language)
  const [isBusy, setIsBusy] = useState(false)
  const act = async (path: string, body: unknown, done: string): Promise<boolean> => {
    setIsBusy(true)
    const answer = await postJson(path, body, { ...words, language: i18n.language })
    setIsBusy(false)
    if (answer.ok) toast.success(done)
    else for (const message of answer.messages) toast.error(message)
    router.refresh()
    return answer.ok
  }
  return { act, isBusy, words, language: i18n.language }
}
