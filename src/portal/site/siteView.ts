import type { Locale, Place } from './portalSite.ts'

/** A link as a page shows it. */
export type MenuLink = { label: string; href: string }

/** What every page shows of its site, in the page's language: from the released settings and sections alone. */
export type SiteView = {
  code: string
  kind: 'city' | 'component'
  locale: Locale
  languages: readonly Locale[]
  title: string
  unitLine: string
  description: string
  contact: { address: string; phone: string; email: string }
  menu: readonly MenuLink[]
  /** Sections (chuyên mục), in their order. */
  sections: readonly { id: number; slug: string; title: string }[]
  /** A notice of the board above everything, or empty. */
  notice: string
  /** `#rrggbb`, made dark enough for white text. */
  mastheadColour: string
  /** Before links of the site: `''` or `/s/<code>`. */
  basePath: string
  /** The address without path under which the site is canonical, e.g. `https://example.vn`, and what follows it. */
  canonicalBase: string
}

/** The address of a page of the site, from its path within the site: `/tin` → `/s/phuong-ba-dinh/en/tin`. */
export const linkTo = (
  site: Pick<SiteView, 'basePath' | 'locale'>,
  rest: string,
  locale: Locale = site.locale,
): string => joined(site.basePath, rest, locale)

/** The full canonical address of a page of the site. */
export const canonicalOf = (
  site: Pick<SiteView, 'canonicalBase' | 'locale'>,
  rest: string,
  locale: Locale = site.locale,
): string => joined(site.canonicalBase, rest, locale)

/** The address of a place in another language. */
export const placeLink = (place: Place, rest: string): string =>
  joined(place.basePath, rest, place.locale)

const joined = (base: string, rest: string, locale: Locale): string => {
  const path = `${locale === 'en' ? '/en' : ''}${rest === '/' ? '' : rest}`
  return `${base}${path}` || '/'
}
