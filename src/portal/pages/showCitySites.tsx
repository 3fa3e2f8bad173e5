import type { ReactElement } from 'react'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { recordWords } from '../record/words.ts'
import { notFound } from '../router/badInput.ts'
import type { Locale, PortalSite } from '../site/portalSite.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** The component sites of the city, departments first. @throws not_found on a component site */
export const showCitySites: PageMaker = async (ask) => {
  const { site, context } = ask
  if (site.kind !== 'city') throw notFound()
  const words = wordsOf(site.locale)
  const order = new Intl.Collator('vi')
  const sites = context.directory
    .all()
    .filter((one) => one.kind === 'component' && (one.isHostedHere || one.host))
    .toSorted((a, b) => order.compare(nameOf(a, site.locale), nameOf(b, site.locale)))
  const communes = sites.filter((one) => /^(phuong|xa|dac-khu)-/.test(one.code))
  const others = sites.filter((one) => !communes.includes(one))
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.citySites}
      description={words.citySitesLead}
      rest="/trang-thanh-phan"
      otherLanguage="/trang-thanh-phan"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{words.citySites}</h1>
        <p className="lead">{words.citySitesLead}</p>
        {listOf('departments', words.departments, others, site.locale)}
        {listOf('communes', words.communes, communes, site.locale)}
        {context.record ? (
          <p className="more">
            <a href={linkTo(site, '/minh-bach')}>{recordWords(site.locale).title}</a>
          </p>
        ) : null}
      </div>
    </Page>,
  )
}

const listOf = (
  id: string,
  title: string,
  sites: readonly PortalSite[],
  locale: Locale,
): ReactElement | null =>
  sites.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="site-list">
        {sites.map((one) => (
          <li key={one.code}>
            <a
              href={one.isHostedHere ? `/s/${one.code}` : `https://${one.host}`}
              {...(one.names[locale] ? {} : { lang: 'vi' })}
            >
              {nameOf(one, locale)}
            </a>
            {one.isHostedHere ? null : ` (${wordsOf(locale).elsewhere})`}
          </li>
        ))}
      </ul>
    </section>
  )

const nameOf = (site: PortalSite, locale: Locale): string =>
  site.names[locale] ?? site.names.vi ?? site.code
