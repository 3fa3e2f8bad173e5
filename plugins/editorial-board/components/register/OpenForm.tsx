'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postToBoard } from '../postToBoard.ts'
import { registerWordsOf } from './registerWords.ts'

/** What a form asks the board's API to do; or what is missing before it can be asked. */
export type Asked = { path: string; body: unknown } | { missing: string }

/**
 * A form of the register: opens below its button, says what will happen, keeps what was typed when it is refused, and says
 * why; when it is done, says so and shows the board anew.
 *
 * @param props.ask turns what was typed into a call
 * @param props.done what to say, from the API's answer
 */
export const OpenForm = (props: {
  openLabel: string
  title: string
  effect?: string
  doLabel: string
  children: ReactNode
  ask: (data: FormData) => Asked
  done: (answer: Record<string, unknown>) => string
}) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const router = useRouter()
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const close = () => {
    setIsOpen(false)
    setProblems([])
    // The button comes back with the next paint; whoever works by keyboard goes on from it.
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus())
  }
  const act = async (form: HTMLFormElement) => {
    const asked = props.ask(new FormData(form))
    if ('missing' in asked) {
      setProblems([asked.missing])
      return
    }
    setIsBusy(true)
    const answer = await postToBoard<Record<string, unknown>>(asked.path, asked.body, {
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
    router.refresh()
  }

  if (!isOpen) {
    return (
      <div className="coloa-no-print" ref={root}>
        <LiveButton
          buttonStyle="secondary"
          onClick={() => setIsOpen(true)}
          size="small"
          type="button"
        >
          {props.openLabel}
        </LiveButton>
      </div>
    )
  }
  return (
    <div className="coloa-no-print" ref={root}>
      <form
        aria-label={props.title}
        className="coloa-action coloa-form"
        onSubmit={(event) => {
          event.preventDefault()
          void act(event.currentTarget)
        }}
      >
        <h4>{props.title}</h4>
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
          <LiveButton disabled={isBusy} size="small" type="submit">
            {isBusy ? words.working : props.doLabel}
          </LiveButton>
          <LiveButton
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={close}
            size="small"
            type="button"
          >
            {words.cancel}
          </LiveButton>
        </div>
      </form>
    </div>
  )
}
