import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { Day } from '../parts/Day.tsx'
import { cutWords, wordsOfRichText } from '../richText/wordsOfRichText.ts'
import { RichText } from '../richText/RichText.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { inBothLanguages } from './inBothLanguages.ts'
import { showGone } from './showGone.tsx'

/** A fixed page: introduction, organisation, contact, guides. */
export const showFixedPage: PageMaker = async (ask, slug) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const key = { log: ask.place.site.code, collection: 'pages' }
  const item = await context.reader.item({
    ...key,
    slug,
    locale: site.locale,
    fallbackLocale: 'vi',
  })
  if (!item) return showGone(ask, { ...key, slug })
  const rest = `/trang/${item.slug}`
  const isForeign = item.locale !== site.locale
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={item.title}
      description={cutWords(wordsOfRichText(item.body.body), 200)}
      rest={rest}
      otherLanguage={(await inBothLanguages(ask, item)) ? rest : undefined}
      active={rest}
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} />
        <article className="column">
          {isForeign ? <p className="hint">{words.onlyVietnamese}</p> : null}
          <div {...(isForeign ? { lang: item.locale } : {})}>
            <h1>{item.title}</h1>
            <RichText value={item.body.body} />
          </div>
          <p className="meta">
            <span>
              {words.updated} <Day at={item.releasedAt} />
            </span>
          </p>
        </article>
      </div>
    </Page>,
  )
}
