import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import type { SubscriptionScope } from '#plugins/cross-posting/server.ts'
import { createSequenceWatch } from '#plugins/release-log/read.ts'
import { answerFaults } from '#src/server/refusals.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import type { TestDatabase } from '#tests/support/createTestDatabase.ts'
import { importTexts } from '#tests/support/importTexts.ts'
import { openPool } from '#tests/support/openPool.ts'
import { openSites } from '#tests/support/openSites.ts'
import { pageThrough } from '#tests/support/pageThrough.ts'
import { startReleasers } from '#tests/support/startReleasers.ts'
import { ask } from '../portal/servePortal.ts'

type Item = Record<string, unknown> & { seq: number; kind: string; body: string | null }
type Page = { next: number; isComplete: boolean; items: Item[] }

const PUBLIC_URL = 'https://ha-noi.example'
const picture = {
  url: '/released/ab.jpg',
  sha256: 'ab'.repeat(32),
  mimeType: 'image/jpeg',
  filesize: 99,
}

const subscription: SubscriptionScope = {
  site: 'phuong-a',
  log: 'ha-noi',
  collections: ['articles'],
  categories: [2],
  kinds: null,
  version: '1',
  disposition: ({ contentKind }) => (contentKind === 'policyLaw' ? 'propose' : 'publish'),
}

let database: TestDatabase
let pool: Pool
let watch: ReturnType<typeof createSequenceWatch>
const servers: http.Server[] = []
let hubs: string[]

