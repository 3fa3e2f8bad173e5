'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { alertScreenWords } from './alertScreenWords.ts'

/** A button that does one thing, says that it is done, and shows the page anew. */
export const VerbButton = (props: {
  path: string
  body?: object
  label: string
  /** With what it is about, for those who hear it alone. */
  name: string
  done: string
}) => {
  const { language } = useTranslation().i18n
  const words = alertScreenWords(language)
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const act = async () => {
    setIsBusy(true)
    const answer = await postJson(props.path, props.body ?? {}, { ...words, language })
    setIsBusy(false)
    if (answer.ok) toast.success(props.done)
    else toast.error(answer.messages.join(' '))
    router.refresh()
  }
  return (
    <LiveButton
      aria-label={props.name}
      buttonStyle="secondary"
      disabled={isBusy}
      onClick={() => void act()}
      size="small"
      type="button"
    >
      {props.label}
    </LiveButton>
  )
}
