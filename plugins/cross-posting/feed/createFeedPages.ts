import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { Packable } from './sendPacked.ts'
import type { ItemMemory, ReadyItem } from './createItemMemory.ts'
import type { FeedQuery } from './parseFeedQuery.ts'
import { readFeedOutline } from './readFeedPage.ts'
import type { FeedScope } from './readFeedPage.ts'
import { refuse } from './refuse.ts'
import { siteOfFeed } from './siteOfFeed.ts'
import type { SubscriptionScope } from './subscription.ts'

/** What tells whether a log has moved: the release log's sequence watch is one. */
export type LogWatch = {
  version: (logs: readonly string[]) => { key: string; isTrusted: boolean }
}

/** A page ready to be sent. */
export type FeedPage = Packable & { head: number; isEmpty: boolean }

type Asked = {
  site: string
  query: FeedQuery
  scope: FeedScope
  subscription?: SubscriptionScope
}

type Kept = { page: FeedPage; version: string }

/**
 * Makes pages of the feed. The outline is asked of the database each time, unless the log's watch vouches that nothing
 * moved; items come from memory; a page whose outline is what it was is the same page, with the same tag.
 *
 * @param options.registryVersion changes with the registry of sites; without it and the watch no page is trusted unasked
 * @param options.maxBytes of whole pages; 0 keeps none
 */
export const createFeedPages = (options: {
  pool: Pool
  publicUrl: string
  itemsOf: ItemMemory
  watch?: LogWatch | undefined
  registryVersion?: (() => number) | undefined
  maxBytes: number
}) => {
  const { pool, publicUrl, itemsOf, watch, registryVersion, maxBytes } = options
  const pages =
    maxBytes === 0
      ? undefined
      : new LRUCache<string, Kept>({
          maxSize: maxBytes,
          // What is packed along weighs about as much again.
          sizeCalculation: ({ page }, key) => page.body.length * 2 + key.length * 2 + 500,
        })
  const flights = new Map<string, Promise<FeedPage>>()

  const versionOf = (site: string): string | undefined => {
    if (!watch || !registryVersion) return undefined
    const { key, isTrusted } = watch.version([site])
    return isTrusted ? `${registryVersion()}.${key}` : undefined
  }

  const make = async (asked: Asked, key: string): Promise<FeedPage> => {
    const { query, scope, subscription } = asked
    const version = versionOf(asked.site) // before it is read: a page may be newer than it says, never older
    const outline = await readFeedOutline(pool, asked.site, { ...query, ...scope })
    const site = siteOfFeed(asked.site, outline, publicUrl)
    if (query.after > outline.head) throw refuse('cursor_ahead')
    const isComplete = outline.marks.length < query.limit
    // A filtered reader goes on behind what it does not want, so that it never walks it again.
    const next = isComplete ? outline.head : (outline.marks.at(-1)?.seq ?? query.after)
    const etag = tagOf([key, site.address, site.name, isComplete, next, outline.print])
    const before = pages?.get(key)
    if (before?.page.etag === etag) {
      if (version) pages?.set(key, { page: before.page, version })
      return { ...before.page, head: outline.head, packed: before.page.packed }
    }
    const items = await itemsOf({ site, locale: query.locale, marks: outline.marks })
    const start = { version: 2, site: site.code, after: query.after, next, isComplete }
    const page: FeedPage = {
      etag,
      contentType: 'application/json; charset=utf-8',
      body: bodyOf(start, items, scope, subscription),
      packed: {},
      head: outline.head,
      isEmpty: outline.marks.length === 0,
    }
    if (version) pages?.set(key, { page, version })
    return page
  }

  /** The page without waiting, when it is in memory and certainly current. */
  const peek = (asked: Asked): FeedPage | undefined => {
    if (!pages) return undefined
    const kept = pages.get(keyOf(asked))
    return kept && kept.version === versionOf(asked.site) ? kept.page : undefined
  }

  const get = async (asked: Asked): Promise<FeedPage> => {
    const ready = peek(asked)
    if (ready) return ready
    const key = keyOf(asked)
    const version = pages ? versionOf(asked.site) : undefined
    if (version === undefined) return make(asked, key)
    const flight = `${version}\n${key}`
    const shared = flights.get(flight)
    if (shared) return shared
    const work = make(asked, key).finally(() => flights.delete(flight))
    flights.set(flight, work)
    return work
  }
  return {
    get,
    /** The page as it is now, whatever this process has heard of the log. */
    getFresh: (asked: Asked) => make(asked, keyOf(asked)),
  }
}

const keyOf = ({ site, query, scope, subscription }: Asked): string =>
  [
    site,
    query.after,
    query.limit,
    query.locale,
    JSON.stringify([scope.collections, scope.categories, scope.kinds, scope.locales]),
    subscription ? `${query.subscription}.${subscription.version}` : '',
  ].join('|')

const tagOf = (parts: unknown[]): string =>
  `"${createHash('sha1').update(JSON.stringify(parts)).digest('base64url')}"`

const comma = Buffer.from(',')
const end = Buffer.from(']}')

const bodyOf = (
  start: object,
  items: readonly ReadyItem[],
  scope: FeedScope,
  subscription: SubscriptionScope | undefined,
): Buffer => {
  const parts: Buffer[] = [Buffer.from(`${JSON.stringify(start).slice(0, -1)},"items":[`)]
  items.forEach((item, index) => {
    if (index > 0) parts.push(comma)
    const isWithin = isInScope(item, scope)
    const json = isWithin ? item.json : leftScope(item)
    if (!subscription) {
      parts.push(json)
      return
    }
    const disposition = isWithin ? subscription.disposition(item.scope) : 'withdraw'
    parts.push(json.subarray(0, -1), Buffer.from(`,"disposition":"${disposition}"}`))
  })
  parts.push(end)
  return Buffer.concat(parts)
}

/** What has no text to tell its section by, a withdrawal or an old version, is for everybody who may have had the item. */
const isInScope = ({ scope: item }: ReadyItem, scope: FeedScope): boolean => {
  if (item.kind === 'withdraw' || item.isSuperseded) return true
  return (
    (!scope.categories || scope.categories.includes(item.category ?? 0)) &&
    (!scope.kinds || scope.kinds.includes(item.contentKind ?? '')) &&
    (!scope.locales || item.locales.some((one) => scope.locales?.includes(one)))
  )
}

/** An item that has left the part this reader has: for it, that is a withdrawal. */
const leftScope = (item: ReadyItem): Buffer => {
  const whole = JSON.parse(item.json.toString()) as Record<string, unknown>
  return Buffer.from(
    JSON.stringify({
      ...whole,
      kind: 'withdraw',
      isCorrection: false,
      title: null,
      url: null,
      attribution: null,
      license: null,
      origin: null,
      reasonCode: 'left_scope',
      explanation: null,
      redirectTo: whole.url,
      media: [],
      sha256: null,
      body: null,
    }),
  )
}
