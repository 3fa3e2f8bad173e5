'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { postJson } from '#kit/admin/postJson.ts'
import { QrPicture } from '#kit/admin/QrPicture.tsx'
import { secondFactorWords } from './words.ts'
import '#kit/admin/admin.css'
import '#kit/admin/forms/forms.css'

type Begun = { secret: string; address: string }

/**
 * Sets up a second factor in two steps on one page; ends with the recovery codes.
 *
 * @param props.goTo where the person goes on
 */
export const SecondFactorSetup = ({ goTo }: { goTo: string }) => {
  const { i18n } = useTranslation()
  const words = secondFactorWords(i18n.language)
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<string[]>()
  const [problems, setProblems] = useState<string[]>([])
  const second = useRef<HTMLFormElement>(null)
  // The button that was pressed is gone; whoever works by keyboard goes on in the next field.
  useEffect(() => second.current?.querySelector('input')?.focus(), [begun])

  const call = async <T,>(path: string, body: unknown): Promise<T | undefined> => {
    const answer = await postJson<T>(path, body, { ...words, language: i18n.language })
    setProblems(answer.ok ? [] : answer.messages)
    return answer.ok ? answer.value : undefined
  }
  const begin = async (data: FormData) => {
    const password = textOf(data, 'password')
    setBegun(await call<Begun>('/second-factor/begin', { password }))
  }
  const confirm = async (data: FormData) => {
    const code = textOf(data, 'code')
    const answer = await call<{ recoveryCodes: string[] }>('/second-factor/confirm', { code })
    setCodes(answer?.recoveryCodes)
  }

  if (codes) return <RecoveryCodes codes={codes} goTo={goTo} />
  return (
    <div className="coloa-action">
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {begun ? (
        <form
          className="coloa-action coloa-form"
          ref={second}
          onSubmit={(event) => {
            event.preventDefault()
            void confirm(new FormData(event.currentTarget))
          }}
        >
          <p>{words.step1}</p>
          <QrPicture label={words.qrLabel} text={begun.address} />
          <p>
            {words.secretLabel} <code>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <p>{words.step2}</p>
          <FormField kind="code" label={words.code} name="code" />
          <div className="coloa-buttons">
            <LiveButton type="submit">{words.confirm}</LiveButton>
          </div>
        </form>
      ) : (
        <form
          className="coloa-action coloa-form"
          onSubmit={(event) => {
            event.preventDefault()
            void begin(new FormData(event.currentTarget))
          }}
        >
          <FormField
            hint={words.passwordHint}
            kind="password"
            label={words.password}
            name="password"
          />
          <div className="coloa-buttons">
            <LiveButton type="submit">{words.begin}</LiveButton>
          </div>
        </form>
      )}
    </div>
  )
}

const RecoveryCodes = ({ codes, goTo }: { codes: string[]; goTo: string }) => {
  const { i18n } = useTranslation()
  const words = secondFactorWords(i18n.language)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="coloa-action coloa-form" role="status">
      <h2 ref={title} tabIndex={-1}>
        {words.doneTitle}
      </h2>
      <p>{words.doneText}</p>
      <ul className="coloa-codes">
        {codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <div className="coloa-buttons coloa-no-print">
        <LiveButton buttonStyle="secondary" onClick={() => window.print()} type="button">
          {words.print}
        </LiveButton>
        <LiveButton el="anchor" url={goTo}>
          {words.goOn}
        </LiveButton>
      </div>
    </div>
  )
}
