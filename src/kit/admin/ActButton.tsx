'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formWordsOf } from './forms/formWords.ts'
import { LiveButton } from './LiveButton.tsx'
import { postJson } from './postJson.ts'
import './admin.css'

/** How long what was begun takes until the page can show its result. */
const LATER_MS = 1500

/** A button that does one thing and shows the page anew; what cannot be taken back asks first, saying what it does. */
export const ActButton = (props: {
  /** Below `/api`. */
  path: string
  label: string
  /** With what it is about, for those who hear it alone. @default its label */
  name?: string
  done?: string
  confirm?: string
  isPrimary?: boolean
  /** The result comes a moment later, from a job. */
  isLater?: boolean
  /** Is given the API's answer. */
  onDone?: (answer: Record<string, unknown>) => void
}) => {
  const { language } = useTranslation().i18n
  const words = formWordsOf(language)
  const router = useRouter()
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const act = async () => {
    setIsBusy(true)
    const answer = await postJson<Record<string, unknown>>(props.path, {}, { ...words, language })
    setIsBusy(false)
    setIsAsking(false)
    if (!answer.ok) toast.error(answer.messages.join(' '))
    else {
      if (props.done) toast.success(props.done)
      props.onDone?.(answer.value)
    }
    router.refresh()
    if (props.isLater) setTimeout(() => router.refresh(), LATER_MS)
  }

  if (isAsking) {
    return (
      <div aria-label={props.name ?? props.label} className="coloa-ask" role="group">
        <p>{props.confirm}</p>
        <div className="coloa-buttons">
          <LiveButton disabled={isBusy} onClick={() => void act()} size="small" type="button">
            {words.confirm}
          </LiveButton>
          <LiveButton
            buttonStyle="secondary"
            onClick={() => setIsAsking(false)}
            size="small"
            type="button"
          >
            {words.cancel}
          </LiveButton>
        </div>
      </div>
    )
  }
  return (
    <LiveButton
      aria-label={props.name}
      buttonStyle={props.isPrimary ? 'primary' : 'secondary'}
      disabled={isBusy}
      onClick={() => (props.confirm ? setIsAsking(true) : void act())}
      size="small"
      type="button"
    >
      {isBusy ? words.working : props.label}
    </LiveButton>
  )
}
