import type { PortalError } from '#kit/portalError.ts'
import type { Alarm } from '../page/Notices.tsx'
import { Page } from '../page/Page.tsx'
import { SearchForm } from '../page/SearchForm.tsx'
import { html } from '../router/ask.ts'
import type { Answer } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** A refusal or fault as a page of the site: what happened, what to do, a code for those who help. */
export const showError = (
  site: SiteView,
  fault: PortalError,
  alarms: readonly Alarm[] = [],
): Answer => {
  const words = wordsOf(site.locale)
  const status = String(fault.status)
  const kind = words.errorTitles[status] ? status : fault.status < 500 ? '400' : '500'
  const isOwnText = fault.code === 'bad_parameter'
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.errorTitles[kind] ?? ''}
      isUnlisted
      alarms={alarms}
    >
      <div className="wrap column">
        <h1>{words.errorTitles[kind]}</h1>
        <p className="lead">
          {isOwnText ? `${fault.messages[site.locale]} ` : ''}
          {words.errorTexts[kind]}
        </p>
        {fault.status === 404 ? <SearchForm site={site} id="q-error" name={words.search} /> : null}
        <p>
          <a className="button" href={linkTo(site, '/')}>
            {words.backHome}
          </a>
        </p>
        <p className="meta">
          <span>
            {words.code}: {fault.status} {fault.code}
          </span>
        </p>
      </div>
    </Page>,
    fault.status,
  )
}
