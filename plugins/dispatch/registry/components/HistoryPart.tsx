import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { stormWords } from '../../storm/stormWords.ts'
import { lifecycleText } from '../board/boardText.ts'
import { readDeliveries, readPresence } from '../board/readHistory.ts'
import { readLifecycle } from '../lifecycle/readLifecycle.ts'
import { deviceWords } from './deviceWords.ts'
import type { DeviceWords } from './deviceWords.ts'
import type { DevicePart } from './devicePart.ts'

type Line = { key: string; text: string; small: string; href?: string }

/** What became of a device: its states, its silences, and what it was sent. */
export const HistoryPart = async ({ device, words, language, sql }: DevicePart) => {
  const said = deviceWords(language)
  const states = stormWords(language) as Record<string, string>
  const at = (moment: string) => momentText(moment, language)
  const lifecycle = (await readLifecycle(sql, device.id)).map((one): Line => ({
    key: one.at,
    text: one.was
      ? fill(said.becomes, {
          was: lifecycleText(one.was, words),
          becomes: lifecycleText(one.becomes, words),
        })
      : lifecycleText(one.becomes, words),
    small: [at(one.at), one.by ?? words.bySystem, reasonText(one.reason, said)]
      .filter(Boolean)
      .join(' · '),
  }))
  const presence = (await readPresence(sql, device.id)).map((one): Line => ({
    key: one.at,
    text: one.isUp ? said.presence_up : said.presence_down,
    small: [
      at(one.at),
      one.isUp && one.seconds !== null
        ? fill(said.awayFor, { length: lengthText(one.seconds, language) })
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
      <h2 id="history">{said.history}</h2>
      <div className="coloa-three">
        <Lines lines={lifecycle} title={said.historyLifecycle} words={said} />
        <Lines lines={presence} title={said.historyPresence} words={said} />
        <Lines lines={deliveries} title={said.historyDeliveries} words={said} />
      </div>
    </section>
  )
}

const Lines = (props: { title: string; lines: readonly Line[]; words: DeviceWords }) => (
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

const reasonText = (reason: string | null, words: DeviceWords): string => {
  if (!reason) return ''
  const key = `reason_${reason}`
  return key in words ? words[key as keyof DeviceWords] : reason
}
