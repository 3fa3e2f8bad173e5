'use client'
import { useTranslation } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { wordsOf } from '../words.ts'
import { FormField } from './FormField.tsx'
import type { ActionField } from './FormField.tsx'

export type { ActionField } from './FormField.tsx'

/**
 * An act that needs words before it happens: opens below its button, says what will happen, keeps what was typed when it
 * is refused, and shows why. Escape closes it, Ctrl+Enter sends it.
 *
 * @param props.shortcut key that opens it
 * @param props.onDo returns what stands against it; nothing when it is done. Optional fields left empty are absent
 */
export const ActionForm = (props: {
  openLabel: string
  title: string
  effect?: string
  doLabel: string
  fields: readonly ActionField[]
  shortcut?: string
  onDo: (values: Record<string, string>) => Promise<string[]>
}) => {
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const base = useId()
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const act = async () => {
    const values = valuesIn(root.current)
    if (!values || isBusy) return
    setIsBusy(true)
    const found = await props.onDo(values)
    setIsBusy(false)
    setProblems(found)
    if (found.length === 0) setIsOpen(false)
  }
  const close = () => {
    setIsOpen(false)
    setProblems([])
    setTimeout(() => opener.current?.querySelector('button')?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    const isLine = event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || !(isLine || event.ctrlKey || event.metaKey)) return
    // Enter in a line would otherwise submit the document's own form.
    event.preventDefault()
    void act()
  }

  if (!isOpen) {
    return (
      <div ref={opener}>
        <LiveButton
          buttonStyle="secondary"
          extraButtonProps={keyProps(props.shortcut)}
          onClick={() => setIsOpen(true)}
          size="small"
          type="button"
        >
          {props.openLabel}
          {props.shortcut ? <kbd aria-hidden>{props.shortcut}</kbd> : null}
        </LiveButton>
      </div>
    )
  }
  return (
    <div
      aria-label={props.title}
      className="coloa-action"
      onKeyDown={onKeyDown}
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
        <FormField
          autoFocus={index === 0}
          field={field}
          id={`${base}${field.name}`}
          key={field.name}
        />
      ))}
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} onClick={() => void act()} size="small" type="button">
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
    </div>
  )
}

/** Marks an element as what a key leads to. */
export const keyProps = (key: string | undefined): Record<string, string> =>
  key ? { 'data-key': key, 'aria-keyshortcuts': key } : {}

/** What is typed; null when something required is missing: the browser then says so at the field. */
const valuesIn = (root: HTMLElement | null): Record<string, string> | null => {
  const values: Record<string, string> = {}
  const inputs =
    root?.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]') ?? []
  for (const input of inputs) {
    if (!input.reportValidity()) return null
    if (input.value !== '' || input.required) values[input.name] = input.value
  }
  return values
}
