import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { FeedMark } from './readFeedPage.ts'
import { readFeedRows } from './readFeedRows.ts'
import type { FeedSite, FeedTerms, ScopedItem } from './toFeedItem.ts'
import { toFeedItem } from './toFeedItem.ts'

/** An item as it goes out, and what filters look at. */
export type ReadyItem = { json: Buffer; scope: ScopedItem }

/** Gives the items of a page. */
export type ItemMemory = (options: {
  site: FeedSite
  locale: 'vi' | 'en'
  marks: readonly FeedMark[]
}) => Promise<ReadyItem[]>

/**
 * Items of the log as the bytes that are sent. A release never changes, so an item is made once; only that a later one
 * replaced it makes another of it. What is not in memory is read with one statement.
 *
 * @param options.maxBytes of all items; the least recently used go first; 0 keeps none
 */
export const createItemMemory = (options: {
  pool: Pool
  terms: FeedTerms
  maxBytes: number
}): ItemMemory => {
  const { pool, terms, maxBytes } = options
  const items =
    maxBytes === 0
      ? undefined
      : new LRUCache<string, ReadyItem>({
          maxSize: maxBytes,
          sizeCalculation: ({ json }, key) => json.length + key.length * 2 + 300,
        })

  return async ({ site, locale, marks }) => {
    const base = `${site.code}\n${site.address}\n${site.name}\n${locale}\n`
    const keyOf = (mark: FeedMark) => `${base}${mark.seq}${mark.isSuperseded ? '-' : '+'}`
    const ready = new Map<number, ReadyItem>()
    const missing: number[] = []
    for (const mark of marks) {
      const known = items?.get(keyOf(mark))
      if (known) ready.set(mark.seq, known)
      else missing.push(mark.seq)
    }
    if (missing.length > 0) {
      for (const row of await readFeedRows(pool, site.code, missing)) {
        const item = toFeedItem({ row, site, terms, locale })
        const made = { json: Buffer.from(JSON.stringify(item)), scope: scopeIn(item) }
        ready.set(row.seq, made)
        items?.set(keyOf(row), made)
      }
    }
    return marks.flatMap(({ seq }) => ready.get(seq) ?? [])
  }
}

const scopeIn = (item: ReturnType<typeof toFeedItem>): ScopedItem => ({
  seq: item.seq,
  kind: item.kind,
  collection: item.collection,
  category: item.category,
  contentKind: item.contentKind,
  locales: item.locales,
  isEmergency: item.isEmergency,
  isSuperseded: item.isSuperseded,
  isHandedOn: item.origin !== null,
})
