import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { stormWords } from '../../storm/stormWords.ts'
import { lifecycleText } from '../board/boardText.ts'
import { readDeliveries, readPresence } from '../board/readHistory.ts'
import { readLifecycle } from '../lifecycle/readLifecycle.ts'
import type { Words } from '../registryWords.ts'
import type { DevicePart } from './devicePart.ts'

type Line = { key: string; text: string; small: string; href?: string }

/** What became of a device: its states, its silences, and what it was sent. */
export const HistoryPart = async ({ device, words, language, sql }: DevicePart) => {
  const states = stormWords(language) as Record<string, string>
  const at = (moment: string) => momentText(moment, language)
  const lifecycle = (await readLifecycle(sql, device.id)).map((one): Line => ({
    key: one.at,
    text: one.was
      ? fill(words.becomes, {
          was: lifecycleText(one.was, words),
          becomes: lifecycleText(one.becomes, words),
        })
      : lifecycleText(one.becomes, words),
    small: [at(one.at), one.by ?? words.bySystem, reasonText(one.reason, words)]
      .filter(Boolean)
      .join(' · '),
  }))
  const presence = (await readPresence(sql, device.id)).map((one): Line => ({
    key: one.at,
    text: one.isUp ? words.presence_up : words.presence_down,
    small: [
      at(one.at),
      one.isUp && one.seconds !== null
        ? fill(words.awayFor, { length: lengthText(one.seconds, language) })
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  const deliveries = (await readDeliveries(sql, device.id)).map((one): Line => ({
    key: one.dispatchId,
    text: one.title,
    href: `/admin/dispatches/${one.dispatchId}`,
    small: [at(one.at), states[`state_${one.state}`] ?? one.state].join(' · '),
  }))
  return (
    <section aria-labelledby="history" className="coloa-part">
      <h2 id="history">{words.history}</h2>
      <div className="coloa-three">
        <Lines lines={lifecycle} title={words.historyLifecycle} words={words} />
        <Lines lines={presence} title={words.historyPresence} words={words} />
        <Lines lines={deliveries} title={words.historyDeliveries} words={words} />
      </div>
    </section>
  )
}

const Lines = (props: { title: string; lines: readonly Line[]; words: Words }) => (
  <div>
    <h3>{props.title}</h3>
    {props.lines.length === 0 ? (
      <p>{props.words.nothingYet}</p>
    ) : (
      <ol>
        {props.lines.map((one) => (
          <li key={one.key}>
            {one.href ? <a href={one.href}>{one.text}</a> : one.text}
            <small>{one.small}</small>
          </li>
        ))}
      </ol>
    )}
  </div>
)

const reasonText = (reason: string | null, words: Words): string => {
  if (!reason) return ''
  const key = `reason_${reason}`
  return key in words ? words[key as keyof Words] : reason
}
