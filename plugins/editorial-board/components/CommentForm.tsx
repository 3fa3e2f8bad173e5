'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { threadWordsOf } from '../threads/words.ts'

/**
 * A text to be sent. What was typed stays until it has arrived; Ctrl+Enter sends, Escape closes when nothing was typed.
 *
 * @param props.onSend returns what stands against it; nothing when it has arrived
 */
export const CommentForm = (props: {
  label: string
  hint?: string
  quote?: string
  sendLabel: string
  onSend: (text: string, quote: string | null) => Promise<string[]>
  onClose: () => void
}) => {
  const { i18n } = useTranslation()
  const words = threadWordsOf(i18n.language)
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [quote, setQuote] = useState(props.quote ?? '')
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  useEffect(() => input.current?.focus(), [])

  const send = async () => {
    if (isBusy) return
    setIsBusy(true)
    const found = await props.onSend(text, quote === '' ? null : quote)
    setIsBusy(false)
    setProblems(found)
    if (found.length === 0) props.onClose()
    else input.current?.focus()
  }

  return (
    <div className="coloa-action coloa-comment-form">
      {problems.length > 0 ? (
        <div className="coloa-problem" id={`${id}-problem`} role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {quote === '' ? null : (
        <div className="coloa-field">
          <small>{words.quoted}</small>
          <blockquote className="coloa-passage">{quote}</blockquote>
          <div>
            <LiveButton
              buttonStyle="secondary"
              onClick={() => setQuote('')}
              size="small"
              type="button"
            >
              {words.dropQuote}
            </LiveButton>
          </div>
        </div>
      )}
      <div className="coloa-field">
        <label htmlFor={id}>{props.label}</label>
        {props.hint ? <small id={`${id}-hint`}>{props.hint}</small> : null}
        <textarea
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          aria-invalid={problems.length > 0}
          id={id}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
            if (event.key === 'Escape' && text === '') props.onClose()
          }}
          ref={input}
          rows={3}
          value={text}
        />
      </div>
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} onClick={() => void send()} size="small" type="button">
          {isBusy ? words.sending : props.sendLabel}
        </LiveButton>
        <LiveButton
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={props.onClose}
          size="small"
          type="button"
        >
          {words.cancel}
        </LiveButton>
      </div>
    </div>
  )
}
