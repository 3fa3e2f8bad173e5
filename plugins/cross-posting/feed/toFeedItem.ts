import type { FeedRow } from './readFeedPage.ts'

/** The site a feed belongs to. */
export type FeedSite = { code: string; name: string | null; address: string }

type Canonical = { locales: Record<string, Record<string, unknown>> }

const sections: Record<string, string> = {
  articles: '/tin/',
  documents: '/van-ban/',
  pages: '/trang/',
  answers: '/hoi-dap/',
  categories: '/chuyen-muc/',
}

/**
 * One release as component sites receive it: author, source agency and time of first publication travel along
 * (P-15.2a). The body is the text that was decided on, to the byte, so that the receiver can verify its hash.
 */
export const toFeedItem = (row: FeedRow, site: FeedSite, locale: 'vi' | 'en') => {
  const locales = row.body === null ? {} : (JSON.parse(row.body) as Canonical).locales
  const document = locales[locale] ?? locales.vi ?? Object.values(locales)[0]
  return {
    seq: row.seq,
    kind: row.kind,
    isCorrection: row.kind === 'correct',
    isSuperseded: row.isSuperseded,
    collection: row.collection,
    id: row.docId,
    title: textOf(document?.title),
    locales: Object.keys(locales),
    url: document ? addressOf(row, site, locales[locale] ? locale : 'vi') : null,
    releasedAt: row.releasedAt.toISOString(),
    attribution: document
      ? {
          author: textOf(document.author),
          sourceAgency: textOf(document.sourceAgency) ?? site.name,
          site: site.code,
          firstPublishedAt: (row.firstReleasedAt ?? row.releasedAt).toISOString(),
        }
      : null,
    reasonCode: row.reasonCode,
    explanation: row.explanation,
    redirectTo: row.redirectTo && wholeAddress(row.redirectTo, site),
    media: mediaIn(locales),
    sha256: row.sha256,
    body: row.body,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const addressOf = (row: FeedRow, site: FeedSite, locale: string): string => {
  const base = `${site.address}${locale === 'en' ? '/en' : ''}`
  const section = sections[row.collection]
  return section && row.slug ? `${base}${section}${encodeURIComponent(row.slug)}` : `${base}/`
}

/** A path is one of the site, or of another site of the same hub (`/s/…`). */
const wholeAddress = (redirect: string, site: FeedSite): string => {
  if (!redirect.startsWith('/')) return redirect
  return `${redirect.startsWith('/s/') ? new URL(site.address).origin : site.address}${redirect}`
}

type FeedMedia = { url: string; sha256: string; type: string; length: number }

/** Every released file that the document shows, once each. */
const mediaIn = (value: unknown): FeedMedia[] => {
  const found = new Map<string, FeedMedia>()
  const walk = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(walk)
    else if (typeof part === 'object' && part !== null) {
      const { url, sha256, mimeType, filesize } = part as Record<string, unknown>
      if (typeof url === 'string' && url.startsWith('/released/') && typeof sha256 === 'string') {
        const type = typeof mimeType === 'string' ? mimeType : 'application/octet-stream'
        if (typeof filesize === 'number') found.set(url, { url, sha256, type, length: filesize })
      }
      Object.values(part).forEach(walk)
    }
  }
  walk(value)
  return [...found.values()]
}
