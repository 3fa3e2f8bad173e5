import { badParameter, notFound } from '../router/badInput.ts'
import { restOf } from '../site/addressOf.ts'
import { canonicalOf } from '../site/siteView.ts'
import type { Answer, Ask, PageMaker } from '../router/ask.ts'
import { xml } from './xml.ts'

/** Addresses of a sitemap: what the protocol allows. */
const PAGE = 50_000

const collections = ['articles', 'documents', 'pages', 'answers']
const fixed = ['/', '/tin', '/van-ban', '/hoi-dap']

/** Every page of the site for search engines; more than a sitemap may hold are told of by an index of several. */
export const showSitemap: PageMaker = async (ask) => {
  const asked = ask.query.get('page')
  if (asked !== null) return showPage(ask, pageNumber(asked))
  const { rows } = await ask.context.pool.query<{ n: number }>({
    name: 'portal_sitemap_count',
    text: `select coalesce(sum(n), 0)::float8 as n from release.item_counts
      where log = $1 and locale = $2 and collection = any($3)`,
    values: [ask.place.site.code, ask.site.locale, collections],
  })
  const pages = Math.ceil(((rows[0]?.n ?? 0) + fixed.length) / PAGE)
  if (pages <= 1) return showPage(ask, 1)
  const maps = Array.from({ length: pages }, (_x, index) => {
    const address = `${canonicalOf(ask.site, '/sitemap.xml')}?page=${index + 1}`
    return `<sitemap><loc>${xml(address)}</loc></sitemap>`
  })
  return document('sitemapindex', maps)
}

/** The oldest come first, so that only the last of several changes with news. */
const showPage = async (ask: Ask, page: number): Promise<Answer> => {
  const first = page === 1 ? fixed.length : 0
  const { rows } = await ask.context.pool.query<{
    collection: string
    slug: string
    releasedAt: string
  }>({
    name: 'portal_sitemap',
    text: `select collection, slug, to_json(released_at) #>> '{}' as "releasedAt" from release.current_items
      where log = $1 and locale = $2 and collection = any($3) order by first_released_at, collection, doc_id
      limit $4 offset $5`,
    values: [
      ask.place.site.code,
      ask.site.locale,
      collections,
      PAGE - first,
      (page - 1) * PAGE - (page === 1 ? 0 : fixed.length),
    ],
  })
  if (page > 1 && rows.length === 0) throw notFound()
  return document('urlset', [
    ...(page === 1 ? fixed.map((rest) => entry(ask, rest)) : []),
    ...rows.map((row) => entry(ask, restOf(row) ?? '/', row.releasedAt)),
  ])
}

const pageNumber = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw badParameter('page')
  return Number(text)
}

const document = (name: 'urlset' | 'sitemapindex', parts: readonly string[]): Answer => ({
  status: 200,
  contentType: 'application/xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="utf-8"?>\n<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.join('')}</${name}>\n`,
})

const entry = (ask: Ask, rest: string, changedAt?: string): string =>
  `<url><loc>${xml(canonicalOf(ask.site, rest))}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</url>`
