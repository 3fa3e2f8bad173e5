import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { Day } from '../parts/Day.tsx'
import { cutWords } from '../richText/wordsOfRichText.ts'
import { RichText } from '../richText/RichText.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { inBothLanguages } from './inBothLanguages.ts'
import { showGone } from './showGone.tsx'

/** A question with its public answer. */
export const showAnswer: PageMaker = async (ask, slug) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const key = { log: ask.place.site.code, collection: 'answers' }
  const item = await context.reader.item({
    ...key,
    slug,
    locale: site.locale,
    fallbackLocale: 'vi',
  })
  if (!item) return showGone(ask, { ...key, slug })
  const rest = `/hoi-dap/${item.slug}`
  const isForeign = item.locale !== site.locale
  const language = isForeign ? { lang: item.locale } : {}
  const { answeredBy, questionText } = item.body
  const unit =
    typeof answeredBy === 'number' ? context.directory.unitName(answeredBy, site.locale) : undefined
  const question = typeof questionText === 'string' ? questionText : ''
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={item.title}
      description={cutWords(question, 200)}
      rest={rest}
      otherLanguage={(await inBothLanguages(ask, item)) ? rest : undefined}
      active="/hoi-dap"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} above={[{ label: words.answers, href: linkTo(site, '/hoi-dap') }]} />
        <article className="column">
          {isForeign ? <p className="hint">{words.onlyVietnamese}</p> : null}
          <h1 {...language}>{item.title}</h1>
          <section className="asked" aria-labelledby="question">
            <h2 id="question">{words.question}</h2>
            <p {...language}>{question}</p>
          </section>
          <section className="answered" aria-labelledby="answer">
            <h2 id="answer">{words.answer}</h2>
            <div {...language}>
              <RichText value={item.body.body} />
            </div>
            <p className="meta">
              {unit ? (
                <span>
                  {words.answeredBy}: <b>{unit}</b>
                </span>
              ) : null}
              <span>
                <Day at={item.firstReleasedAt} />
              </span>
              {item.kindCode ? (
                <span>
                  {words.field}: <span {...language}>{item.kindCode}</span>
                </span>
              ) : null}
            </p>
          </section>
        </article>
      </div>
    </Page>,
  )
}
