import type { Entry } from './readEntries.ts'

/** A page of a JSON feed. */
export type JsonFeedDocument = {
  title: string
  language: string
  self: string
  home: string
  /** Address of the page of older items. */
  next: string | undefined
  license: string | null
  entries: readonly Entry[]
}

/**
 * Writes a JSON Feed 1.1. What its version cannot say stands under `_coloa`: the number and hash of the release, where it
 * comes from, and what was withdrawn.
 */
export const writeJsonFeed = (feed: JsonFeedDocument): string => {
  const shown = feed.entries.filter(({ item }) => item.kind !== 'withdraw').toReversed()
  const gone = feed.entries.filter(({ item }) => item.kind === 'withdraw').toReversed()
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    ...(feed.next ? { next_url: feed.next } : {}),
    language: feed.language,
    authors: [{ name: feed.title, url: feed.home }],
    items: shown.map(itemOf),
    _coloa: {
      license: feed.license,
      withdrawn: gone.map(({ id, item }) => ({
        id,
        withdrawn_at: item.releasedAt,
        reason_code: item.reasonCode,
        explanation: item.explanation,
        redirect_to: item.redirectTo,
      })),
    },
  })
}

const itemOf = (entry: Entry) => {
  const { item, cover } = entry
  const authors = [item.attribution?.author, item.attribution?.sourceAgency]
  return {
    id: entry.id,
    url: item.url,
    ...(item.canonicalUrl !== item.url ? { external_url: item.canonicalUrl } : {}),
    title: entry.title,
    ...(entry.html === ''
      ? { content_text: entry.lead || entry.title }
      : { content_html: entry.html }),
    ...(entry.lead === '' ? {} : { summary: entry.lead }),
    ...(cover?.type.startsWith('image/') ? { image: cover.url } : {}),
    date_published: item.attribution?.firstPublishedAt ?? item.releasedAt,
    date_modified: item.releasedAt,
    authors: authors.flatMap((name) => (name ? [{ name }] : [])),
    tags: entry.section ? [entry.section.title] : [],
    language: entry.language,
    attachments: entry.files.map((file) => ({
      url: file.url,
      mime_type: file.type,
      title: file.title,
      size_in_bytes: file.length,
    })),
    _coloa: {
      seq: item.seq,
      kind: item.kind,
      collection: item.collection,
      item: item.id,
      content_kind: item.contentKind,
      sha256: item.sha256,
      is_emergency: item.isEmergency,
      expires_at: item.expiresAt,
      license: item.license,
      origin: item.origin,
      hops: item.hops,
    },
  }
}
