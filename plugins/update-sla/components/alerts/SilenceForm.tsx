'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { alertScreenWords } from './alertScreenWords.ts'

type Choice = readonly [value: string, text: string]

/** Adds a silence; what was typed stays until it is saved. */
export const SilenceForm = (props: {
  owners: readonly Choice[]
  obligations: readonly Choice[]
  /** Now, as the form shows times. */
  now: string
}) => {
  const { language } = useTranslation().i18n
  const words = alertScreenWords(language)
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const title = useId()
  const reason = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const save = async () => {
    if (!form.current) return
    const typed = Object.fromEntries(new FormData(form.current)) as Record<string, string>
    setIsBusy(true)
    const body = { ...typed, owner: typed.owner || null, obligation: typed.obligation || null }
    const answer = await postJson('/update-sla/silences', body, { ...words, language })
    setIsBusy(false)
    if (!answer.ok) {
      setProblems(answer.messages)
      return
    }
    setProblems([])
    form.current?.reset()
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
        void save()
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
      <Select all={words.everyone} choices={props.owners} label={words.owner} name="owner" />
      <Select
        all={words.everything}
        choices={props.obligations}
        label={words.obligation}
        name="obligation"
      />
      <Time label={words.from} name="from" value={props.now} />
      <Time label={words.until} name="until" value={props.now} />
      <div className="coloa-field">
        <label htmlFor={reason}>{words.reason}</label>
        <small id={`${reason}-hint`}>{words.reasonHint}</small>
        <input
          aria-describedby={`${reason}-hint`}
          id={reason}
          maxLength={500}
          name="reason"
          required
          type="text"
        />
      </div>
      <div className="coloa-buttons">
        <LiveButton disabled={isBusy} size="small" type="submit">
          {isBusy ? words.working : words.save}
        </LiveButton>
      </div>
    </form>
  )
}

const Select = (props: {
  label: string
  name: string
  all: string
  choices: readonly Choice[]
}) => {
  const id = useId()
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      <select defaultValue="" id={id} name={props.name}>
        <option value="">{props.all}</option>
        {props.choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

const Time = (props: { label: string; name: string; value: string }) => {
  const id = useId()
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      <input defaultValue={props.value} id={id} name={props.name} required type="datetime-local" />
    </div>
  )
}
