import { canonicalOf } from '../site/siteView.ts'
import type { PageMaker } from '../router/ask.ts'

/** What search engines may read; component sites under a path are named by the city. */
export const showRobots: PageMaker = ({ site, context, place }) => {
  const others =
    place.site.kind === 'city'
      ? context.directory
          .all()
          .filter((one) => one.kind === 'component' && one.isHostedHere && !one.host)
          .flatMap(({ code }) => [
            `Sitemap: ${context.publicUrl}/s/${code}/sitemap.xml`,
            `Sitemap: ${context.publicUrl}/s/${code}/news-sitemap.xml`,
          ])
      : []
  const body = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    `Sitemap: ${canonicalOf(site, '/sitemap.xml')}`,
    `Sitemap: ${canonicalOf(site, '/news-sitemap.xml')}`,
    ...others,
  ].join('\n')
  return Promise.resolve({
    status: 200,
    contentType: 'text/plain; charset=utf-8',
    body: `${body}\n`,
  })
}
