import type { ReactElement } from 'react'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { html } from '../router/ask.ts'
import type { Ask, PageMaker } from '../router/ask.ts'
import { notFound } from '../router/badInput.ts'
import type { Kept, RecordFigures } from './publicRecord.ts'
import { RateBar } from './RateBar.tsx'
import { recordWords } from './words.ts'

/**
 * `/minh-bach`: how often the sites of the city were updated on time, last month and this year.
 *
 * @throws not_found on a component site, and where the deployment does not show it
 */
export const showRecord: PageMaker = async (ask) => {
  const { site, context } = ask
  if (site.kind !== 'city' || !context.record) throw notFound()
  const words = recordWords(site.locale)
  const figures = context.record.figures()
  const other = site.locale === 'vi' ? 'en' : 'vi'
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.title}
      description={words.lead}
      rest="/minh-bach"
      otherLanguage={site.languages.includes(other) ? '/minh-bach' : undefined}
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>{words.how}</p>
        {figures.months.length === 0 ? <p className="empty">{words.none}</p> : null}
        {figures.months.length > 0 ? <Months ask={ask} figures={figures} /> : null}
        {figures.sites.length > 0 ? <Sites ask={ask} figures={figures} /> : null}
      </div>
    </Page>,
  )
}

type Props = { ask: Ask; figures: RecordFigures }

const Months = ({ ask, figures }: Props): ReactElement => {
  const { locale } = ask.site
  const words = recordWords(locale)
  return (
    <table className="documents record">
      <caption>{words.months(figures.year)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.windows}</th>
        </tr>
      </thead>
      <tbody>
        {figures.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{words.monthOf(one.month)}</th>
            <td data-label={words.rate}>
              <RateBar kept={one} locale={locale} />
            </td>
            <td data-label={words.windows}>{countOf(one, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Sites = ({ ask, figures }: Props): ReactElement => {
  const { site, context } = ask
  const { locale } = site
  const words = recordWords(locale)
  const order = new Intl.Collator('vi')
  const rows = figures.sites
    .flatMap(({ log, month, year }) => {
      const found = context.directory.byCode(log)
      if (!found) return []
      const name = found.names[locale] ?? found.names.vi ?? log
      return [{ log, month, year, name, kind: found.kind, isOwn: Boolean(found.names[locale]) }]
    })
    .toSorted(
      (a, b) =>
        Number(a.kind !== 'city') - Number(b.kind !== 'city') || order.compare(a.name, b.name),
    )
  const monthName = words.monthOf(figures.month)
  return (
    <table className="documents record">
      <caption>{words.sites(monthName, figures.year)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.site}</th>
          <th scope="col">{words.rateOf(monthName)}</th>
          <th scope="col">{words.yearOf(figures.year)}</th>
          <th scope="col">{words.windows}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.log}>
            <th scope="row" {...(row.isOwn ? {} : { lang: 'vi' })}>
              {row.name}
            </th>
            <td data-label={words.rateOf(monthName)}>
              <RateBar kept={row.month} locale={locale} />
            </td>
            <td data-label={words.yearOf(figures.year)}>
              <RateBar kept={row.year} locale={locale} />
            </td>
            <td data-label={words.windows}>{countOf(row.year, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const countOf = ({ owed, met }: Kept, locale: 'vi' | 'en'): string => {
  const text = (count: number) => count.toLocaleString(locale === 'en' ? 'en-GB' : 'vi-VN')
  return recordWords(locale).of(text(met), text(owed))
}
