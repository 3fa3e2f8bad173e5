'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { receiverWords } from '../receiverWords.ts'
import { ShownOnce } from './ShownOnce.tsx'

const LATER_MS = 1500

/** A form that adds something to a site: what was typed stays until it is saved, and a secret that comes of it is shown once. */
export const SiteForm = (props: {
  title: string
  path: string
  submit: string
  done?: string
  shows?: 'token' | 'secret'
  /** Fields that are lists of ticked boxes. */
  lists?: readonly string[]
  /** Fields that are numbers. */
  numbers?: readonly string[]
  children: ReactNode
}) => {
  const { language } = useTranslation().i18n
  const words = receiverWords(language)
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const title = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [secret, setSecret] = useState<string>()

  const save = async () => {
    if (!form.current) return
    const typed = new FormData(form.current)
    const body: Record<string, unknown> = Object.fromEntries(typed)
    for (const name of props.lists ?? []) body[name] = typed.getAll(name)
    for (const name of props.numbers ?? []) body[name] = Number(typed.get(name))
    setIsBusy(true)
    const answer = await postJson<Record<string, string>>(props.path, body, { ...words, language })
    setIsBusy(false)
    if (!answer.ok) {
      setProblems(answer.messages)
      return
    }
    setProblems([])
    form.current.reset()
    if (props.shows) setSecret(answer.value[props.shows])
    if (props.done) toast.success(props.done)
    router.refresh()
    setTimeout(() => router.refresh(), LATER_MS)
  }

  return (
    <form
      aria-labelledby={title}
      className="coloa-action coloa-receiver-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      ref={form}
    >
      <h3 id={title}>{props.title}</h3>
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
          {isBusy ? words.working : props.submit}
        </LiveButton>
      </div>
      {secret ? <ShownOnce secret={secret} /> : null}
    </form>
  )
}
