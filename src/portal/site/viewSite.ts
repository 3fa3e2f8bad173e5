import type { PublicReader } from '#plugins/release-log/read.ts'
import { readableColour } from '../styles/readableColour.ts'
import { menuHref } from './menuHref.ts'
import type { Place } from './portalSite.ts'
import type { SiteView } from './siteView.ts'

/** Categories are one log for all sites. */
const SECTIONS_LOG = 'common'

type Body = Record<string, unknown>

/** What every page of a place shows around its content, from released settings and sections. */
export const viewSite = async (options: {
  reader: PublicReader
  place: Place
  publicUrl: string
}): Promise<SiteView> => {
  const { reader, place, publicUrl } = options
  const { site, locale, basePath } = place
  const asked = { locale, fallbackLocale: 'vi' }
  const [settings, sections] = await Promise.all([
    reader.item({ log: site.code, collection: 'site-settings', slug: 'site', ...asked }),
    reader.list({ log: SECTIONS_LOG, collection: 'categories', locale, limit: 100 }),
  ])
  const body: Body = settings?.body ?? {}
  const contact = groupOf(body.contact)
  const notice = groupOf(body.notice)
  return {
    code: site.code,
    kind: site.kind,
    locale,
    languages: site.languages,
    title: settings?.title ?? site.names[locale] ?? site.names.vi ?? site.code,
    unitLine: textOf(body.unitLine),
    description: textOf(body.description),
    contact: {
      address: textOf(contact.address),
      phone: textOf(contact.phone),
      email: textOf(contact.email),
    },
    menu: menuOf(place, body.menu),
    sections: sections.items
      .toSorted((a, b) => Number(a.body.order ?? 100) - Number(b.body.order ?? 100))
      .map(({ id, slug, title }) => ({ id, slug, title })),
    notice: notice.isShown === true ? textOf(notice.message) : '',
    mastheadColour: readableColour(groupOf(body.theme).mastheadColour),
    basePath,
    canonicalBase: canonicalBase(place, publicUrl),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const groupOf = (value: unknown): Body =>
  typeof value === 'object' && value !== null ? (value as Body) : {} // a JSON object

const menuOf = (place: Place, value: unknown): SiteView['menu'] =>
  (Array.isArray(value) ? value : [])
    .map(groupOf)
    .filter((row) => textOf(row.label) !== '' && textOf(row.href) !== '')
    .map((row) => ({ label: textOf(row.label), href: menuHref(place, textOf(row.href)) }))

/** A site with a host of its own has its true address there, however it was reached. */
const canonicalBase = ({ site }: Place, publicUrl: string): string => {
  if (site.kind === 'city') return publicUrl
  if (site.host) return `${publicUrl.startsWith('https:') ? 'https' : 'http'}://${site.host}`
  return `${publicUrl}/s/${site.code}`
}
