'use client'
import { useEffect, useState } from 'react'
import { postJson } from '#kit/admin/postJson.ts'
import type { FormsWords } from '../formsWords.ts'
import type { PanelInput } from '../panel/input.ts'
import type { Outlook } from '../panel/outlook.ts'

/** Typing rests this long before the server is asked. */
const REST_MS = 700

/** What the bulletin on the screen will be like; asked again when it changed. */
export const useOutlook = (
  input: PanelInput,
  words: FormsWords,
  language: string,
): Outlook | undefined => {
  const [outlook, setOutlook] = useState<Outlook>()
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(() => {
      const asked = postJson<Outlook>('/dispatch/forms/outlook', input, { ...words, language })
      void asked.then((answer) => {
        if (!isOver && answer.ok) setOutlook(answer.value)
      })
    }, REST_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [input, words, language])
  return outlook
}
