import { refuse } from './refuse.ts'
import type { FeedOutline } from './readFeedPage.ts'
import type { FeedSite } from './toFeedItem.ts'

/** @throws PortalError unknown_site for what cannot be the code of one */
export const demandSiteCode = (code: string): void => {
  if (!/^[a-z0-9-]{1,64}$/.test(code)) throw refuse('unknown_site')
}

/**
 * The site a log belongs to. The log of what all sites share, `common`, is read like a site's.
 *
 * @throws PortalError unknown_site
 */
export const siteOfFeed = (
  code: string,
  found: Pick<FeedOutline, 'isSite' | 'name' | 'host' | 'path'>,
  publicUrl: string,
): FeedSite => {
  if (code === 'common') return { code, name: null, address: publicUrl }
  if (!found.isSite) throw refuse('unknown_site')
  const base = found.host ? `${new URL(publicUrl).protocol}//${found.host}` : publicUrl
  return { code, name: found.name, address: `${base}${(found.path ?? '').replace(/\/$/, '')}` }
}
