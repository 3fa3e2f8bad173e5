import type { ReactElement } from 'react'
import { capital } from '#domain/text/capital.ts'
import { citation } from '#domain/text/citation.ts'
import { formatDate } from '#domain/text/formatDate.ts'
import type { Alarm } from '../page/Notices.tsx'
import { Page } from '../page/Page.tsx'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import type { Promised } from './promise.ts'
import { RESULT } from './Problems.tsx'
import { questionWords } from './words.ts'

/** The question has arrived: its code, and what was promised by when. */
export const showSent = (props: {
  site: SiteView
  code: string
  promised: Promised
  isMailed: boolean
  alarms: readonly Alarm[]
}): ReactElement => {
  const { site, promised } = props
  const words = questionWords(site.locale)
  return (
    <Page
      site={site}
      locale={site.locale}
      title={words.sent}
      active="/hoi-dap"
      isUnlisted
      alarms={props.alarms}
    >
      <div className="wrap column-left">
        <h1 id={RESULT} tabIndex={-1}>
          {words.sent}
        </h1>
        <p className="lead">{words.sentLead}</p>
        <p className="tracking">
          <span>{words.yourCode}</span> <strong>{props.code}</strong>
        </p>
        {props.isMailed ? <p>{words.mailSent}</p> : null}
        <dl className="question-facts">
          <dt>{words.forwardBy}</dt>
          <dd>
            <time dateTime={promised.forwardBy}>{dayText(promised.forwardBy)}</time>
          </dd>
          <dt>{words.answerBy}</dt>
          <dd>
            <time dateTime={promised.answerBy}>{dayText(promised.answerBy)}</time>
          </dd>
          <dt>{words.legal}</dt>
          <dd>{basisOf(promised.clauses, site.locale)}</dd>
        </dl>
        <p>
          <a href={linkTo(site, '/hoi-dap/tra-cuu')}>{words.track}</a>
        </p>
      </div>
    </Page>
  )
}

/** Requirements of one clause are cited once. */
const basisOf = (clauses: readonly string[], language: string): string =>
  capital([...new Set(clauses.map((clause) => citation(clause, language)))].join('; '))

/** A day (YYYY-MM-DD) as the city writes it. */
export const dayText = (day: string): string => formatDate(`${day}T05:00:00Z`)
