import { Page } from '../page/Page.tsx'
import { AnswerList } from '../parts/AnswerList.tsx'
import { DocumentTable } from '../parts/DocumentTable.tsx'
import { SectionBlock } from '../parts/SectionBlock.tsx'
import { Story } from '../parts/Story.tsx'
import { newestDocuments } from '../lists/findDocuments.ts'
import { latestBySection } from '../lists/latestBySection.ts'
import { html } from '../router/ask.ts'
import type { Ask, PageMaker } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** The lead story, the latest, documents, answers, then each section's newest. */
export const showHome: PageMaker = async (ask) => {
  const { site } = ask
  const words = wordsOf(site.locale)
  const { stories, bySection, documents, answers } = await read(ask)
  const [first, ...others] = stories
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const days = ask.context.answerWorkingDays()
  const sectionOf = (id: number | null) => site.sections.find((one) => one.id === id)?.title
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={site.title}
      description={site.description}
      rest="/"
      otherLanguage={site.languages.includes(other) ? '/' : undefined}
      active="/"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <h1 className="hidden">{site.title}</h1>
        {first ? (
          <section className="front" aria-labelledby="latest">
            <h2 id="latest" className="hidden">
              {words.latest}
            </h2>
            <div className="front-lead">
              <Story
                site={site}
                item={first}
                shape="front"
                level={3}
                section={sectionOf(first.categoryId)}
                isFirst
              />
            </div>
            <div className="front-latest">
              <p className="kicker">{words.latest}</p>
              {others.slice(0, 6).map((item) => (
                <Story
                  key={item.id}
                  site={site}
                  item={item}
                  shape="line"
                  level={3}
                  section={sectionOf(item.categoryId)}
                />
              ))}
              <p className="more">
                <a href={linkTo(site, '/tin')}>{words.allNews}</a>
              </p>
            </div>
          </section>
        ) : (
          <p className="empty">{words.nothingHere}</p>
        )}
      </div>
      <div className="band">
        <div className="wrap two">
          <section aria-labelledby="documents">
            <h2 id="documents">{words.documents}</h2>
            <DocumentTable ask={ask} rows={documents} isShort />
            <p className="more">
              <a href={linkTo(site, '/van-ban')}>{words.allDocuments}</a>
            </p>
          </section>
          <section aria-labelledby="answers">
            <h2 id="answers">{words.answers}</h2>
            <AnswerList site={site} items={answers} level={3} />
            <p className="call">
              <a className="button" href={linkTo(site, '/hoi-dap/gui')}>
                {words.ask}
              </a>
              {days === null ? null : <span>{words.askPromise(days)}</span>}
            </p>
            <p className="more">
              <a href={linkTo(site, '/hoi-dap')}>{words.allAnswers}</a>
            </p>
          </section>
        </div>
      </div>
      <div className="wrap sections">
        {site.sections.map((section) => (
          <SectionBlock
            key={section.id}
            site={site}
            section={section}
            items={bySection.get(section.id) ?? []}
          />
        ))}
      </div>
    </Page>,
  )
}

const read = async ({ context, place, site }: Ask) => {
  const { reader, pool } = context
  const log = place.site.code
  const at = { log, locale: site.locale }
  const [stories, bySection, documents, answers] = await Promise.all([
    reader.list({ ...at, collection: 'articles', limit: 7, isBrief: true }),
    latestBySection({ ...at, pool, sections: site.sections.map((one) => one.id), each: 3 }),
    newestDocuments({ ...at, pool, limit: 5 }),
    reader.list({ ...at, collection: 'answers', limit: 4, isBrief: true }),
  ])
  return {
    stories: stories.items,
    bySection,
    documents,
    answers: answers.items,
  }
}
