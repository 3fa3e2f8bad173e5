import { canonicalOf } from '../site/siteView.ts'
import type { PageMaker } from '../router/ask.ts'
import { xml } from './xml.ts'

/** A news sitemap holds articles of two days, a thousand at most. */
const HOURS = 48
const LIMIT = 1000

/** Articles first published in the last two days, for news search. */
export const showNewsSitemap: PageMaker = async ({ site, context, place }) => {
  const { rows } = await context.pool.query<{ slug: string; title: string; at: string }>({
    name: 'portal_news_sitemap',
    text: `select slug, title, to_json(first_released_at) #>> '{}' as at from release.current_items
      where log = $1 and locale = $2 and collection = 'articles'
        and first_released_at > to_timestamp($3 / 1000.0) - make_interval(hours => $4)
      order by first_released_at desc limit $5`,
    values: [place.site.code, site.locale, context.now(), HOURS, LIMIT],
  })
  const entries = rows.map(
    ({ slug, title, at }) =>
      `<url><loc>${xml(canonicalOf(site, `/tin/${slug}`))}</loc><news:news><news:publication><news:name>${xml(site.title)}</news:name><news:language>${site.locale}</news:language></news:publication><news:publication_date>${at}</news:publication_date><news:title>${xml(title)}</news:title></news:news></url>`,
  )
  return {
    status: 200,
    contentType: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${entries.join('')}</urlset>\n`,
  }
}
