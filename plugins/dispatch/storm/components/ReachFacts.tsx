'use client'
import { useTranslation } from '@payloadcms/ui'
import { groupBy } from '#domain/dispatch/storm/groupBy.ts'
import { fill } from '#domain/text/fill.ts'
import type { Reach } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'

const NAMED = 8

/** How many devices, of which kinds, in which state; the lost ones by name. */
export const ReachFacts = (props: { reach: Reach | undefined; isChosen: boolean }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const { reach } = props
  return (
    <section aria-live="polite" className="coloa-decision coloa-storm-reach">
      <h2>{words.reach}</h2>
      {!props.isChosen ? <p>{words.reachNone}</p> : !reach ? <p>…</p> : <Facts reach={reach} />}
    </section>
  )
}

const Facts = ({ reach }: { reach: Reach }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const { devices, communes, healthy, doubtful, lost } = reach
  const kinds = groupBy(reach.byClass, ({ deviceClass }) => deviceClass)
  return (
    <>
      <p>
        <strong>{fill(words.reachLine, { devices, communes })}</strong>
      </p>
      <p>{fill(words.reachHealth, { healthy, doubtful, lost })}</p>
      <ul>
        {[...kinds].map(([kind, rows]) => (
          <li key={kind}>
            {className(kind, words)}: {rows.reduce((sum, { count }) => sum + count, 0)}
          </li>
        ))}
      </ul>
      {lost > 0 ? (
        <details>
          <summary className="coloa-late">
            {words.reachLost}: {lost}
          </summary>
          <ul>
            {reach.lostDevices.map(({ code, name, unit }) => (
              <li key={code}>
                {name} <small>{unit}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {reach.silentCommunes.length > 0 ? (
        <p className="coloa-late">
          {fill(words.reachSilent, { list: shortList(reach.silentCommunes, words) })}
        </p>
      ) : null}
    </>
  )
}

const className = (kind: string, words: ReturnType<typeof stormWords>): string => {
  const key = `class_${kind}`
  return key in words ? words[key as keyof typeof words] : kind
}

const shortList = (names: readonly string[], words: ReturnType<typeof stormWords>): string => {
  const list = names.slice(0, NAMED).join(', ')
  const n = names.length - NAMED
  return n > 0 ? fill(words.chosenMore, { list, n }) : list
}
