import type { Pool } from 'pg'
import { readFeedOutline } from '../feed/readFeedPage.ts'
import type { FeedRange, FeedScope } from '../feed/readFeedPage.ts'
import { readFeedRows } from '../feed/readFeedRows.ts'
import type { FeedRow } from '../feed/readFeedRows.ts'
import { siteOfFeed } from '../feed/siteOfFeed.ts'
import { textIn, toFeedItem } from '../feed/toFeedItem.ts'
import type { FeedItem, FeedSite, FeedTerms } from '../feed/toFeedItem.ts'

/** Turns a released rich text into HTML with whole addresses. */
export type HtmlOf = (richText: unknown, publicUrl: string) => string

/** An item as people read it in a feed reader. */
export type Entry = {
  /** The same for every release of an item, wherever it stands. */
  id: string
  item: FeedItem
  language: string
  title: string
  lead: string
  /** Empty where an installation gives no HTML. */
  html: string
  /** Name of its section. */
  section: { slug: string; title: string } | undefined
  cover: { url: string; type: string; length: number } | undefined
  files: { url: string; type: string; length: number; title: string }[]
}

/** A part of a log, newest release last. Withdrawals are in it, replaced versions are not. */
export type Entries = {
  site: FeedSite
  head: number
  /** The lowest number looked at. */
  from: number
  entries: Entry[]
}

/** What reading entries takes. */
export type EntryReader = {
  pool: Pool
  terms: FeedTerms
  /** @default entries have no HTML */
  html?: HtmlOf | undefined
}

/** Reads releases of a log as entries, by its outline. */
export const readEntries = async (
  { pool, terms, html }: EntryReader,
  log: string,
  query: FeedRange & FeedScope & { locale: 'vi' | 'en'; until?: number },
): Promise<Entries> => {
  const outline = await readFeedOutline(pool, log, query)
  const site = siteOfFeed(log, outline, terms.publicUrl)
  const { until = Infinity, locale } = query
  const marks = outline.marks.filter((one) => !one.isSuperseded && one.seq <= until)
  const rows = await readFeedRows(
    pool,
    log,
    marks.map((one) => one.seq),
  )
  const sections = await readSections(pool, locale)
  const entries = rows
    .filter((row) => !row.isSuperseded)
    .map((row) => toEntry({ row, site, terms, locale, html, sections }))
  const from = outline.marks[0]?.seq ?? query.after
  return { site, head: outline.head, from, entries: entries.filter((one) => isWithin(one, query)) }
}

type Sections = Map<number, { slug: string; title: string }>

/** Names of sections in a language. */
export const readSections = async (pool: Pool, locale: string): Promise<Sections> => {
  const { rows } = await pool.query<{ id: number; slug: string; title: string }>({
    name: 'feed_sections',
    text: `select distinct on (doc_id) doc_id as id, slug, title from release.current_items
      where collection = 'categories' order by doc_id, locale = $1 desc`,
    values: [locale],
  })
  return new Map(rows.map(({ id, slug, title }) => [id, { slug, title }]))
}

type Fields = Record<string, unknown>

/** One release as an entry. */
export const toEntry = (options: {
  row: FeedRow
  site: FeedSite
  terms: FeedTerms
  locale: 'vi' | 'en'
  html?: HtmlOf | undefined
  sections: Sections
}): Entry => {
  const { row, site, terms, locale, html, sections } = options
  const item = toFeedItem({ row, site, terms, locale })
  const { document = {}, language } = textIn(row, locale)
  const cover = row.coverKey === null ? undefined : fileIn(document[row.coverKey], terms.publicUrl)
  const files = Array.isArray(document.attachments) ? document.attachments : []
  return {
    id: entryId(terms.publicUrl, `${site.code}/${row.collection}/${row.docId}`),
    item,
    language,
    title: item.title ?? '',
    lead: row.leadKey === null ? '' : textOf(document[row.leadKey]),
    html: html && document.body ? html(document.body, terms.publicUrl) : '',
    section: item.category === null ? undefined : sections.get(item.category),
    cover,
    files: files.flatMap((one) => fileIn(one, terms.publicUrl) ?? []),
  }
}

/** A tag URI (RFC 4151): it stays when addresses change. */
const entryId = (publicUrl: string, rest: string): string =>
  `tag:${new URL(publicUrl).hostname},2026:${rest}`

const fileIn = (value: unknown, publicUrl: string) => {
  if (typeof value !== 'object' || value === null) return undefined
  const { url, mimeType, filesize, filename } = value as Fields
  if (typeof url !== 'string' || !url.startsWith('/released/')) return undefined
  return {
    url: `${publicUrl}${url}`,
    type: textOf(mimeType) || 'application/octet-stream',
    length: typeof filesize === 'number' ? filesize : 0,
    title: textOf(filename),
  }
}

/** What has left the part that is read is gone from it. */
const isWithin = ({ item }: Entry, scope: FeedScope): boolean =>
  item.kind === 'withdraw' ||
  ((!scope.categories || scope.categories.includes(item.category ?? 0)) &&
    (!scope.kinds || scope.kinds.includes(item.contentKind ?? '')) &&
    (!scope.locales || item.locales.some((one) => scope.locales?.includes(one))))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
