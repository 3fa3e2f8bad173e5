'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import type { FoundPerson } from '../../people/findPeople.ts'
import { registerWordsOf } from './registerWords.ts'

const WAIT_MS = 250

/** Finds an account by name or e-mail and lets one be chosen; goes into the form as `person`. */
export const PersonChoice = () => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const id = useId()
  const [asked, setAsked] = useState('')
  const [found, setFound] = useState<FoundPerson[] | null>(null)
  const [chosen, setChosen] = useState<FoundPerson | null>(null)

  useEffect(() => {
    if (asked.trim().length < 2) {
      setFound(null)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      find(asked, stop.signal).then(setFound, () => undefined) // given up for a newer question
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked])

  const shown = found ?? (chosen ? [chosen] : [])
  return (
    <fieldset className="coloa-field coloa-choice">
      <legend>{words.person}</legend>
      <small id={`${id}-hint`}>{words.personHint}</small>
      <input
        aria-describedby={`${id}-hint`}
        aria-label={words.person}
        autoComplete="off"
        onChange={(event) => setAsked(event.target.value)}
        onKeyDown={(event) => {
          // Enter while searching is not yet the wish to send the form.
          if (event.key === 'Enter') event.preventDefault()
        }}
        type="text"
        value={asked}
      />
      <small aria-live="polite">
        {found === null
          ? ''
          : found.length === 0
            ? words.personNone
            : fill(words.personFound, { n: found.length })}
      </small>
      {shown.map((one) => (
        <label className="coloa-check" key={one.id}>
          <input
            checked={chosen?.id === one.id}
            name="person"
            onChange={() => setChosen(one)}
            type="radio"
            value={one.id}
          />
          <span>
            {one.name}
            <small>{one.email}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const find = async (words: string, signal: AbortSignal): Promise<FoundPerson[]> => {
  const answer = await fetch(`/api/editorial-board/people?q=${encodeURIComponent(words)}`, {
    credentials: 'include',
    signal,
  })
  if (!answer.ok) return []
  return ((await answer.json()) as { people: FoundPerson[] }).people
}
