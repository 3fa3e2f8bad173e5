import type { ReactElement } from 'react'
import { formatDate, formatMoment } from '#domain/text/formatDate.ts'
import type { Alarm } from '../page/Notices.tsx'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import type { Tracked } from './findQuestion.ts'
import { FormField } from './FormField.tsx'
import { Problems, RESULT } from './Problems.tsx'
import { questionWords } from './words.ts'

/** The way to a question by its code, and where it stands once it is found. */
export const showTracking = (props: {
  site: SiteView
  typed?: string
  /** Nothing has this code, or it is no code at all. */
  problem?: 'unknown' | 'code'
  found?: Tracked
  alarms: readonly Alarm[]
}): ReactElement => {
  const { site, found, problem } = props
  const words = questionWords(site.locale)
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const text = problem === 'code' ? words.problem.code : problem ? words.unknown : undefined
  return (
    <Page
      site={site}
      locale={site.locale}
      title={text ? `${words.notFound} – ${words.track}` : words.track}
      description={words.trackLead}
      rest="/hoi-dap/tra-cuu"
      otherLanguage={site.languages.includes(other) ? '/hoi-dap/tra-cuu' : undefined}
      active="/hoi-dap"
      alarms={props.alarms}
    >
      <div className="wrap">
        <Crumbs
          site={site}
          above={[{ label: wordsOf(site.locale).answers, href: linkTo(site, '/hoi-dap') }]}
        />
        <h1>{words.track}</h1>
        {found ? <Standing site={site} found={found} /> : null}
        <p className="lead">{words.trackLead}</p>
        <Problems title={words.notFound} problems={text ? [{ name: 'code', text }] : []} />
        <form
          className="form"
          method="post"
          action={`${linkTo(site, '/hoi-dap/tra-cuu')}#${RESULT}`}
          noValidate
        >
          <FormField
            name="code"
            label={words.yourCode}
            value={props.typed ?? ''}
            problem={text}
            autoComplete="off"
            isRequired
          />
          <button className="button" type="submit">
            {words.find}
          </button>
        </form>
      </div>
    </Page>
  )
}

const Standing = ({ site, found }: { site: SiteView; found: Tracked }) => {
  const words = questionWords(site.locale)
  return (
    <section className="standing" id={RESULT} tabIndex={-1} aria-labelledby="asked">
      <h2 id="asked">{found.subject}</h2>
      <dl className="question-facts">
        <dt>{words.state}</dt>
        <dd>
          <strong>{words.states[found.status] ?? found.status}</strong>
        </dd>
        <dt>{words.received}</dt>
        <dd>{formatMoment(found.receivedAt, site.locale)}</dd>
        {found.forwardedTo ? (
          <>
            <dt>{words.forwardedTo}</dt>
            <dd>{found.forwardedTo}</dd>
          </>
        ) : null}
        {found.promisedOn ? (
          <>
            <dt>{words.promisedOn}</dt>
            <dd>{formatDate(found.promisedOn)}</dd>
          </>
        ) : null}
      </dl>
      {found.answerSlug ? (
        <p>
          <a className="button" href={linkTo(site, `/hoi-dap/${found.answerSlug}`)}>
            {words.readAnswer}
          </a>
        </p>
      ) : null}
    </section>
  )
}
