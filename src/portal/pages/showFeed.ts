import type { PageMaker } from '../router/ask.ts'
import { canonicalOf } from '../site/siteView.ts'
import { xml } from './xml.ts'

/** The newest articles as an Atom feed. */
export const showFeed: PageMaker = async ({ site, context, place }) => {
  const { items } = await context.reader.list({
    log: place.site.code,
    collection: 'articles',
    locale: site.locale,
    limit: 30,
  })
  const home = canonicalOf(site, '/')
  const updated =
    items
      .map((one) => one.releasedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  const entries = items.map((one) => {
    const address = canonicalOf(site, `/tin/${one.slug}`)
    return `<entry><id>${xml(address)}</id><title>${xml(one.title)}</title><link href="${xml(address)}"/><published>${one.firstReleasedAt}</published><updated>${one.releasedAt}</updated><summary>${xml(one.lead ?? '')}</summary></entry>`
  })
  return {
    status: 200,
    contentType: 'application/atom+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.locale}"><id>${xml(home)}</id><title>${xml(site.title)}</title><link href="${xml(home)}"/><link rel="self" href="${xml(canonicalOf(site, '/tin.atom'))}"/><updated>${updated}</updated><author><name>${xml(site.unitLine || site.title)}</name></author>${entries.join('')}</feed>\n`,
  }
}
