'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { programmeWordsOf } from '../programmeWords.ts'

/** Reads a text aloud with the voice of the browser: how long it is and how it sounds, before anybody hears it. */
export const ListenButton = ({ text }: { text: string }) => {
  const { i18n } = useTranslation()
  const words = programmeWordsOf(i18n.language)
  const [isSpeaking, setIsSpeaking] = useState(false)
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [])
  const toggle = () => {
    const voice = globalThis.speechSynthesis
    if (!voice) return
    voice.cancel()
    if (isSpeaking) {
      setIsSpeaking(false)
      return
    }
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = 'vi-VN'
    utterance.addEventListener('end', () => setIsSpeaking(false))
    voice.speak(utterance)
    setIsSpeaking(true)
  }
  return (
    <LiveButton buttonStyle="secondary" onClick={toggle} size="small" type="button">
      {isSpeaking ? words.stopListening : words.listen}
    </LiveButton>
  )
}
