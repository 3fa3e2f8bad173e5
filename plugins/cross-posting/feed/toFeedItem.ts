import type { FeedRow } from './readFeedRows.ts'
import { mediaIn } from './mediaIn.ts'

/** The site a feed belongs to. */
export type FeedSite = { code: string; name: string | null; address: string }

/** What is the same for every item of an installation. */
export type FeedTerms = {
  /** The hub's own address, without a slash at its end; media lie under it. */
  publicUrl: string
  /** Address of the licence under which items may be used; null: none is stated. */
  license: string | null
  /** Where the items of a collection lie below their site. @default those of this portal */
  folders?: Readonly<Record<string, string>> | undefined
}

/** What filters and consents are held against. */
export type ScopedItem = {
  seq: number
  kind: FeedRow['kind']
  collection: string
  /** null: told by no text, as of a withdrawal. */
  category: number | null
  contentKind: string | null
  locales: readonly string[]
  isEmergency: boolean
  isSuperseded: boolean
  /** A copy of another site's item. */
  isHandedOn: boolean
}

type Fields = Record<string, unknown>
type Canonical = { locales: Record<string, Fields> }

const ownFolders: Readonly<Record<string, string>> = {
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
export const toFeedItem = (options: {
  row: FeedRow
  site: FeedSite
  terms: FeedTerms
  locale: 'vi' | 'en'
}) => {
  const { row, site, terms, locale } = options
  const { locales, document, language } = textIn(row, locale)
  const url = document ? addressOf(row, site, language === 'en' ? 'en' : 'vi', terms.folders) : null
  const origin = originIn(document)
  const scope = scopeOf(row, document, Object.keys(locales))
  return {
    seq: row.seq,
    kind: row.kind,
    isCorrection: row.kind === 'correct',
    isSuperseded: row.isSuperseded,
    isEmergency: scope.isEmergency,
    collection: row.collection,
    id: row.docId,
    title: textOf(document?.[row.titleKey]),
    category: scope.category,
    contentKind: scope.contentKind,
    locales: scope.locales,
    url,
    canonicalUrl: origin?.url ?? url,
    releasedAt: row.releasedAt.toISOString(),
    embargoUntil: textOf(document?.embargoUntil) ?? row.publishAt?.toISOString() ?? null,
    expiresAt: textOf(document?.expiresAt),
    attribution: document
      ? {
          author: textOf(document.author),
          sourceAgency: textOf(document.sourceAgency) ?? origin?.siteName ?? site.name,
          site: origin?.site ?? site.code,
          firstPublishedAt:
            origin?.publishedAt ?? (row.firstReleasedAt ?? row.releasedAt).toISOString(),
        }
      : null,
    license: document ? terms.license : null,
    origin,
    hops: document ? hopsOf(origin?.hops ?? [], site.code) : [],
    reasonCode: row.reasonCode,
    explanation: row.explanation,
    redirectTo: row.redirectTo && wholeAddress(row.redirectTo, site),
    media: mediaIn(locales, terms.publicUrl),
    sha256: row.sha256,
    body: row.body,
  }
}

/** An item of the feed. */
export type FeedItem = ReturnType<typeof toFeedItem>

/** Every language of a release, and its text in the one asked for or else in one it has. */
export const textIn = (
  row: Pick<FeedRow, 'body'>,
  locale: string,
): { locales: Record<string, Fields>; document: Fields | undefined; language: string } => {
  const locales = row.body === null ? {} : (JSON.parse(row.body) as Canonical).locales
  const language = [locale, 'vi'].find((one) => locales[one]) ?? Object.keys(locales)[0] ?? locale
  return { locales, document: locales[language], language }
}

const scopeOf = (row: FeedRow, document: Fields | undefined, locales: string[]): ScopedItem => {
  const category = row.categoryKey === null ? undefined : document?.[row.categoryKey]
  const contentKind = row.kindKey === null ? null : textOf(document?.[row.kindKey])
  return {
    seq: row.seq,
    kind: row.kind,
    collection: row.collection,
    category: typeof category === 'number' ? category : null,
    contentKind,
    locales,
    isEmergency: row.isUrgent || contentKind === 'emergency',
    isSuperseded: row.isSuperseded,
    isHandedOn: originIn(document) !== null,
  }
}

/** Where an item of another log first stood, as the copy's own released text says it. */
const originIn = (document: Fields | undefined) => {
  const given = document?.origin
  if (typeof given !== 'object' || given === null) return null
  const origin = given as Fields
  const site = textOf(origin.site)
  if (site === null) return null
  return {
    site,
    siteName: textOf(origin.siteName),
    collection: textOf(origin.collection),
    item: textOf(origin.item),
    seq: typeof origin.seq === 'number' ? origin.seq : null,
    sha256: textOf(origin.sha256),
    url: textOf(origin.url),
    publishedAt: textOf(origin.publishedAt),
    hops: Array.isArray(origin.hops) ? origin.hops.filter((one) => typeof one === 'string') : [],
    isAdapted: origin.isAdapted === true,
    mode: origin.mode === 'link' ? ('link' as const) : ('copy' as const),
  }
}

/** The logs an item has gone through, this one last: who finds itself among them has it already. */
const hopsOf = (hops: readonly string[], here: string): string[] =>
  hops.includes(here) ? [...hops] : [...hops, here]

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Where a released item is read. */
export const addressOf = (
  row: Pick<FeedRow, 'collection' | 'slug'>,
  site: Pick<FeedSite, 'address'>,
  locale: 'vi' | 'en',
  folders: Readonly<Record<string, string>> = ownFolders,
): string => {
  const base = `${site.address}${locale === 'en' ? '/en' : ''}`
  const folder = folders[row.collection]
  return folder && row.slug ? `${base}${folder}${encodeURIComponent(row.slug)}` : `${base}/`
}

/** A path is one of the site, or of another site of the same hub (`/s/…`). */
const wholeAddress = (redirect: string, site: FeedSite): string => {
  if (!redirect.startsWith('/')) return redirect
  return `${redirect.startsWith('/s/') ? new URL(site.address).origin : site.address}${redirect}`
}