/** A web process's feeds, quick way first as in the real server. */
const serve = async (): Promise<string> => {
  const feeds = createFeeds({
    pool,
    publicUrl: PUBLIC_URL,
    collections: ['articles', 'documents'],
    license: 'https://license.example/',
    watch,
    registryVersion: () => 1,
    scopeOf: async () => subscription,
  })
  const app = express()
  app.use(feeds, answerFaults(pino({ level: 'silent' })))
  const server = http.createServer((request, response) => {
    const quick = feeds.answerQuickly(request)
    if (quick) quick(response, { 'x-way': 'quick' }, () => app(request, response))
    else app(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool(database.appUrl, 8)
  await openSites(database.ownerUrl, [{ code: 'ha-noi', name: 'Hà Nội', kind: 'city' }])
  watch = createSequenceWatch({ connectionString: database.appUrl, pool })
  await watch.ready
  hubs = [await serve(), await serve()]
  const text = (
    fields: (index: number) => Record<string, unknown>,
    firstId: number,
    count: number,
  ) => importTexts({ ownerUrl: database.ownerUrl, log: 'ha-noi', firstId, count, fields })
  // 1–10: sections 1 and 2 by turns; 11: the first of section 2 moves to section 1; 12: a copy from elsewhere.
  await text(
    (index) => ({ category: 1 + (index % 2), contentKind: index > 5 ? 'policyLaw' : 'newsEvent' }),
    1,
    10,
  )
  await text(() => ({ category: 1, contentKind: 'newsEvent', cover: picture }), 2, 1)
  const origin = {
    site: 'so-y-te',
    siteName: 'Sở Y tế',
    url: 'https://y-te.example/tin/a',
    publishedAt: '2026-01-02T03:04:05.000Z',
    hops: ['so-y-te'],
  }
  await text(() => ({ category: 3, contentKind: 'newsEvent', author: 'Lê Thị Thử', origin }), 77, 1)
})
afterAll(async () => {
  for (const server of servers) server.closeAllConnections()
  await watch?.stop()
  await pool?.end()
  await database?.drop()
})

const read = async (query: string): Promise<Page> =>
  (await (await fetch(`${hubs[0]}/feeds/ha-noi?${query}`)).json()) as Page

test('a filtered reader hears of what is in its part, and of what left it as of a withdrawal', async () => {
  const { items, next } = await read('categories=2')
  expect(items.map(({ seq, kind, isSuperseded }) => [seq, kind, isSuperseded])).toEqual([
    [2, 'publish', true],
    [4, 'publish', false],
    [6, 'publish', false],
    [8, 'publish', false],
    [10, 'publish', false],
    [11, 'withdraw', false],
  ])
  expect(items.at(-1)).toMatchObject({
    reasonCode: 'left_scope',
    body: null,
    sha256: null,
    redirectTo: `${PUBLIC_URL}/tin/tin-so-2`,
  })
  expect(next).toBe(12)
})

test('filters by kind and by language of the text narrow further', async () => {
  const seqs = async (query: string) => (await read(query)).items.map((one) => one.seq)
  expect(await seqs('categories=1,2&kinds=policyLaw')).toEqual([7, 8, 9, 10])
  expect(await seqs('locales=en')).toEqual([])
  expect(await seqs('locales=vi&limit=3&after=9')).toEqual([10, 11, 12])
  expect(await seqs('collections=documents')).toEqual([])
})

test('an item carries address, licence, attribution, origin, hops and files that can be checked', async () => {
  const { items } = await read('after=10')
  expect(items[0]).toMatchObject({
    media: [{ url: `${PUBLIC_URL}/released/ab.jpg`, type: 'image/jpeg', length: 99 }],
    license: 'https://license.example/',
    hops: ['ha-noi'],
    origin: null,
    canonicalUrl: `${PUBLIC_URL}/tin/tin-so-2`,
  })
  expect(items[1]).toMatchObject({
    canonicalUrl: 'https://y-te.example/tin/a',
    url: `${PUBLIC_URL}/tin/tin-so-77`,
    attribution: {
      author: 'Lê Thị Thử',
      sourceAgency: 'Sở Y tế',
      site: 'so-y-te',
      firstPublishedAt: '2026-01-02T03:04:05.000Z',
    },
    hops: ['so-y-te', 'ha-noi'],
  })
  for (const { body, sha256 } of items) {
    expect(
      createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    ).toBe(sha256)
  }
})

test('a subscription gives the part its consent covers, and says what may be done with each item', async () => {
  const answer = await fetch(`${hubs[0]}/feeds/ha-noi?subscription=one`)
  const { items } = (await answer.json()) as Page
  expect(items.map(({ seq, disposition }) => [seq, disposition])).toEqual([
    [2, 'publish'],
    [4, 'publish'],
    [6, 'publish'],
    [8, 'propose'],
    [10, 'propose'],
    [11, 'withdraw'],
  ])
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  const both = await fetch(`${hubs[0]}/feeds/ha-noi?subscription=one&kinds=other`)
  expect(both.status).toBe(400)
})

test('brotli, gzip and plain are the same page under one weak tag, and 304 comes until it changes', async () => {
  const port = Number(new URL(hubs[0] ?? '').port)
  const get = (headers: Record<string, string>) =>
    new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((done) => {
      http.get({ host: '127.0.0.1', port, path: '/feeds/ha-noi?limit=5', headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done({ headers: response.headers, body: Buffer.concat(chunks) }))
      })
    })
  const plain = await get({ 'accept-encoding': 'br;q=0, identity' })
  const br = await get({ 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await get({ 'accept-encoding': 'gzip;q=0.5, br;q=0.0' })
  expect([plain, br, gzip].map((one) => one.headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip',
  ])
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  const etag = String(plain.headers.etag)
  expect(etag).toMatch(/^W\/"/)
  expect([br.headers.etag, gzip.headers.etag]).toEqual([etag, etag])
  expect(br.headers.vary).toBe('Accept-Encoding')
  const again = {
    port,
    path: '/feeds/ha-noi?limit=5',
    method: 'GET',
    headers: { 'if-none-match': etag },
  }
  expect((await ask(again)).status).toBe(304)
  expect((await ask({ ...again, method: 'HEAD', headers: {} })).text).toBe('')
  // A release behind this page leaves it as it is; one that replaces an item on it does not.
  await importTexts({ ownerUrl: database.ownerUrl, log: 'ha-noi', firstId: 90, count: 1 })
  expect((await ask(again)).status).toBe(304)
  await importTexts({ ownerUrl: database.ownerUrl, log: 'ha-noi', firstId: 3, count: 1 })
  await expect.poll(async () => (await ask(again)).status, { timeout: 3000 }).toBe(200)
})

test('the quick way answers readers, and leaves keys, waiting and refusals to the long one', async () => {
  const way = async (path: string, headers = {}) => {
    const { status, headers: told } = await ask({
      port: Number(new URL(hubs[0] ?? '').port),
      path,
      method: 'GET',
      headers,
    })
    return [status, told['x-way']]
  }
  expect(await way('/feeds/ha-noi?after=1')).toEqual([200, 'quick'])
  expect(await way('/feeds/ha-noi?after=1', { authorization: 'Bearer x' })).toEqual([
    200,
    undefined,
  ])
  expect(await way('/feeds/ha-noi?after=999')).toEqual([409, undefined])
  expect(await way('/feeds/ha-noi.atom')).toEqual([404, undefined])
})

test('ten consumers over two servers miss and repeat nothing while four processes release', async () => {
  const each = 500
  const { ownerUrl } = database
  const { rows } = await pool.query<{ seq: number }>(
    `select coalesce(max(seq), 0)::float8 as seq from release.site_sequences where log = 'ha-noi'`,
  )
  const after = rows[0]?.seq ?? 0
  const releasers = await startReleasers({ processes: 4, log: 'ha-noi', each, ownerUrl })
  releasers.go()
  const until = after + each * 4
  const walks = await Promise.all(
    Array.from({ length: 10 }, (_x, index) =>
      pageThrough({ hubs, site: 'ha-noi', after, until, limit: 20 + index * 45 }),
    ),
  )
  await releasers.isOver
  expect(walks.map(({ items, fault }) => [items, fault])).toEqual(
    walks.map(() => [2000, undefined]),
  )
}, 30_000)
