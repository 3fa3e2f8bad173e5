import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { PayloadSDK } from '@payloadcms/sdk'
import pg from 'pg'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { governed } from '#config/governed.ts'
import {
  createPublicReader,
  createPublicRest,
  createSequenceWatch,
} from '#plugins/release-log/read.ts'
import type { SequenceWatch } from '#plugins/release-log/read.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'

let app: BootedPayload
let room: Newsroom
let pool: pg.Pool
let watch: SequenceWatch
let server: http.Server
let sdk: PayloadSDK
const ids: number[] = []

beforeAll(async () => {
  app = await bootPayload()
  room = await openNewsroom(app.payload)
  pool = new pg.Pool({ connectionString: app.appUrl })
  pool.on('error', () => undefined)
  watch = createSequenceWatch({ connectionString: app.appUrl, pool })
  await watch.ready
  for (const title of ['Một', 'Hai', 'Ba']) {
    const id = await room.draft(title)
    await room.publish('articles', id)
    ids.push(id)
  }
  await room.draft('Chưa duyệt')
  const rest = createPublicRest({ reader: createPublicReader({ pool }), governed, watch })
  server = http.createServer((req, res) => {
    if (!rest(req, res)) res.writeHead(418).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  sdk = new PayloadSDK({ baseURL: `http://127.0.0.1:${port}/api` })
})
afterAll(async () => {
  server.close()
  await watch.stop()
  await pool.end()
  await app.stop()
})

test('the SDK reads a list in the shape of Payload, pages and all', async () => {
  const page = await sdk.find({
    collection: 'articles',
    limit: 2,
    page: 2,
    sort: 'createdAt',
    depth: 0,
  })
  expect(page).toMatchObject({
    totalDocs: 3,
    totalPages: 2,
    page: 2,
    limit: 2,
    hasPrevPage: true,
    hasNextPage: false,
    prevPage: 1,
    nextPage: null,
    pagingCounter: 3,
  })
  expect(page.docs).toMatchObject([
    { id: ids[2], title: 'Ba', _status: 'published', category: room.category },
  ])
})

test('the SDK filters, selects and reads one document with its section', async () => {
  const { docs } = await sdk.find({
    collection: 'articles',
    where: {
      or: [
        { slug: { equals: 'mot' } },
        { and: [{ title: { in: ['Hai'] } }, { site: { equals: room.site.id } }] },
      ],
    },
    select: { title: true },
    sort: 'title',
  })
  expect(docs).toEqual([
    { id: ids[1], title: 'Hai' },
    { id: ids[0], title: 'Một' },
  ])
  const one = await sdk.findByID({ collection: 'articles', id: ids[0] ?? 0, depth: 1 })
  expect(one).toMatchObject({
    id: ids[0],
    category: { id: room.category, title: 'Tin tức ha-noi' },
  })
  const bySite = await sdk.find({
    collection: 'articles',
    where: { 'site.code': { equals: 'ha-noi' }, 'category.slug': { equals: 'tin-tuc-ha-noi' } },
  })
  expect(bySite.totalDocs).toBe(3)
})

test('the other language falls back as a whole, or not at all when asked so', async () => {
  expect((await sdk.find({ collection: 'articles', locale: 'en' })).totalDocs).toBe(3)
  const { body } = await supertest(server).get('/api/articles?locale=en&fallback-locale=none')
  expect(body).toMatchObject({ totalDocs: 0, docs: [] })
})

test('an unchanged log answers 304, and a release changes the ETag', async () => {
  const first = await supertest(server).get('/api/articles?limit=1')
  const etag = first.headers.etag ?? ''
  expect(
    (await supertest(server).get('/api/articles?limit=1').set('if-none-match', etag)).status,
  ).toBe(304)
  await room.publish('articles', await room.draft('Bốn'))
  const next = await supertest(server).get('/api/articles?limit=1').set('if-none-match', etag)
  expect([next.status, next.body.docs[0].title]).toEqual([200, 'Bốn'])
})

test('HEAD answers as GET without a body, a draft is not found', async () => {
  const head = await supertest(server).head('/api/articles')
  expect([head.status, head.text]).toEqual([200, undefined])
  expect((await supertest(server).get('/api/articles/999999999999')).body).toMatchObject({
    errors: [{ code: 'not_found' }],
  })
})

test.each([
  'limit=0',
  'limit=101',
  'limit=x',
  'page=-1',
  'depth=9',
  'draft=true',
  'sort=body',
  'locale=fr',
  'where=x',
  'where[title]=x',
  'where[title][equals][a]=x',
  'where[title][like]=x',
  'where[password][equals]=x',
  'where[id][equals]=1;drop table x',
  'where[__proto__][equals]=x',
  'where[createdAt][greater_than]=yesterday',
  'where[title][equals]=%ff',
  'where[title][equals]=%00',
  'select=title',
  'select[title]=maybe',
  'nonsense=1',
])('a question outside the subset is a clear 400: %s', async (query) => {
  const { status, body } = await supertest(server).get(`/api/articles?${query}`)
  expect([status, body.errors[0].code]).toEqual([400, 'unsupported_query'])
  expect(body.errors[0].message.length).toBeGreaterThan(10)
})

test('a value of 10,000 characters is a clear 400', async () => {
  const long = await supertest(server).get(
    `/api/articles?where[slug][equals]=${'a'.repeat(10_000)}`,
  )
  expect([long.status, long.body.errors[0].code]).toEqual([400, 'unsupported_query'])
})

test('search answers with excerpts that are safe to show', async () => {
  const id = await room.draft('Bẫy', { lead: '<img src=x onerror=alert(1)> bẫy chuột' })
  await room.publish('articles', id)
  const { body } = await supertest(server).get('/api/search').query({ q: 'chuột' })
  expect(body.docs[0].excerpt.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/)
  expect(body.docs[0].excerpt).toContain('<mark>')
  expect((await supertest(server).get('/api/search')).status).toBe(400)
})

test('staff and writes are left to Payload', async () => {
  const asStaff = await supertest(server).get('/api/articles').set('cookie', 'payload-token=x')
  const written = await supertest(server).post('/api/articles').send({})
  expect([asStaff.status, written.status]).toEqual([418, 418])
})
