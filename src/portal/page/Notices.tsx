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

/** What stands above everything: emergency bulletins in force, then the board's notice. */
export const Notices = (props: {
  site: SiteView
  alarms: readonly Alarm[]
}): ReactElement | null => {
  const { site, alarms } = props
  const words = wordsOf(site.locale)
  if (alarms.length === 0 && site.notice === '') return null
  return (
    <div className="notices">
      {alarms.map((alarm) => (
        <section key={alarm.id} className="alarm" aria-label={words.alarm}>
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
      ))}
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
