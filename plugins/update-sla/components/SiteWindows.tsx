import { fill } from '#domain/text/fill.ts'
import { timeText } from '../screens/dayText.ts'
import type { SiteToday, WindowToday } from '../today/readToday.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'

/** Sites with their windows of today: each told in words, with a colour as well. */
export const SiteWindows = (props: {
  sites: readonly SiteToday[]
  language: string
  now: Date
}) => {
  const words = wordsOf(props.language)
  return (
    <ul className="coloa-clocks">
      {props.sites.map((site) => (
        <li key={site.code}>
          <a href={`/admin/sla/sites/${site.code}`}>{site.name}</a>
          {site.windows.length === 0 ? <span>{words.none}</span> : null}
          {site.windows.map((one) => (
            <span className={`coloa-clock coloa-${one.state}`} key={one.code}>
              <b>
                {one.from}–{one.to}
              </b>{' '}
              {stateText(one, words, props.now)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

const stateText = (one: WindowToday, words: Words, now: Date): string => {
  if (one.state === 'met') return fill(words.met, { at: timeText(one.metAt ?? one.startsAt) })
  if (one.state === 'open') return fill(words.open, { left: leftText(one.endsAt, now, words) })
  return one.state === 'missed' ? words.missed : words.ahead
}

const leftText = (endsAt: string, now: Date, words: Words): string => {
  const minutes = Math.max(1, Math.ceil((Date.parse(endsAt) - now.getTime()) / 60_000))
  return minutes < 60
    ? fill(words.minutes, { m: minutes })
    : fill(words.hours, { h: Math.floor(minutes / 60), m: minutes % 60 })
}
