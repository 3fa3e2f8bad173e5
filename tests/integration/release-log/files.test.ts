import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freezeSubmission } from '#plugins/release-log/index.ts'
import { servePortal } from '#tests/integration/portal/servePortal.ts'
import type { ServedPortal } from '#tests/integration/portal/servePortal.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, paragraph, password } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let room: Newsroom
let portal: ServedPortal
let pool: Pool

beforeAll(async () => {
  app = await bootPayload()
  room = await openNewsroom(app.payload)
  portal = await servePortal(app)
  pool = openPool(app.appUrl, 1)
})
afterAll(async () => {
  await portal?.stop()
  await pool?.end()
  await app?.stop()
})

/** An article with a picture, as it was submitted, and where its frozen picture lies. */
const submitted = async (title: string, cover: number, more: Record<string, unknown> = {}) => {
  const id = await room.draft(title, { cover: cover, ...more })
  return { id, url: await pictureOf(id) }
}
const pictureOf = async (id: number) => {
  const req = await room.request()
  const { body } = await freezeSubmission({ req, collection: 'articles', id })
  const { locales } = JSON.parse(body) as { locales: { vi: { cover?: { url: string } } } }
  return locales.vi.cover?.url ?? ''
}
const change = (id: number, data: Record<string, unknown>) =>
  app.payload.update({
    collection: 'articles',
    id,
    data: data as never,
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
const statusOf = async (url: string, headers?: Record<string, string>) =>
  (await portal.get(url, headers)).status

test('a picture is public when its article is, and not while it waits', async () => {
  const { id, url } = await submitted('Khánh thành cầu', await room.picture('#102030'))
  await readFile(path.join(app.mediaDir, url)) // it lies there from the submission on
  expect(await statusOf(url)).toBe(404)
  await room.publish('articles', id)
  const { status, headers } = await portal.get(url)
  expect([status, headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, s-maxage=300, immutable',
  ])
})

test('staff see a picture that is not public; an account without a role, and who is signed out, do not', async () => {
  const { url } = await submitted('Bản nháp', await room.picture('#203040'))
  const tokenOf = async (email: string) =>
    (await app.payload.login({ collection: 'users', data: { email, password } })).token
  await app.payload.create({
    collection: 'users',
    data: { email: 'guest@coloa.example', password, fullName: 'Khách', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  const cookie = `payload-token=${await tokenOf(room.head.email)}`
  const { status, headers } = await portal.get(url, { cookie })
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
  const guest = `payload-token=${await tokenOf('guest@coloa.example')}`
  expect(await statusOf(url, { cookie: guest })).toBe(404)
  await app.payload.update({
    collection: 'users',
    id: room.head.id,
    data: { sessions: [] } as never, // as signing out leaves it
    overrideAccess: true,
  })
  expect(await statusOf(url, { cookie })).toBe(404)
})

test('withdrawn, it is gone at once for everybody, unless another public article shows it too; back, it is back', async () => {
  const cover = await room.picture('#304050')
  const first = await submitted('Bài một', cover)
  const second = await submitted('Bài hai', cover)
  expect(second.url).toBe(first.url)
  await room.publish('articles', first.id)
  await room.publish('articles', second.id)
  expect(await statusOf(first.url)).toBe(200)
  await room.withdraw('articles', first.id)
  expect(await statusOf(first.url)).toBe(200)
  await room.withdraw('articles', second.id)
  expect(await statusOf(first.url)).toBe(404)
  await room.publish('articles', first.id)
  expect(await statusOf(first.url)).toBe(200)
})

test('replaced by an update, the old picture is not public any more', async () => {
  const { id, url } = await submitted('Thay ảnh', await room.picture('#405060'))
  await room.publish('articles', id)
  expect(await statusOf(url)).toBe(200)
  await change(id, { cover: await room.picture('#506070') })
  const next = await pictureOf(id)
  expect([await statusOf(url), await statusOf(next)]).toEqual([200, 404])
  await room.publish('articles', id, 'update')
  expect([await statusOf(url), await statusOf(next)]).toEqual([404, 200])
})

test('an address alone opens nothing: a file is shown by what says its hash too', async () => {
  const body = {
    picture: {
      url: '/released/a.jpg',
      sha256: 'a',
      sizes: { card: { url: '/released/b.jpg', sha256: 'b' } },
    },
    gallery: [
      { file: { url: '/released/a.jpg', sha256: 'a' } },
      { url: 'https://x.example/released/c.jpg', sha256: 'c' },
    ],
    text: { root: { children: [{ type: 'link', fields: { url: '/released/d.jpg' } }] } },
    lie: { url: '/released/e.jpg', sha256: 'x' },
  }
  const { rows } = await pool.query<{ names: string[] }>('select release.file_names($1) as names', [
    JSON.stringify(body),
  ])
  expect(rows[0]?.names).toEqual(['a.jpg', 'b.jpg'])
})

test('what an editor hides in a text, beside its words, shows no file', async () => {
  const { url } = await submitted('Ảnh kín', await room.picture('#607080'))
  const [, sha256] = /([0-9a-f]{64})/.exec(url) ?? []
  const { root } = paragraph('Xin chào.')
  const body = {
    root: { ...root, children: root.children.map((one) => ({ ...one, url, sha256 })) },
  }
  const id = await room.draft('Bài thường', { body })
  await room.publish('articles', id)
  expect(await statusOf(url)).toBe(404)
})
