import { createHash } from 'node:crypto'
import express from 'express'
import type { Response, Router } from 'express'
import { generateAtomFeed } from 'feedsmith'
import type { Pool } from 'pg'
import { xmlSafe } from '#domain/text/xmlText.ts'
import type { CapDocuments } from './createCapDocuments.ts'
import { isAddition } from '../../isAddition.ts'
import { CAP_TYPE } from './writeCap.ts'

type Shown = {
  id: string
  number: string
  title: string
  issuer: string
  kind: string
  snapshot: string
  createdAt: Date
}

/** How long what was read answers others. */
const FRESH_MS = 1000
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * `GET /cap/atom.xml`: the emergencies and exercises in force, newest first, each by its CAP 1.2 document
 * `/cap/<dispatch>.xml`. What was replaced is not listed; a cancellation is, as long as what it cancels would have held.
 * Readers come back with `If-None-Match`.
 */
export const createCapFeed = (options: {
  pool: Pick<Pool, 'query'>
  publicUrl: string
  documents: CapDocuments
}): Router => {
  const { pool, publicUrl, documents } = options
  let kept: { at: number; text: Promise<string> } | undefined
  const feed = (): Promise<string> => {
    if (!kept || Date.now() - kept.at > FRESH_MS) {
      kept = { at: Date.now(), text: readInForce(pool).then((rows) => atomOf(publicUrl, rows)) }
      kept.text.catch(() => (kept = undefined))
    }
    return kept.text
  }
  const router = express.Router()
  router.get('/cap/atom.xml', async (req, res) => {
    send(req.headers['if-none-match'], res, 'application/atom+xml', await feed())
  })
  router.get('/cap/:file', async (req, res, next) => {
    const id = req.params.file.replace(/\.xml$/, '')
    const row = UUID.test(id) ? await readOne(pool, id) : undefined
    if (!row) return next()
    return send(req.headers['if-none-match'], res, CAP_TYPE, await documents(row))
  })
  return router
}

const send = (asked: string | undefined, res: Response, type: string, text: string): void => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  res.set({
    etag: `W/${etag}`,
    'cache-control': 'public, max-age=0, must-revalidate',
    'access-control-allow-origin': '*',
  })
  if (asked?.includes(etag)) res.status(304).end()
  else res.type(`${type}; charset=utf-8`).send(text)
}

/**
 * What is given at once has a chain by its bulletin, and is for everybody, whatever it is sent to: an area, groups or single
 * devices. An addition is for some, and what cancels nothing tells nobody anything.
 */
const PUBLIC = `d.chain like 'bulletin/%' and not ${isAddition('d')}
  and (d.kind <> 'cancel' or exists (select from dispatch.dispatches e
    where e.chain = d.chain and e.number < d.number and e.kind <> 'cancel'))`
const COLUMNS = `d.id, d.number::text, d.title, d.issuer, d.kind, d.snapshot, d.created_at as "createdAt"`

const readInForce = async (pool: Pick<Pool, 'query'>): Promise<Shown[]> => {
  const { rows } = await pool.query<Shown>(
    `select ${COLUMNS} from dispatch.dispatches d
     where ${PUBLIC}
       and coalesce(d.expires_at, (select max(e.expires_at) from dispatch.dispatches e where e.chain = d.chain),
         d.created_at + interval '7 days') > now()
       and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number and not ${isAddition('n')})
     order by d.number desc limit 200`,
  )
  return rows
}

const readOne = async (pool: Pick<Pool, 'query'>, id: string): Promise<Shown | undefined> => {
  const { rows } = await pool.query<Shown>(
    `select ${COLUMNS} from dispatch.dispatches d where d.id = $1 and ${PUBLIC}`,
    [id],
  )
  return rows[0]
}

const atomOf = (publicUrl: string, rows: readonly Shown[]): string => {
  const self = `${publicUrl}/cap/atom.xml`
  return generateAtomFeed({
    id: self,
    title: { value: 'Cảnh báo khẩn cấp đang có hiệu lực' },
    updated: rows[0]?.createdAt ?? new Date(0),
    authors: [{ name: new URL(publicUrl).hostname, uri: publicUrl }],
    generator: { text: 'Coloa' },
    links: [{ rel: 'self', href: self, type: 'application/atom+xml' }],
    entries: rows.map((row) => ({
      id: `urn:uuid:${row.id}`,
      title: { value: xmlSafe(row.title) },
      updated: row.createdAt,
      authors: [{ name: xmlSafe(row.issuer) }],
      categories: [{ term: row.kind, scheme: 'kind' }],
      links: [{ rel: 'alternate', href: `${publicUrl}/cap/${row.id}.xml`, type: CAP_TYPE }],
    })),
    xml: { lang: 'vi' },
  })
}
