import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { StoryList } from '../parts/StoryList.tsx'
import { html } from '../router/ask.ts'
import type { Answer, Ask, PageMaker } from '../router/ask.ts'
import { notFound, pagingOf, readPageNumber } from '../router/badInput.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

const PAGE_SIZE = 20

type List = { title: string; lead: string; rest: string; categoryId?: number }

/** The newest articles of all sections. */
export const showNews: PageMaker = (ask) => {
  const words = wordsOf(ask.site.locale)
  return showList(ask, { title: words.news, lead: words.newsLead, rest: '/tin' })
}

/** The newest articles of a section. @throws not_found */
export const showSection: PageMaker = async (ask, slug) => {
  const { reader } = ask.context
  const section = await reader.item({
    log: 'common',
    collection: 'categories',
    slug,
    locale: ask.site.locale,
  })
  if (!section) throw notFound()
  return showList(ask, {
    title: section.title,
    lead: section.lead ?? '',
    rest: `/chuyen-muc/${section.slug}`,
    categoryId: section.id,
  })
}

const showList = async (ask: Ask, list: List): Promise<Answer> => {
  const { site } = ask
  const page = readPageNumber(ask.query)
  const { items, total } = await ask.context.reader.list({
    log: ask.place.site.code,
    collection: 'articles',
    locale: site.locale,
    ...(list.categoryId === undefined ? {} : { categoryId: list.categoryId }),
    limit: PAGE_SIZE,
    page,
    withTotal: true,
    isBrief: true,
  })
  const paging = pagingOf(page, total ?? 0, PAGE_SIZE)
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const href = (number: number) =>
    `${linkTo(site, list.rest)}${number > 1 ? `?page=${number}` : ''}`
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={page > 1 ? `${list.title} (${page})` : list.title}
      description={list.lead || `${list.title} – ${site.title}`}
      rest={page > 1 ? `${list.rest}?page=${page}` : list.rest}
      otherLanguage={site.languages.includes(other) ? list.rest : undefined}
      active="/tin"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{list.title}</h1>
        {list.lead ? <p className="lead">{list.lead}</p> : null}
        <StoryList
          site={site}
          items={items}
          total={total ?? 0}
          paging={paging}
          href={href}
          hasSections={list.categoryId === undefined}
        />
      </div>
    </Page>,
  )
}
