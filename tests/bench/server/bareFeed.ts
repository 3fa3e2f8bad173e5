import type { RequestListener } from 'node:http'
import pg from 'pg'
import { readFeedOutline } from '#plugins/cross-posting/feed/readFeedPage.ts'
import { readFeedRows } from '#plugins/cross-posting/feed/readFeedRows.ts'

const everything = { collections: null, categories: null, kinds: null, locales: null }

/**
 * The statements our feed asks, prepared, on a server that does nothing else: the rows as JSON, without attribution, media,
 * tag, filters or limits.
 */
export const bareFeed = (): Promise<RequestListener> => {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
  const page = async (address: string) => {
    const url = new URL(address, 'http://localhost')
    const log = url.pathname.split('/')[2] ?? ''
    const after = Number(url.searchParams.get('after'))
    const limit = Number(url.searchParams.get('limit'))
    const { head, marks } = await readFeedOutline(pool, log, { ...everything, after, limit })
    const items = await readFeedRows(
      pool,
      log,
      marks.map((mark) => mark.seq),
    )
    return JSON.stringify({ head, items })
  }
  return Promise.resolve((req, res) => {
    void page(req.url ?? '').then((body) => {
      res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
    })
  })
}
