import { restOf } from '../site/addressOf.ts'
import { canonicalOf } from '../site/siteView.ts'
import type { Ask, PageMaker } from '../router/ask.ts'
import { xml } from './xml.ts'

/** A sitemap may hold 50,000 addresses. */
const LIMIT = 50_000

/** Every page of the site for search engines, newest first. */
export const showSitemap: PageMaker = async (ask) => {
  const { rows } = await ask.context.pool.query<{
    collection: string
    slug: string
    releasedAt: string
  }>({
    name: 'portal_sitemap',
    text: `select collection, slug, to_json(released_at) #>> '{}' as "releasedAt" from release.current_items
      where log = $1 and locale = $2 and collection = any($3) order by released_at desc limit $4`,
    values: [
      ask.place.site.code,
      ask.site.locale,
      ['articles', 'documents', 'pages', 'answers'],
      LIMIT - 5,
    ],
  })
  const fixed = ['/', '/tin', '/van-ban', '/hoi-dap'].map((rest) => entry(ask, rest))
  const pages = rows.map((row) => entry(ask, restOf(row) ?? '/', row.releasedAt))
  return {
    status: 200,
    contentType: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...fixed, ...pages].join('')}</urlset>\n`,
  }
}

const entry = (ask: Ask, rest: string, changedAt?: string): string =>
  `<url><loc>${xml(canonicalOf(ask.site, rest))}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</url>`
