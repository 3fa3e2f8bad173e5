import type { RequestListener } from 'node:http'
import pg from 'pg'
import { governed } from '#config/governed.ts'
import { createPublicReader } from '#plugins/release-log/read.ts'
import { compilePlan } from '#plugins/release-log/read/rest/compilePlan.ts'
import { parseQuery } from '#plugins/release-log/read/rest/parseQuery.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }

const openPool = () => new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })

const planOf = (query: string, id?: number) => {
  const articles = governed.find((one) => one.slug === 'articles')
  if (!articles) throw new Error('bench: articles are not governed')
  const of = id === undefined ? {} : { id }
  return compilePlan({ governed: articles, query: parseQuery(query), locales: ['vi', 'en'], ...of })
}

/** The statement our list asks, prepared, on a server that does nothing else. */
export const bareList = async (query: string): Promise<RequestListener> => {
  const pool = openPool()
  const { text, values } = planOf(query)
  return (_req, res) => {
    void pool.query<{ docs: string }>({ name: 'list', text, values }).then(({ rows }) => {
      res.writeHead(200, json).end(`{"docs":[${rows[0]?.docs}]}`)
    })
  }
}

/** Likewise the item whose id ends the path. */
export const bareItem = async (query: string): Promise<RequestListener> => {
  const pool = openPool()
  const plan = planOf(query, 1)
  return (req, res) => {
    const values = [...plan.values]
    values[plan.idAt] = Number(/(\d+)(?:\?|$)/.exec(req.url ?? '')?.[1])
    void pool
      .query<{ docs: string }>({ name: 'item', text: plan.text, values })
      .then(({ rows }) => {
        res.writeHead(200, json).end(rows[0]?.docs)
      })
  }
}

/** The search's statement and nothing around it. */
export const bareSearch = async (): Promise<RequestListener> => {
  const reader = createPublicReader({ pool: openPool() })
  return (req, res) => {
    const q = new URL(req.url ?? '', 'http://localhost').searchParams.get('q') ?? ''
    void reader.search({ q, locale: 'vi', limit: 10 }).then((found) => {
      res.writeHead(200, json).end(JSON.stringify(found))
    })
  }
}

/** The same bytes each time, and 304 to whoever has them. */
export const constant = async (size: string): Promise<RequestListener> => {
  const body = 'x'.repeat(Number(size))
  const headers = { ...json, 'content-length': body.length, etag: '"1"' }
  return (req, res) => {
    if (req.headers['if-none-match'] === undefined) res.writeHead(200, headers).end(body)
    else res.writeHead(304, { etag: '"1"' }).end()
  }
}
