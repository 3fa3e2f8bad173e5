import { notFound } from '../router/badInput.ts'
import type { PageMaker } from '../router/ask.ts'

/** The site's articles as Atom, under the address readers have had from the beginning. */
export const showFeed: PageMaker = async ({ site, context, place }) => {
  if (!context.articleFeed) throw notFound()
  return {
    status: 200,
    contentType: 'application/atom+xml; charset=utf-8',
    body: await context.articleFeed({ site: place.site.code, locale: site.locale }),
  }
}
