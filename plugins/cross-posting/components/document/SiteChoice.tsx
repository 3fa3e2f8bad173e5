'use client'
import { useId, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { foldVietnamese } from '#domain/text/foldVietnamese.ts'
import type { Receiver } from '../../screens/readDocument.ts'
import type { DocumentWords } from './documentWords.ts'

/** Sites to choose from, narrowed by name with or without marks; goes into the form as `logs`. */
export const SiteChoice = (props: { receivers: readonly Receiver[]; words: DocumentWords }) => {
  const { receivers, words } = props
  const id = useId()
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const wanted = foldVietnamese(asked.trim())
  const shown = receivers.filter((one) => foldVietnamese(one.name).includes(wanted))
  const areAllChosen = shown.length > 0 && shown.every((one) => chosen.has(one.code))
  const choose = (codes: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const code of codes) {
      if (isOn) next.add(code)
      else next.delete(code)
    }
    setChosen(next)
  }
  return (
    <fieldset className="coloa-field coloa-choice">
      <legend>{words.offerSites}</legend>
      <label htmlFor={id}>{words.offerSearch}</label>
      <input
        autoComplete="off"
        id={id}
        maxLength={100}
        onChange={(event) => setAsked(event.target.value)}
        type="text"
        value={asked}
      />
      {shown.length > 0 ? (
        <label className="coloa-check">
          <input
            checked={areAllChosen}
            onChange={(event) =>
              choose(
                shown.map((one) => one.code),
                event.target.checked,
              )
            }
            type="checkbox"
          />
          {fill(words.offerAll, { n: shown.length })}
        </label>
      ) : (
        <small>{words.offerNoMatch}</small>
      )}
      <div className="coloa-xp-choice">
        {shown.map((one) => (
          <label className="coloa-check" key={one.code}>
            <input
              checked={chosen.has(one.code)}
              onChange={(event) => choose([one.code], event.target.checked)}
              type="checkbox"
            />
            {one.name}
          </label>
        ))}
      </div>
      <p aria-live="polite">{fill(words.offerChosen, { n: chosen.size })}</p>
      {[...chosen].map((code) => (
        <input key={code} name="logs" type="hidden" value={code} />
      ))}
    </fieldset>
  )
}
