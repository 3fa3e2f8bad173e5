import type { PortalError } from '#kit/portalError.ts'
import type { Alarm } from '../page/Notices.tsx'
import { Page } from '../page/Page.tsx'
import { SearchForm } from '../page/SearchForm.tsx'
import { html } from '../router/ask.ts'
import type { Answer } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import type { SiteView } from '../site/siteView.ts'
import { VerifyForm } from '../verify/VerifyForm.tsx'
import { verifyWords } from '../verify/words.ts'
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
  const proof = proofTitle(site, fault)
  const title = proof ?? words.errorTitles[kind] ?? ''
  return html(
    <Page site={site} locale={site.locale} title={title} isUnlisted alarms={alarms}>
      <div className="wrap column">
        <h1>{title}</h1>
        <p className="lead">
          {isOwnText || proof ? `${fault.messages[site.locale]} ` : ''}
          {proof ? '' : words.errorTexts[kind]}
        </p>
        {proof ? <VerifyForm site={site} /> : null}
        {fault.status === 404 && !proof ? (
          <SearchForm site={site} id="q-error" name={words.search} />
        ) : null}
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

/** A hash that leads nowhere is told in the words of its own page, with the form to try again. */
const proofTitle = (site: SiteView, fault: PortalError): string | undefined => {
  const words = verifyWords(site.locale)
  const titles: Record<string, string> = {
    unknown_hash: words.unknownTitle,
    bad_hash: words.badTitle,
    not_public_now: words.goneTitle,
  }
  return titles[fault.code]
}
