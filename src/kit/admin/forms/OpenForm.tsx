'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { formWordsOf } from './formWords.ts'
import { typedIn } from './typedIn.ts'
import '../admin.css'
import './forms.css'

/** What a form asks the API to do, `path` below `/api`; or what is missing before it can be asked. */
export type Asked = { path: string; body: unknown } | { missing: string }

/** A form that opens below its button. */
export type OpenFormProps = {
  openLabel: string
  title: string
  effect?: string
  doLabel: string
  children?: ReactNode
  /** Turns what was typed into a call. */
  ask: (data: FormData) => Asked
  /** What to say, from the API's answer. */
  done: (answer: Record<string, unknown>) => string
  /** Where to go on, from the same; stays on the page without it. */
  goTo?: (answer: Record<string, unknown>) => string
  /** What else happens when it is done; the page is shown anew without it. */
  onDone?: () => void
  /** The one act of the page: it stands there open. */
  isPrimary?: boolean
  /** The page around it is a form already, as a document's is. */
  isInside?: boolean
}

/**
 * Opens below its button, says what will happen, keeps what was typed when it is refused, and says why; when it is done, says
 * so and shows the page anew.
 */
export const OpenForm = (props: OpenFormProps) => {
  const { isPrimary = false, isInside = false } = props
  const { i18n } = useTranslation()
  const words = formWordsOf(i18n.language)
  const router = useRouter()
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(isPrimary)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const open = () => {
    setIsOpen(true)
    // The button that was pressed is gone with the next paint.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(),
    )
  }
  const close = () => {
    setIsOpen(isPrimary)
    setProblems([])
    // The button comes back with the next paint; whoever works by keyboard goes on from it.
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus())
  }
  const act = async () => {
    const data = typedIn(root.current)
    if (!data || isBusy) return
    const asked = props.ask(data)
    if ('missing' in asked) {
      setProblems([asked.missing])
      return
    }
    setIsBusy(true)
    const answer = await postJson<Record<string, unknown>>(asked.path, asked.body, {
      ...words,
      language: i18n.language,
    })
    setIsBusy(false)
    if (!answer.ok) {
      setProblems(answer.messages)
      return
    }
    toast.success(props.done(answer.value))
    close()
    if (props.goTo) router.push(props.goTo(answer.value))
    else if (props.onDone) props.onDone()
    else router.refresh()
  }

  if (!isOpen) {
    return (
      <div className="coloa-no-print" ref={root}>
        <LiveButton buttonStyle="secondary" onClick={open} size="small" type="button">
          {props.openLabel}
        </LiveButton>
      </div>
    )
  }
  const inner = (
    <>
      <h3>{props.title}</h3>
      {props.effect ? <p>{props.effect}</p> : null}
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {props.children}
      <div className="coloa-buttons">
        <LiveButton
          disabled={isBusy}
          onClick={isInside ? () => void act() : undefined}
          size={isPrimary ? 'medium' : 'small'}
          type={isInside ? 'button' : 'submit'}
        >
          {isBusy ? words.working : props.doLabel}
        </LiveButton>
        {isPrimary ? null : (
          <LiveButton
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={close}
            size="small"
            type="button"
          >
            {words.cancel}
          </LiveButton>
        )}
      </div>
    </>
  )
  const shared = { 'aria-label': props.title, className: 'coloa-action coloa-form' }
  return (
    <div className="coloa-no-print" ref={root}>
      {isInside ? (
        <div
          {...shared}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
            // Enter in a line would otherwise submit the document's own form.
            event.preventDefault()
          }}
          role="group"
        >
          {inner}
        </div>
      ) : (
        <form
          {...shared}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isPrimary && !isBusy) close()
          }}
          onSubmit={(event) => {
            event.preventDefault()
            void act()
          }}
        >
          {inner}
        </form>
      )}
    </div>
  )
}
