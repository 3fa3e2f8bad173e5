import { generateRssFeed } from 'feedsmith'
import { xmlSafe } from '#domain/text/xmlText.ts'
import type { Entry } from './readEntries.ts'

/** An RSS feed. */
export type RssDocument = {
  title: string
  language: string
  self: string
  home: string
  license: string | null
  entries: readonly Entry[]
}

/** Writes an RSS 2.0 feed of what is public now, newest first; RSS has no way to say that something was withdrawn. */
export const writeRss = (feed: RssDocument): string => {
  const shown = feed.entries.filter(({ item }) => item.kind !== 'withdraw').toReversed()
  const times = shown.map(({ item }) => item.releasedAt).toSorted()
  return generateRssFeed({
    title: xmlSafe(feed.title),
    link: feed.home,
    description: xmlSafe(feed.title),
    language: feed.language,
    lastBuildDate: new Date(times.at(-1) ?? 0),
    docs: 'https://www.rssboard.org/rss-specification',
    generator: 'Coloa',
    atom: { links: [{ rel: 'self', href: feed.self, type: 'application/rss+xml' }] },
    ...(feed.license ? { creativeCommons: { licenses: [feed.license] } } : {}),
    items: shown.map(itemOf),
  })
}

const itemOf = (entry: Entry) => {
  const { item } = entry
  // An item may have one enclosure.
  const file = entry.cover ?? entry.files[0]
  const creators = [item.attribution?.author, item.attribution?.sourceAgency]
  return {
    title: xmlSafe(entry.title) || item.collection,
    link: item.url ?? '',
    guid: { value: entry.id, isPermaLink: false },
    pubDate: new Date(item.attribution?.firstPublishedAt ?? item.releasedAt),
    description: xmlSafe(entry.lead || entry.title) || item.collection,
    ...(entry.html === '' ? {} : { content: { encoded: xmlSafe(entry.html) } }),
    ...(file ? { enclosures: [{ url: file.url, length: file.length, type: file.type }] } : {}),
    categories: entry.section ? [{ name: xmlSafe(entry.section.title) }] : [],
    dc: {
      creators: creators.flatMap((name) => (name ? [xmlSafe(name)] : [])),
      languages: [entry.language],
      ...(item.license ? { rights: [item.license] } : {}),
    },
  }
}
