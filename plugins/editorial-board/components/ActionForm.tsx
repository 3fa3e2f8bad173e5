'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { wordsOf } from '../words.ts'

/** A field of an action: a choice when it has options, one line when short, else a text. */
export type ActionField = {
  name: string
  label: string
  hint?: string
  options?: readonly (readonly [string, string])[]
  isShort?: boolean
  value?: string
}

/**
 * An act that needs words before it happens: opens below its button, says what will happen, keeps what was typed when it
 * is refused, and shows why.
 *
 * @param props.onDo returns what stands against it; nothing when it is done
 */
export const ActionForm = (props: {
  openLabel: string
  title: string
  effect?: string
  doLabel: string
  fields: readonly ActionField[]
  onDo: (values: Record<string, string>) => Promise<string[]>
}) => {
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const base = useId()
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const act = async () => {
    const values: Record<string, string> = {}
    const inputs = root.current?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? []
    for (const input of inputs) {
      if (!input.reportValidity()) return
      values[input.name] = input.value
    }
    setIsBusy(true)
    const found = await props.onDo(values)
    setIsBusy(false)
    setProblems(found)
    if (found.length === 0) setIsOpen(false)
  }

  if (!isOpen) {
    return (
      <Button buttonStyle="secondary" onClick={() => setIsOpen(true)} size="small" type="button">
        {props.openLabel}
      </Button>
    )
  }
  return (
    <div
      aria-label={props.title}
      className="coloa-action"
      onKeyDown={(event) => {
        // Enter in a line would otherwise submit the document's own form.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        void act()
      }}
      ref={root}
      role="group"
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
      {props.fields.map((field, index) => (
        <div className="coloa-field" key={field.name}>
          <label htmlFor={`${base}${field.name}`}>{field.label}</label>
          {field.hint ? <small id={`${base}${field.name}-hint`}>{field.hint}</small> : null}
          <Input autoFocus={index === 0} field={field} id={`${base}${field.name}`} />
        </div>
      ))}
      <div className="coloa-buttons">
        <Button disabled={isBusy} onClick={() => void act()} size="small" type="button">
          {isBusy ? words.working : props.doLabel}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={() => setIsOpen(false)}
          size="small"
          type="button"
        >
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}

const Input = ({
  field,
  id,
  autoFocus,
}: {
  field: ActionField
  id: string
  autoFocus: boolean
}) => {
  const shared = {
    id,
    name: field.name,
    required: true,
    autoFocus,
    'aria-describedby': field.hint ? `${id}-hint` : undefined,
  }
  if (field.options) {
    return (
      <select {...shared} defaultValue={field.value ?? ''}>
        <option disabled value="" />
        {field.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )
  }
  return field.isShort ? (
    <input {...shared} defaultValue={field.value} maxLength={60} type="text" />
  ) : (
    <textarea {...shared} defaultValue={field.value} maxLength={4000} rows={4} />
  )
}
