import { Page } from '../page/Page.tsx'
import { AnswerList } from '../parts/AnswerList.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { Pager } from '../parts/Pager.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { pagingOf, readPageNumber } from '../router/badInput.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

const PAGE_SIZE = 20

/** Answered questions, and the ways to ask one's own. */
export const showAnswers: PageMaker = async (ask) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const page = readPageNumber(ask.query)
  const { items, total } = await context.reader.list({
    log: ask.place.site.code,
    collection: 'answers',
    locale: site.locale,
    limit: PAGE_SIZE,
    page,
    withTotal: true,
  })
  const paging = pagingOf(page, total ?? 0, PAGE_SIZE)
  const days = context.answerWorkingDays()
  const other = site.locale === 'vi' ? 'en' : 'vi'
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={page > 1 ? `${words.answers} (${page})` : words.answers}
      description={words.answersLead}
      rest={page > 1 ? `/hoi-dap?page=${page}` : '/hoi-dap'}
      otherLanguage={site.languages.includes(other) ? '/hoi-dap' : undefined}
      active="/hoi-dap"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <h1>{words.answers}</h1>
        <p className="lead">{words.answersLead}</p>
        <p className="call">
          <a className="button" href={linkTo(site, '/hoi-dap/gui')}>
            {words.ask}
          </a>
          {days === null ? null : <span>{words.askPromise(days)}</span>}
          <a href={linkTo(site, '/hoi-dap/tra-cuu')}>{words.track}</a>
        </p>
        {items.length > 0 ? <p className="count">{words.answerCount(total ?? 0)}</p> : null}
        <AnswerList site={site} items={items} level={2} />
        <Pager
          site={site}
          paging={paging}
          href={(number) => `${linkTo(site, '/hoi-dap')}${number > 1 ? `?page=${number}` : ''}`}
        />
      </div>
    </Page>,
  )
}
