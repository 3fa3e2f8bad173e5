import type { ReactElement } from 'react'
import type { Locale } from '../site/portalSite.ts'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { formatMoment } from '#domain/text/formatDate.ts'

/** An emergency bulletin in force. */
export type Alarm = {
  id: number
  /** Language of its title and text. */
  locale: Locale
  title: string
  text: string
  expiresAt: string | null
}

/** So many stand open; the others are folded below them. */
const OPEN = 3

/** What stands above everything: emergency bulletins in force, what was said last first, then the board's notice. */
export const Notices = (props: {
  site: SiteView
  alarms: readonly Alarm[]
}): ReactElement | null => {
  const { site, alarms } = props
  const words = wordsOf(site.locale)
  if (alarms.length === 0 && site.notice === '') return null
  const folded = alarms.slice(OPEN)
  return (
    <div className="notices">
      {alarms.slice(0, OPEN).map((alarm) => (
        <AlarmPart key={alarm.id} alarm={alarm} site={site} />
      ))}
      {folded.length > 0 ? (
        <details className="alarms-more">
          <summary className="wrap">{words.alarmsMore(folded.length)}</summary>
          {folded.map((alarm) => (
            <AlarmPart key={alarm.id} alarm={alarm} site={site} />
          ))}
        </details>
      ) : null}
      {site.notice ? (
        <section className="notice" aria-label={words.notice}>
          <p className="wrap">
            <strong>{words.notice}:</strong> {site.notice}
          </p>
        </section>
      ) : null}
    </div>
  )
}

const AlarmPart = ({ alarm, site }: { alarm: Alarm; site: SiteView }): ReactElement => {
  const words = wordsOf(site.locale)
  return (
    <section className="alarm" aria-label={`${words.alarm}: ${alarm.title}`}>
      <div className="wrap">
        <p className="alarm-word">{words.alarm}</p>
        <div {...(alarm.locale === site.locale ? {} : { lang: alarm.locale })}>
          <p className="alarm-title">{alarm.title}</p>
          <p>{alarm.text}</p>
        </div>
        {alarm.expiresAt ? (
          <p>
            {words.alarmUntil}{' '}
            <time dateTime={alarm.expiresAt}>{formatMoment(alarm.expiresAt, site.locale)}</time>
          </p>
        ) : null}
      </div>
    </section>
  )
}
