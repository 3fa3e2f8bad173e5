'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { FieldFault } from '#kit/admin/postJson.ts'
import { ActField } from './ActField.tsx'
import type { ActFieldParts } from './ActField.tsx'
import { slaWords } from './slaWords.ts'

/**
 * An act that needs words before it happens: opens on demand, says what will happen, keeps what was typed when it is
 * refused, and shows why. Empty optional fields are not sent.
 */
export const ActForm = (props: {
  /** Below `/api/update-sla`. */
  path: string
  label: string
  effect: string
  fields: readonly ActFieldParts[]
}) => {
  const { i18n } = useTranslation()
  const words = slaWords(i18n.language)
  const router = useRouter()
  const base = useId()
  const folder = useRef<HTMLDetailsElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [faults, setFaults] = useState<FieldFault[]>([])

  const names = props.fields.map(({ name }) => name)

  const send = async (form: HTMLFormElement) => {
    setIsBusy(true)
    const answer = await postJson(
      `/update-sla${props.path}`,
      bodyOf(new FormData(form), props.fields),
      { ...words, language: i18n.language },
    )
    setIsBusy(false)
    const atFields = answer.ok ? [] : answer.faults.filter(({ path }) => names.includes(path))
    setFaults(atFields)
    setProblems(answer.ok || atFields.length > 0 ? [] : answer.messages)
    if (!answer.ok) return
    toast.success(words.done)
    form.reset()
    if (folder.current) folder.current.open = false
    router.refresh()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isBusy) void send(event.currentTarget)
  }
  return (
    <details className="coloa-act-form" ref={folder}>
      <summary>{props.label}</summary>
      <form className="coloa-action" onSubmit={onSubmit}>
        <p>{props.effect}</p>
        {problems.length > 0 ? (
          <div className="coloa-problem" role="alert">
            {problems.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </div>
        ) : null}
        {props.fields.map((field) => (
          <ActField
            fault={faults.find(({ path }) => path === field.name)?.message}
            field={field}
            id={`${base}${field.name}`}
            key={field.name}
            words={words}
          />
        ))}
        <div className="coloa-buttons">
          <LiveButton disabled={isBusy} size="small" type="submit">
            {isBusy ? words.working : props.label}
          </LiveButton>
        </div>
      </form>
    </details>
  )
}

const bodyOf = (data: FormData, fields: readonly ActFieldParts[]): Record<string, string> => {
  const body: Record<string, string> = {}
  for (const field of fields) {
    const value = data.get(field.name)
    if (typeof value !== 'string' || value.trim() === '') continue
    body[field.name] = field.kind === 'moment' ? `${value}:00${field.offset}` : value.trim()
  }
  return body
}
