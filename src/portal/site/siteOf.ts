import type { Place, PortalSite } from './portalSite.ts'
import type { SiteDirectory } from './siteDirectory.ts'

/**
 * Which site and language an address means: the city at `/`, component sites at `/s/<code>/…` or at the root of their own
 * host; English under `/en` of each.
 *
 * @param options.host as the request names it, with or without port
 * @param options.path of the address, without its query
 * @returns undefined when there is no such site, or it does not speak that language
 */
export const siteOf = (options: {
  directory: Pick<SiteDirectory, 'city' | 'byCode' | 'byHost'>
  host: string
  path: string
}): Place | undefined => {
  const { directory, path } = options
  const named = /^\/s\/([^/]+)(\/.*)?$/.exec(path)
  if (named) {
    const site = directory.byCode(named[1] ?? '')
    // The city is at the root: two addresses for one page would be one too many.
    if (!site || site.kind === 'city') return undefined
    return placeIn(site, named[2] ?? '/', `/s/${site.code}`)
  }
  const host = options.host.toLowerCase().replace(/:\d+$/, '')
  const site = directory.byHost(host) ?? directory.city()
  return site ? placeIn(site, path, '') : undefined
}

const placeIn = (site: PortalSite, path: string, basePath: string): Place | undefined => {
  if (!site.isHostedHere) return undefined
  const english = /^\/en(\/.*)?$/.exec(path)
  const locale = english ? 'en' : 'vi'
  if (!site.languages.includes(locale)) return undefined
  return { site, locale, rest: (english ? english[1] : path) || '/', basePath }
}
