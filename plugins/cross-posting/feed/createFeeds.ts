import { createHash } from 'node:crypto'
import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import { createHeadWatch } from './createHeadWatch.ts'
import { parseFeedQuery } from './parseFeedQuery.ts'
import { readFeedPage } from './readFeedPage.ts'
import { refuse } from './refuse.ts'
import type { FeedSite } from './toFeedItem.ts'
import { toFeedItem } from './toFeedItem.ts'

/**
 * `GET /feeds/:site`: a site's release log by cursor, oldest first, for component sites. A withdrawal stays in it for
 * ever, with its reason; the text of a version that was replaced or withdrawn does not.
 *
 * @param options.publicUrl the hub's own address, without a slash at its end
 * @param options.collections the governed collections
 * @example app.use(createFeeds({ pool, publicUrl: env.publicUrl, collections: governed.map((one) => one.slug) }))
 */
export const createFeeds = (options: {
  pool: Pool
  publicUrl: string
  collections: readonly string[]
}): Router => {
  const { pool, publicUrl, collections } = options
  const heads = createHeadWatch(pool)
  const router = express.Router()
  router.get('/feeds/:site', async (req, res) => {
    const query = parseFeedQuery(new URL(req.originalUrl, 'http://hub').searchParams, collections)
    const site = await findSite(pool, req.params.site, publicUrl)
    let page = await readFeedPage(pool, site.code, query)
    if (query.after > page.head) throw refuse('cursor_ahead')
    if (page.rows.length === 0 && query.waitSeconds > 0) {
      const left = new AbortController()
      res.once('close', () => left.abort())
      await heads.newer(site.code, page.head, query.waitSeconds, left.signal)
      if (left.signal.aborted) return
      page = await readFeedPage(pool, site.code, query)
    }
    const isComplete = page.rows.length < query.limit
    const body = JSON.stringify({
      version: 1,
      site: site.code,
      after: query.after,
      // A filtered reader goes on behind what it does not want, so that it never walks it again.
      next: isComplete ? page.head : (page.rows.at(-1)?.seq ?? query.after),
      isComplete,
      items: page.rows.map((row) => toFeedItem(row, site, query.locale)),
    })
    const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`
    res.set({ etag, 'cache-control': 'public, no-cache' })
    // Not `req.fresh`: fetch sends `cache-control: no-cache` along with If-None-Match, which that takes for a refusal.
    if ((req.headers['if-none-match'] ?? '').includes(etag)) res.status(304).end()
    else res.type('application/json').send(body)
  })
  router.all('/feeds/:site', (_req, res) => {
    res.set('allow', 'GET, HEAD')
    throw refuse('method_not_allowed')
  })
  return router
}

/** The log of what all sites share is read like a site. */
const findSite = async (pool: Pool, code: string, publicUrl: string): Promise<FeedSite> => {
  if (code === 'common') return { code, name: null, address: publicUrl }
  if (!/^[a-z0-9-]{1,64}$/.test(code)) throw refuse('unknown_site')
  const { rows } = await pool.query<{
    name: string | null
    host: string | null
    path: string | null
  }>(
    `select l.name, s.host, s.path from public.sites s
     left join public.sites_locales l on l._parent_id = s.id and l._locale = 'vi'
     where s.code = $1 and s.is_active`,
    [code],
  )
  const site = rows[0]
  if (!site) throw refuse('unknown_site')
  const base = site.host ? `${new URL(publicUrl).protocol}//${site.host}` : publicUrl
  return { code, name: site.name, address: `${base}${(site.path ?? '').replace(/\/$/, '')}` }
}
