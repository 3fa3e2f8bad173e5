import { generateAtomFeed } from 'feedsmith'
import { xmlSafe, xmlText } from '#domain/text/xmlText.ts'
import type { Entry } from './readEntries.ts'

/** A document of an Atom feed. */
export type AtomDocument = {
  id: string
  title: string
  language: string
  /** Its own address, and that of the pages it tells of. */
  self: string
  home: string
  license: string | null
  entries: readonly Entry[]
  /** Links between the documents of an archived feed (RFC 5005 § 4). */
  links: readonly { rel: 'current' | 'prev-archive' | 'next-archive'; href: string }[]
  isArchive: boolean
  /** Whether it holds everything there is (RFC 5005 § 2). */
  isComplete: boolean
}

/**
 * Writes an Atom feed (RFC 4287). What was withdrawn is an `at:deleted-entry` (RFC 6721) with the board's reason, which
 * readers act upon when they have the entry from an earlier document.
 */
export const writeAtom = (feed: AtomDocument): string => {
  const shown = feed.entries.filter(({ item }) => item.kind !== 'withdraw').toReversed()
  const gone = feed.entries.filter(({ item }) => item.kind === 'withdraw').toReversed()
  const times = feed.entries.map(({ item }) => item.releasedAt).toSorted()
  const text = generateAtomFeed({
    id: feed.id,
    title: { value: xmlSafe(feed.title) },
    updated: new Date(times.at(-1) ?? 0),
    authors: [{ name: xmlSafe(feed.title), uri: feed.home }],
    generator: { text: 'Coloa' },
    links: [
      { rel: 'self', href: feed.self, type: 'application/atom+xml' },
      { rel: 'alternate', href: feed.home, type: 'text/html' },
      ...(feed.license ? [{ rel: 'license', href: feed.license }] : []),
      ...feed.links.map((link) => ({ ...link, type: 'application/atom+xml' })),
    ],
    entries: shown.map(entryOf),
    xml: { lang: feed.language },
  })
  const marks = `${feed.isArchive ? '<fh:archive/>' : ''}${feed.isComplete ? '<fh:complete/>' : ''}`
  const end = text.lastIndexOf('</feed>')
  const open = text.indexOf('<feed ') + '<feed '.length
  // Neither namespace is known to the library.
  return `${text.slice(0, open)}xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0" ${text.slice(open, end)}${marks}${gone.map(tombstone).join('')}</feed>\n`
}

const entryOf = (entry: Entry) => {
  const { item } = entry
  const url = item.url ?? ''
  const canonical = item.canonicalUrl !== null && item.canonicalUrl !== url
  return {
    id: entry.id,
    title: { value: xmlSafe(entry.title) || item.collection },
    published: new Date(item.attribution?.firstPublishedAt ?? item.releasedAt),
    updated: new Date(item.releasedAt),
    authors: [
      {
        name: xmlSafe(
          [item.attribution?.author, item.attribution?.sourceAgency].filter(Boolean).join(' · ') ||
            item.attribution?.site ||
            item.collection,
        ),
      },
    ],
    links: [
      { rel: 'alternate', href: url, type: 'text/html', hreflang: entry.language },
      ...(canonical ? [{ rel: 'canonical', href: item.canonicalUrl ?? url }] : []),
      ...(item.license ? [{ rel: 'license', href: item.license }] : []),
      ...[...(entry.cover ? [entry.cover] : []), ...entry.files].map((file) => ({
        rel: 'enclosure',
        href: file.url,
        type: file.type,
        length: file.length,
      })),
    ],
    categories: [
      ...(entry.section
        ? [{ term: entry.section.slug, label: xmlSafe(entry.section.title), scheme: 'section' }]
        : []),
      ...(item.contentKind ? [{ term: item.contentKind, scheme: 'kind' }] : []),
      ...(item.isCorrection ? [{ term: 'correction', scheme: 'release' }] : []),
      ...(item.isEmergency ? [{ term: 'emergency', scheme: 'release' }] : []),
    ],
    ...(entry.lead === '' ? {} : { summary: { value: xmlSafe(entry.lead) } }),
    ...(entry.html === '' ? {} : { content: { type: 'html', value: xmlSafe(entry.html) } }),
    ...(item.origin
      ? {
          source: {
            id: item.origin.url ?? item.origin.site,
            title: { value: xmlSafe(item.origin.siteName ?? item.origin.site) },
            updated: new Date(item.origin.publishedAt ?? item.releasedAt),
          },
        }
      : {}),
    xml: { lang: entry.language },
  }
}

const tombstone = ({ id, item }: Entry): string => {
  const reason = [item.reasonCode, item.explanation].filter(Boolean).join(': ')
  const link = item.redirectTo ? `<link rel="related" href="${xmlText(item.redirectTo)}"/>` : ''
  return `<at:deleted-entry ref="${xmlText(id)}" when="${item.releasedAt}"><at:comment>${xmlText(reason)}</at:comment>${link}</at:deleted-entry>`
}
