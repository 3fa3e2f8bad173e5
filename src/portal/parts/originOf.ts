import type { PublicItem } from '#plugins/release-log/read.ts'

/** Where an item was first published, as the released text says it. */
export type ShownOrigin = {
  url: string
  siteName: string
  publishedAt: string
  /** The board of this site has edited it. */
  isAdapted: boolean
}

/** The origin of something that was taken from another site; undefined for a site's own. */
export const originOf = (item: Pick<PublicItem, 'body'>): ShownOrigin | undefined => {
  const { origin } = item.body
  if (typeof origin !== 'object' || origin === null) return undefined
  const { url, siteName, publishedAt, isAdapted } = origin as Record<string, unknown>
  if (typeof url !== 'string' || !/^https?:\/\//.test(url) || typeof siteName !== 'string')
    return undefined
  const isDated = typeof publishedAt === 'string' && !Number.isNaN(Date.parse(publishedAt))
  if (!isDated) return undefined
  return { url, siteName, publishedAt, isAdapted: isAdapted === true }
}

/**
 * The address of the original, for search engines: of a copy as it came, in the language that address is in. An adapted text
 * is a page of its own.
 */
export const canonicalOrigin = (item: Pick<PublicItem, 'body' | 'locale'>): string | undefined => {
  const origin = originOf(item)
  return origin && !origin.isAdapted && item.locale === 'vi' ? origin.url : undefined
}
