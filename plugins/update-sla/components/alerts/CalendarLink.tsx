'use client'
import { useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { alertScreenWords } from './alertScreenWords.ts'

/** Makes the address under which a calendar program reads what an owner owes. */
export const CalendarLink = (props: {
  owners: readonly (readonly [owner: string, name: string])[]
}) => {
  const { language } = useTranslation().i18n
  const words = alertScreenWords(language)
  const choice = useId()
  const shown = useId()
  const [owner, setOwner] = useState(props.owners[0]?.[0] ?? '')
  const [answer, setAnswer] = useState<{ url?: string; problems: string[] }>({ problems: [] })
  const make = async () => {
    const path = `/update-sla/owners/${encodeURIComponent(owner)}/calendar-link`
    const made = await postJson<{ url: string }>(path, {}, { ...words, language })
    setAnswer(made.ok ? { url: made.value.url, problems: [] } : { problems: made.messages })
  }
  return (
    <div className="coloa-action">
      <div className="coloa-field">
        <label htmlFor={choice}>{words.owner}</label>
        <select
          id={choice}
          onChange={(event) => {
            setOwner(event.target.value)
            setAnswer({ problems: [] })
          }}
          value={owner}
        >
          {props.owners.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="coloa-buttons">
        <LiveButton buttonStyle="secondary" onClick={() => void make()} size="small" type="button">
          {words.makeLink}
        </LiveButton>
      </div>
      <div aria-live="polite">
        {answer.problems.map((one) => (
          <p className="coloa-problem" key={one}>
            {one}
          </p>
        ))}
        {answer.url ? (
          <div className="coloa-field">
            <label htmlFor={shown}>{words.link}</label>
            <small>{words.linkHint}</small>
            <input
              id={shown}
              onFocus={(event) => event.target.select()}
              readOnly
              type="text"
              value={answer.url}
            />
          </div>
        ) : null}
      </div>
    </div>
  )
}
