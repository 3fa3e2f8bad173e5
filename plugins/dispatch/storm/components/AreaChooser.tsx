'use client'
import { useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { foldVietnamese } from '#domain/text/foldVietnamese.ts'
import { stormWords } from '../stormWords.ts'
import { AreaPlan } from './AreaPlan.tsx'
import type { StormDraft, StormFormProps } from './stormForm.ts'

type Props = StormFormProps & { draft: StormDraft; change: (part: Partial<StormDraft>) => void }

const NAMED = 6

/** Where: the city or communes by list and by plan, and groups of devices. */
export const AreaChooser = ({ areas, groups, draft, change }: Props) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const [filter, setFilter] = useState('')
  const filterId = useId()
  const city = areas.find(({ isCity }) => isCity)
  const isWhole = city !== undefined && draft.areas.includes(city.code)
  const toggle = (code: string) => {
    const isIn = draft.areas.includes(code)
    const others = draft.areas.filter((one) => one !== code && one !== city?.code)
    change({ areas: isIn ? others : code === city?.code ? [code] : [...others, code] })
  }
  const wanted = foldVietnamese(filter.trim())
  const shown = areas.filter(
    ({ isCity, name, code }) =>
      !isCity && (foldVietnamese(name).includes(wanted) || code.includes(wanted)),
  )
  return (
    <fieldset className="coloa-storm-areas">
      <legend>{words.areas}</legend>
      {city ? (
        <label className="coloa-check coloa-storm-city">
          <input checked={isWhole} onChange={() => toggle(city.code)} type="checkbox" />
          <span>
            {words.wholeCity}
            <small>{fill(words.areaDevices, { n: city.devices })}</small>
          </span>
        </label>
      ) : null}
      <div className="coloa-storm-row">
        <div>
          {city ? (
            <div className="coloa-field">
              <label htmlFor={filterId}>{words.areaFilter}</label>
              <input
                id={filterId}
                onChange={(event) => setFilter(event.target.value)}
                onKeyDown={(event) => {
                  // The one that is left is the one that is meant.
                  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !shown[0]) return
                  event.preventDefault()
                  toggle(shown[0].code)
                  setFilter('')
                }}
                type="text"
                value={filter}
              />
            </div>
          ) : null}
          <div aria-label={words.areaList} className="coloa-storm-list" role="group">
            {shown.map((one) => (
              <label className="coloa-check" key={one.code}>
                <input
                  checked={isWhole || draft.areas.includes(one.code)}
                  disabled={isWhole}
                  onChange={() => toggle(one.code)}
                  type="checkbox"
                />
                <span>
                  {one.name} <small>{fill(words.areaDevices, { n: one.devices })}</small>
                </span>
              </label>
            ))}
          </div>
        </div>
        {city ? (
          <AreaPlan areas={areas} chosen={draft.areas} isWhole={isWhole} toggle={toggle} />
        ) : null}
      </div>
      <p aria-live="polite">{chosenText(words, { areas, chosen: draft.areas })}</p>
      {groups.length > 0 ? (
        <details open={draft.groups.length > 0}>
          <summary>{words.groups}</summary>
          <div className="coloa-storm-list">
            {groups.map((one) => (
              <label className="coloa-check" key={one.code}>
                <input
                  checked={draft.groups.includes(one.code)}
                  onChange={() =>
                    change({
                      groups: draft.groups.includes(one.code)
                        ? draft.groups.filter((code) => code !== one.code)
                        : [...draft.groups, one.code],
                    })
                  }
                  type="checkbox"
                />
                <span>
                  {one.name} <small>{fill(words.areaDevices, { n: one.devices })}</small>
                </span>
              </label>
            ))}
          </div>
        </details>
      ) : null}
    </fieldset>
  )
}

const chosenText = (
  words: ReturnType<typeof stormWords>,
  { areas, chosen }: { areas: StormFormProps['areas']; chosen: readonly string[] },
): string => {
  if (chosen.length === 0) return words.chosenNone
  const names = chosen.map((code) => areas.find((one) => one.code === code)?.name ?? code)
  const list = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return fill(words.chosen, { list: more > 0 ? fill(words.chosenMore, { list, n: more }) : list })
}
