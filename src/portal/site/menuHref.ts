import type { Place } from './portalSite.ts'
import { placeLink } from './siteView.ts'

/** Addresses that are not pages of a site. */
const elsewhere = /^\/(s|api|admin|released|feeds|assets|en)(\/|$)/

/**
 * A menu address as the board wrote it, for the place where it is shown: links into the site keep its language and the
 * way it was reached (`/s/<code>` or its own host); others stay as they are.
 */
export const menuHref = (place: Place, href: string): string => {
  const own = `/s/${place.site.code}`
  const rest = href === own ? '/' : href.startsWith(`${own}/`) ? href.slice(own.length) : href
  if (!rest.startsWith('/') || elsewhere.test(rest)) return rest
  return placeLink(place, rest)
}
