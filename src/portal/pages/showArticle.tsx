import { Page } from '../page/Page.tsx'
import { Article } from '../parts/Article.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { canonicalOrigin, originOf } from '../parts/originOf.ts'
import { fileOf } from '../parts/releasedFile.ts'
import { Story } from '../parts/Story.tsx'
import { readCorrections } from '../lists/corrections.ts'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { canonicalOf, linkTo } from '../site/siteView.ts'
import { hashOfItem } from '../verify/findProof.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { inBothLanguages } from './inBothLanguages.ts'
import { showGone } from './showGone.tsx'

/** An article with what belongs to it. */
export const showArticle: PageMaker = async (ask, slug) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const key = { log: ask.place.site.code, collection: 'articles' }
  const item = await context.reader.item({
    ...key,
    slug,
    locale: site.locale,
    fallbackLocale: 'vi',
  })
  if (!item) return showGone(ask, { ...key, slug })
  const section = site.sections.find((one) => one.id === item.categoryId)
  const [corrections, near, otherLanguage, sha256] = await Promise.all([
    readCorrections(context.pool, item),
    context.reader.list({
      ...key,
      locale: site.locale,
      ...(item.categoryId === null ? {} : { categoryId: item.categoryId }),
      limit: 5,
      isBrief: true,
    }),
    inBothLanguages(ask, item),
    hashOfItem(context.pool, item),
  ])
  const related = near.items.filter((one) => one.id !== item.id).slice(0, 4)
  const rest = `/tin/${item.slug}`
  const origin = originOf(item)
  const cover = fileOf(item.cover)
  const picture = cover && new URL(cover.url, site.canonicalBase).href
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={item.title}
      description={item.lead ?? undefined}
      rest={rest}
      original={canonicalOrigin(item)}
      otherLanguage={otherLanguage ? rest : undefined}
      active="/tin"
      kind="article"
      image={cover && picture ? { url: picture, alt: cover.alt } : undefined}
      alarms={ask.alarms}
      data={{
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: item.title,
        datePublished: item.firstReleasedAt,
        dateModified: item.releasedAt,
        inLanguage: item.locale,
        url: canonicalOf(site, rest),
        ...(origin ? { isBasedOn: origin.url } : {}),
        publisher: { '@type': 'GovernmentOrganization', name: site.unitLine || site.title },
        ...(picture ? { image: picture } : {}),
      }}
    >
      <div className="wrap">
        <Crumbs
          site={site}
          above={[
            { label: words.news, href: linkTo(site, '/tin') },
            ...(section
              ? [{ label: section.title, href: linkTo(site, `/chuyen-muc/${section.slug}`) }]
              : []),
          ]}
        />
        <Article site={site} item={item} corrections={corrections} sha256={sha256} />
        {related.length > 0 ? (
          <section className="related" aria-labelledby="related">
            <h2 id="related">{words.related}</h2>
            <div className="cards">
              {related.map((one) => (
                <Story key={one.id} site={site} item={one} shape="card" level={3} />
              ))}
            </div>
          </section>
        ) : null}
      </div>
    </Page>,
  )
}
