import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createPublicReader,
  createReleaseCache,
  createSequenceWatch,
  excerptMarks,
} from '#plugins/release-log/read.ts'
import type { PublicReader, SequenceWatch } from '#plugins/release-log/read.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'

let app: BootedPayload
let room: Newsroom
let pool: pg.Pool
let reader: PublicReader
let watch: SequenceWatch
let bridge: number

beforeAll(async () => {
  app = await bootPayload()
  room = await openNewsroom(app.payload)
  pool = new pg.Pool({ connectionString: app.appUrl })
  pool.on('error', () => undefined)
  reader = createPublicReader({ pool })
  watch = createSequenceWatch({ connectionString: app.appUrl, pool })
  await watch.ready
  bridge = await room.draft('Cầu Đuống thông xe')
  await room.publish('articles', bridge)
  await room.publish('articles', await room.draft('Chợ hoa xuân'))
})
afterAll(async () => {
  await watch.stop()
  await pool.end()
  await app.stop()
})

test('an item is found by its address and by its id, and a draft by neither', async () => {
  const draft = await room.draft('Chưa duyệt')
  const at = { log: 'ha-noi', collection: 'articles', locale: 'vi' }
  expect(await reader.item({ ...at, slug: 'cau-duong-thong-xe' })).toMatchObject({ id: bridge })
  expect(await reader.item({ ...at, id: bridge })).toMatchObject({ title: 'Cầu Đuống thông xe' })
  expect(await reader.item({ ...at, slug: 'chua-duyet' })).toBeNull()
  expect(await reader.item({ ...at, id: draft })).toBeNull()
  expect(await reader.item({ ...at, id: bridge, locale: 'en' })).toBeNull()
  const inVietnamese = await reader.item({ ...at, id: bridge, locale: 'en', fallbackLocale: 'vi' })
  expect(inVietnamese?.locale).toBe('vi')
})

test('a list counts by site and section, and a withdrawal leaves it', async () => {
  const query = { log: 'ha-noi', collection: 'articles', locale: 'vi', limit: 10, withTotal: true }
  const before = await reader.list(query)
  const id = await room.draft('Tin sẽ gỡ')
  await room.publish('articles', id)
  expect((await reader.list(query)).total).toBe((before.total ?? 0) + 1)
  await room.withdraw('articles', id)
  const after = await reader.list({ ...query, categoryId: room.category })
  expect(after).toMatchObject({ total: before.total })
  expect(await reader.tombstone({ log: 'ha-noi', collection: 'articles', id })).toMatchObject({
    title: 'Tin sẽ gỡ',
    reasonCode: 'wrong',
  })
})

test('search finds words with their marks first, and without marks as well', async () => {
  const exact = await reader.search({ q: 'Cầu Đuống', locale: 'vi', limit: 5 })
  expect(exact.items.map((one) => one.id)).toEqual([bridge])
  expect(exact.items[0]?.excerpt).toContain(excerptMarks.open)
  const folded = await reader.search({ q: 'cau duong', locale: 'vi', limit: 5 })
  expect(folded.items.map((one) => one.id)).toContain(bridge)
  expect(await reader.search({ q: `"'; drop table x --`, locale: 'vi', limit: 5 })).toMatchObject({
    items: [],
  })
})

test('an answer in memory holds until its log moves, and the releasing process knows at once', async () => {
  const cache = createReleaseCache({ watch, maxBytes: 1_000_000 })
  let fills = 0
  const get = () =>
    cache.get({
      logs: ['ha-noi', 'common'],
      key: 'list',
      fill: async () => {
        fills += 1
        const { items } = await reader.list({ collection: 'articles', locale: 'vi', limit: 5 })
        return { body: JSON.stringify(items), contentType: 'application/json', status: 200 }
      },
    })
  const first = await get()
  const [a, b] = await Promise.all([get(), get()])
  expect([fills, a?.etag, b?.etag]).toEqual([1, first.etag, first.etag])
  await room.publish('articles', await room.draft('Tin mới nhất'))
  const next = await get()
  expect(next.etag).not.toBe(first.etag)
  expect(next.body.toString()).toContain('Tin mới nhất')
  const shared = await Promise.all([get(), get(), get()])
  expect([fills, shared.length]).toEqual([2, 3])
})

test('a watch whose connection was ended hears again and is never trusted longer than its window', async () => {
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coloa watch' and datname = current_database()`,
  )
  const other = new pg.Client({ connectionString: app.ownerUrl })
  await other.connect()
  await other.query(`update release.site_sequences set seq = seq + 1000 where log = 'ha-noi'`)
  await other.end()
  const fresh = (await reader.sequences()).get('ha-noi')
  await expect
    .poll(() => watch.version(['ha-noi']), { timeout: 4000 })
    .toEqual({ key: String(fresh), isTrusted: true })
})
