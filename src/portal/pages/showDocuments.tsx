import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { DocumentFilters } from '../parts/DocumentFilters.tsx'
import { DocumentTable } from '../parts/DocumentTable.tsx'
import { Pager } from '../parts/Pager.tsx'
import { documentYears, findDocuments } from '../lists/findDocuments.ts'
import type { DocumentFilter } from '../lists/findDocuments.ts'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { badParameter, pagingOf, readPageNumber } from '../router/badInput.ts'
import { linkTo } from '../site/siteView.ts'
import { vi } from '../words/vi.ts'
import { wordsOf } from '../words/wordsOf.ts'

const PAGE_SIZE = 25

/** The documents of a site, filtered by kind, year and number. */
export const showDocuments: PageMaker = async (ask) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const page = readPageNumber(ask.query)
  const filter = readFilter(ask.query)
  const log = ask.place.site.code
  const at = { pool: context.pool, log, locale: site.locale }
  const [years, { rows, total }] = await Promise.all([
    documentYears(context.pool, log),
    findDocuments({ ...at, filter, limit: PAGE_SIZE, page }),
  ])
  const paging = pagingOf(page, page > 1 && rows.length === 0 ? 0 : total, PAGE_SIZE)
  const isFiltered = filter.kind !== '' || filter.year !== null || filter.number !== ''
  const other = site.locale === 'vi' ? 'en' : 'vi'
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={page > 1 ? `${words.documents} (${page})` : words.documents}
      description={words.documentsLead}
      rest={isFiltered ? undefined : `/van-ban${queryOf(filter, page)}`}
      otherLanguage={
        site.languages.includes(other) ? `/van-ban${queryOf(filter, page)}` : undefined
      }
      active="/van-ban"
      isUnlisted={isFiltered}
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{words.documents}</h1>
        <p className="lead">{words.documentsLead}</p>
        <DocumentFilters site={site} filter={filter} years={years} isFiltered={isFiltered} />
        <p className="count">
          {total === 0 && isFiltered ? words.nothingFound : words.documentCount(total)}
        </p>
        {rows.length > 0 ? <DocumentTable ask={ask} rows={rows} /> : null}
        <Pager
          site={site}
          paging={paging}
          href={(number) => `${linkTo(site, '/van-ban')}${queryOf(filter, number)}`}
        />
      </div>
    </Page>,
  )
}

const readFilter = (query: URLSearchParams): DocumentFilter => {
  const kind = query.get('kind') ?? ''
  if (kind !== '' && !Object.hasOwn(vi.documentKinds, kind)) throw badParameter('kind')
  const year = query.get('year') ?? ''
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) throw badParameter('year')
  const number = (query.get('number') ?? '').trim()
  if (number.length > 60) throw badParameter('number')
  return { kind, year: year === '' ? null : Number(year), number }
}

const queryOf = (filter: DocumentFilter, page: number): string => {
  const query = new URLSearchParams()
  if (filter.kind) query.set('kind', filter.kind)
  if (filter.year !== null) query.set('year', String(filter.year))
  if (filter.number) query.set('number', filter.number)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
