'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import { postJson } from '#kit/admin/postJson.ts'
import type { Reach } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'
import { confirmWords } from './confirmWords.ts'
import type { Begun, StormBody } from './stormForm.ts'
import type { Sent } from './useStormDraft.ts'

type Props = {
  body: StormBody
  begun: Begun
  reach: Reach | undefined
  isCodeNeeded: boolean
  /** Under which this very text was sent before. */
  sentKey: string | undefined
  noteSent: (sent: Sent) => void
  back: () => void
  done: () => void
}

/** The one confirmation: what will happen and to how many; the code, and it is out. */
export const StormConfirm = (props: Props) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = confirmWords(i18n.language)
  const router = useRouter()
  const { body, begun, reach } = props
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [key] = useState(() => props.sentKey ?? crypto.randomUUID())
  const [code, setCode] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const codeId = useId()
  useEffect(() => first.current?.focus(), [])
  const send = async () => {
    if (isBusy) return
    setIsBusy(true)
    props.noteSent({ key, body })
    const answer = await postJson<{ log: string; seq: number }>(
      '/dispatch/storm/issue',
      { key, ...body, ...(code === '' ? {} : { code }) },
      { language: i18n.language, failed: words.failed, offline: words.offline },
    )
    if (answer.ok) {
      props.done()
      router.push(`/admin/storm/${answer.value.log}~${answer.value.seq}`)
      return
    }
    setIsBusy(false)
    setProblems(answer.messages)
    first.current?.select()
  }
  const title = body.isExercise ? markExercise(body).title : body.title
  return (
    <form
      aria-label={body.isExercise ? said.confirmTitleExercise : said.confirmTitle}
      className="coloa-form coloa-action coloa-storm-confirm"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isBusy) props.back()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{body.isExercise ? said.confirmTitleExercise : said.confirmTitle}</h2>
      <p>
        <strong>{body.isExercise ? said.confirmExercise : said.confirmReal}</strong>
      </p>
      <p>
        {fill(said.confirmEffect, {
          title,
          devices: reach?.devices ?? '…',
          communes: reach?.communes ?? '…',
          until: momentText(body.expiresAt, i18n.language),
        })}
      </p>
      {body.isOverride ? (
        <p>{fill(said.confirmOverride, { reason: body.overrideReason })}</p>
      ) : null}
      {begun.supersedes ? (
        <p>{fill(said.confirmSupersedes, { title: begun.supersedes.title })}</p>
      ) : null}
      <p>{said.confirmReview}</p>
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {props.isCodeNeeded ? (
        <div className="coloa-field">
          <label htmlFor={codeId}>{said.code}</label>
          <input
            autoComplete="one-time-code"
            id={codeId}
            inputMode="numeric"
            maxLength={40}
            onChange={(event) => setCode(event.target.value)}
            ref={first}
            required
            type="text"
            value={code}
          />
        </div>
      ) : null}
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} size="large" type="submit">
          {isBusy ? said.sending : said.send}
        </LiveButton>
        <LiveButton
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={props.back}
          size="large"
          type="button"
        >
          {said.back}
        </LiveButton>
      </div>
    </form>
  )
}
