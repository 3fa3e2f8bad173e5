'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { FieldFault } from '#kit/admin/postJson.ts'
import { alertScreenWords } from './alertScreenWords.ts'
import { FaultyField } from './FaultyField.tsx'
import type { FieldParts } from './FaultyField.tsx'

type Choice = readonly [value: string, text: string]

/** Chosen, not left: an owner or an obligation is never called so. */
const ALL = '*'
const fieldNames = ['owner', 'obligation', 'from', 'until', 'reason']

/**
 * Adds a silence: whose and what is chosen, everybody and everything too. What was typed stays until it is saved, and what is
 * wrong is said at its field.
 */
export const SilenceForm = (props: {
  owners: readonly Choice[]
  obligations: readonly Choice[]
  /** The person's own unit; chosen until another is. */
  own: string | undefined
  longestDays: number
}) => {
  const { language } = useTranslation().i18n
  const words = alertScreenWords(language)
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const title = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const [faults, setFaults] = useState<FieldFault[]>([])
  const faultOf = (name: string) => faults.find(({ path }) => path === name)?.message

  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])

  const save = async () => {
    if (!form.current) return
    const body = bodyOf(new FormData(form.current))
    setIsBusy(true)
    const answer = await postJson('/update-sla/silences', body, { ...words, language })
    setIsBusy(false)
    const atFields = answer.ok ? [] : answer.faults.filter(({ path }) => fieldNames.includes(path))
    setFaults(atFields)
    setProblems(answer.ok || atFields.length > 0 ? [] : answer.messages)
    if (!answer.ok) return
    form.current.reset()
    toast.success(words.saved)
    router.refresh()
  }

  return (
    <form
      aria-labelledby={title}
      className="coloa-action"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void save()
      }}
      ref={form}
    >
      <h3 id={title}>{words.add}</h3>
      <p>{words.effect}</p>
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      <FaultyField fault={faultOf('owner')} label={words.owner}>
        {(parts) => (
          <Select
            {...parts}
            all={words.allUnits}
            choices={props.owners}
            choose={words.chooseOwner}
            initial={props.own}
            name="owner"
          />
        )}
      </FaultyField>
      <FaultyField fault={faultOf('obligation')} label={words.obligation}>
        {(parts) => (
          <Select
            {...parts}
            all={words.allMatters}
            choices={props.obligations}
            choose={words.chooseObligation}
            name="obligation"
          />
        )}
      </FaultyField>
      <FaultyField fault={faultOf('from')} hint={words.fromHint} label={words.from}>
        {(parts) => <input {...parts} name="from" type="datetime-local" />}
      </FaultyField>
      <FaultyField
        fault={faultOf('until')}
        hint={fill(words.untilHint, { n: props.longestDays })}
        label={words.until}
      >
        {(parts) => <input {...parts} name="until" required type="datetime-local" />}
      </FaultyField>
      <FaultyField fault={faultOf('reason')} hint={words.reasonHint} label={words.reason}>
        {(parts) => <input {...parts} maxLength={500} name="reason" required type="text" />}
      </FaultyField>
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} size="small" type="submit">
          {isBusy ? words.working : words.save}
        </LiveButton>
      </div>
    </form>
  )
}

const Select = (
  props: FieldParts & {
    name: string
    all: string
    choose: string
    choices: readonly Choice[]
    initial?: string | undefined
  },
) => {
  const { all, choose, choices, initial = '', ...rest } = props
  return (
    <select {...rest} defaultValue={initial} required>
      <option disabled value="">
        {choose}
      </option>
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
      <option value={ALL}>{all}</option>
    </select>
  )
}

/** What was not chosen is left out; null stands for all. */
const bodyOf = (data: FormData): Record<string, string | null> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      typeof value !== 'string' || (value === '' && name !== 'reason')
        ? []
        : [[name, value === ALL ? null : value] as const],
    ),
  )
