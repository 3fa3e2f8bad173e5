'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { Placed } from '../threads/placeThreads.ts'
import { threadWordsOf } from '../threads/words.ts'
import { CommentForm } from './CommentForm.tsx'
import { postToBoard } from './postToBoard.ts'
import { ThreadView } from './ThreadView.tsx'

/**
 * The threads of one field below it, and a button that begins another; what is selected in the submitted text of the field
 * becomes its quoted passage.
 */
export const FieldThreads = (props: {
  submissionId: string
  field: string
  label: string
  locale: string | null
  threads: readonly Placed[]
  /** A superseded submission takes no new ones. */
  isClosed: boolean
}) => {
  const { i18n } = useTranslation()
  const words = threadWordsOf(i18n.language)
  const router = useRouter()
  const root = useRef<HTMLDivElement>(null)
  const [quote, setQuote] = useState<string>()
  const resolved = props.threads.filter((one) => !one.isOpen)

  const send = async (text: string, passage: string | null): Promise<string[]> => {
    const answer = await postToBoard(
      `/submissions/${props.submissionId}/threads`,
      { field: props.field, locale: props.locale, quote: passage, text },
      { ...words, language: i18n.language },
    )
    if (!answer.ok) return answer.messages
    toast.success(words.sent)
    router.refresh()
    return []
  }
  const close = () => {
    setQuote(undefined)
    root.current?.focus()
  }

  return (
    <div className="coloa-threads" ref={root} tabIndex={-1}>
      {props.threads
        .filter((one) => one.isOpen)
        .map((one) => (
          <ThreadView key={one.id} thread={one} />
        ))}
      {resolved.length > 0 ? (
        <details>
          <summary>{fill(words.resolvedCount, { n: resolved.length })}</summary>
          {resolved.map((one) => (
            <ThreadView key={one.id} thread={one} />
          ))}
        </details>
      ) : null}
      {quote === undefined ? (
        props.isClosed ? null : (
          <LiveButton
            aria-label={fill(words.commentOn, { field: props.label })}
            buttonStyle="secondary"
            onClick={() => setQuote(selectedIn(root.current?.closest('.coloa-shown')))}
            size="small"
            type="button"
          >
            {words.comment}
          </LiveButton>
        )
      ) : (
        <CommentForm
          hint={words.hint}
          label={fill(words.commentOn, { field: props.label })}
          onClose={close}
          onSend={send}
          quote={quote}
          sendLabel={words.send}
        />
      )}
    </div>
  )
}

/** What is selected in the submitted text of a field; '' when nothing is, or when it is the text that is public now. */
const selectedIn = (field: Element | null | undefined): string => {
  const selection = window.getSelection()
  if (!field || !selection || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0)
  const within = range.commonAncestorContainer
  const element = within instanceof Element ? within : within.parentElement
  const isSubmitted = element?.closest('.coloa-value, .coloa-after') !== null
  return element && field.contains(element) && isSubmitted ? selection.toString().trim() : ''
}
