import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import { createFeedPages } from './createFeedPages.ts'
import type { LogWatch } from './createFeedPages.ts'
import { createHeadWatch } from './createHeadWatch.ts'
import { createItemMemory } from './createItemMemory.ts'
import { findCategories } from './findCategories.ts'
import { parseFeedQuery } from './parseFeedQuery.ts'
import type { FeedQuery } from './parseFeedQuery.ts'
import { refuse } from './refuse.ts'
import { sendPacked } from './sendPacked.ts'
import { demandSiteCode } from './siteOfFeed.ts'
import type { ScopeOf } from './subscription.ts'

const MEBIBYTE = 1024 * 1024

/** What the feeds are made of. */
export type FeedOptions = {
  pool: Pool
  /** The hub's own address, without a slash at its end. */
  publicUrl: string
  /** The governed collections. */
  collections: readonly string[]
  /** Address of the licence under which items may be used. @default none is stated */
  license?: string | null
  /** Where the items of a collection lie below their site. @default those of this portal */
  folders?: Readonly<Record<string, string>>
  /** Finds the scope of `?subscription=`. @default there are none */
  scopeOf?: ScopeOf
  /** Vouches that a log has not moved, so that a page is served from memory. @default the database is asked */
  watch?: LogWatch
  /** Changes with the registry of sites. @default the database is asked */
  registryVersion?: () => number
  /** Bytes of items and of whole pages that are kept. @default 64 MiB each */
  memory?: { items: number; pages: number }
}

/** A quick answer, or undefined when the request has to go the long way. */
export type QuickFeed = (
  request: IncomingMessage,
) =>
  ((response: ServerResponse, headers: OutgoingHttpHeaders, slow: () => void) => void) | undefined

/**
 * `GET /feeds/:site`: a site's release log by cursor, oldest first, for component sites. A withdrawal stays in it for
 * ever, with its reason; the text of a version that was replaced or withdrawn does not.
 *
 * @returns a router; its `answerQuickly` answers the same without a framework
 * @example app.use(createFeeds({ pool, publicUrl: env.publicUrl, collections: governed.map((one) => one.slug) }))
 */
export const createFeeds = (options: FeedOptions): Router & { answerQuickly: QuickFeed } => {
  const { pool, publicUrl, collections, scopeOf } = options
  const { memory = { items: 64 * MEBIBYTE, pages: 64 * MEBIBYTE } } = options
  const heads = createHeadWatch(pool)
  const terms = { publicUrl, license: options.license ?? null, folders: options.folders }
  const pages = createFeedPages({
    pool,
    publicUrl,
    itemsOf: createItemMemory({ pool, terms, maxBytes: memory.items }),
    watch: options.watch,
    registryVersion: options.registryVersion,
    maxBytes: memory.pages,
  })

  const ask = async (site: string, query: FeedQuery, request: IncomingMessage) => {
    if (query.subscription === null) {
      const categories = await findCategories(pool, query.categories)
      return { site, query, scope: { ...query, categories } }
    }
    if (!scopeOf) throw refuse('unknown_subscription')
    const subscription = await scopeOf(query.subscription, request)
    if (subscription.log !== site) throw refuse('unknown_subscription')
    return { site, query, scope: { ...subscription, locales: null }, subscription }
  }

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    given: { site: string; search: URLSearchParams; headers?: OutgoingHttpHeaders },
  ): Promise<void> => {
    demandSiteCode(given.site)
    const query = parseFeedQuery(given.search, collections)
    const asked = await ask(given.site, query, request)
    let page = await pages.get(asked)
    if (page.isEmpty && query.waitSeconds > 0) {
      const left = new AbortController()
      response.once('close', () => left.abort())
      await heads.newer(given.site, page.head, query.waitSeconds, left.signal)
      if (left.signal.aborted) return
      page = await pages.getFresh(asked)
    }
    await sendPacked(request, response, page, {
      isPrivate: query.subscription !== null,
      ...(given.headers ? { headers: given.headers } : {}),
    })
  }

  const router = express.Router()
  router.get('/feeds/:site', (req, res) =>
    answer(req, res, {
      site: req.params.site,
      search: new URL(req.originalUrl, 'http://hub').searchParams,
    }),
  )
  router.all('/feeds/:site', (_req, res) => {
    res.set('allow', 'GET, HEAD')
    throw refuse('method_not_allowed')
  })
  const answerQuickly: QuickFeed = (request) => {
    const found = /^\/feeds\/([a-z0-9-]{1,64})(?:\?([\w=&,%-]*))?$/.exec(request.url ?? '')
    // Who waits or shows a key goes the long way.
    if (!found || request.headers.authorization !== undefined) return undefined
    if (/\b(?:wait|subscription)=/.test(found[2] ?? '')) return undefined
    const site = found[1] ?? ''
    const search = new URLSearchParams(found[2] ?? '')
    return (response, headers, slow) => {
      answer(request, response, { site, search, headers }).catch(() => {
        if (response.headersSent) response.destroy()
        else slow() // which meets the same fault and tells of it
      })
    }
  }
  return Object.assign(router, { answerQuickly })
}
