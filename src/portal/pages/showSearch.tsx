import { Page } from '../page/Page.tsx'
import { SearchForm } from '../page/SearchForm.tsx'
import { Found } from '../parts/Found.tsx'
import { Pager } from '../parts/Pager.tsx'
import { html } from '../router/ask.ts'
import type { Ask, PageMaker } from '../router/ask.ts'
import { badParameter, pagingOf, readPageNumber } from '../router/badInput.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

const PAGE_SIZE = 15
const COLLECTIONS = ['articles', 'documents', 'pages', 'answers']

/** What a search finds: on the city's portal in every site, on a component site in its own content. */
export const showSearch: PageMaker = async (ask) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const q = (ask.query.get('q') ?? '').normalize('NFC').trim()
  if (q.length > 200) throw badParameter('q')
  const page = readPageNumber(ask.query)
  const found = await context.reader.search({
    q,
    log: logsOf(ask),
    collections: COLLECTIONS,
    locale: site.locale,
    limit: PAGE_SIZE,
    page,
  })
  const paging = pagingOf(page, found.total, PAGE_SIZE)
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const address = (number: number) =>
    `/tim-kiem?${new URLSearchParams({ q, ...(number > 1 ? { page: String(number) } : {}) }).toString()}`
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={q ? `${words.search}: ${q}` : words.search}
      otherLanguage={site.languages.includes(other) ? address(1) : undefined}
      isUnlisted
      alarms={ask.alarms}
    >
      <div className="wrap column-left">
        <h1>{words.search}</h1>
        <SearchForm site={site} id="q" value={q} name={words.search} />
        {q === '' ? null : found.items.length === 0 ? (
          <div className="empty" role="status">
            <p>
              <b>{words.nothingFound}</b>
            </p>
            <p>{words.searchTips}</p>
          </div>
        ) : (
          <p className="count" role="status">
            {found.isCapped ? words.resultsCapped(found.total) : words.results(found.total)}
          </p>
        )}
        <ol className="found">
          {found.items.map((item) => (
            <Found key={`${item.collection}-${item.id}`} ask={ask} item={item} q={q} />
          ))}
        </ol>
        <Pager site={site} paging={paging} href={(number) => linkTo(site, address(number))} />
      </div>
    </Page>,
  )
}

/** Content of a site that is switched off is not found either. */
const logsOf = ({ place, context }: Ask): string[] =>
  place.site.kind === 'city'
    ? context.directory
        .all()
        .filter((one) => one.isHostedHere)
        .map((one) => one.code)
    : [place.site.code]
