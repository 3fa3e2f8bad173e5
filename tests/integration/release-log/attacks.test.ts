import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublicReader } from '#plugins/release-log/read.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { serveRest } from '#tests/support/serveRest.ts'

let app: BootedPayload
let room: Newsroom
let pool: pg.Pool
let rest: { url: string; stop: () => void }
let live: number
let pending: number
let picture: number
const tokens: Record<string, string> = {}
const published: Record<string, string> = {}
const drafted: Record<string, string> = {}

const call = (method: string, url: string, token?: string, body?: unknown) =>
  fetch(`${rest.url}${url}`, {
    method,
    headers: {
      ...(token ? { authorization: `JWT ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** Everything a stranger can see: lists, items, search and the bytes of released files. */
const anonymous = async () => {
  const seen: string[] = []
  for (const url of [
    '/api/articles?limit=100',
    `/api/articles/${live}`,
    `/api/articles/${pending}?locale=en&fallback-locale=none`,
    '/api/categories',
    '/api/search?q=duyệt',
  ]) {
    seen.push(await (await call('GET', url)).text())
  }
  const folder = path.join(app.mediaDir, 'released')
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(path.join(folder, name))
    seen.push(`${name} ${createHash('sha256').update(bytes).digest('hex')}`)
  }
  return seen.join('\n')
}

const versionOf = async (id: number, status: 'draft' | 'published') => {
  const { docs } = await app.payload.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] },
    overrideAccess: true,
    limit: 1,
    depth: 0,
  })
  return String(docs[0]?.id)
}

beforeAll(async () => {
  app = await bootPayload()
  const { payload } = app
  await payload.create({
    collection: 'users',
    data: { email: 'admin@coloa.example', password, fullName: 'Quản trị', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  room = await openNewsroom(payload)
  pool = new pg.Pool({ connectionString: app.appUrl })
  pool.on('error', () => undefined)
  const { default: config } = await import('#payload-config')
  rest = await serveRest({ config, reader: createPublicReader({ pool }) })
  picture = await room.picture()
  live = await room.draft('Bài đã duyệt', { cover: picture })
  pending = await room.draft('Bài đã duyệt có bản sửa')
  for (const id of [live, pending]) await room.publish('articles', id)
  await payload.update({
    collection: 'articles',
    id: pending,
    data: { title: 'Bản sửa chưa duyệt' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  published.live = await versionOf(live, 'published')
  drafted.pending = await versionOf(pending, 'draft')
  for (const [who, email] of [
    ['admin', 'admin@coloa.example'],
    ['head', room.head.email],
  ] as const) {
    const answer = await call('POST', '/api/users/login', undefined, { email, password })
    tokens[who] = ((await answer.json()) as { token: string }).token
  }
})
afterAll(async () => {
  rest.stop()
  await pool.end()
  await app.stop()
})

const publish = { _status: 'published' }
const change = { title: 'Chưa ai duyệt câu này' }
const ids = () => `where[id][in]=${live},${pending}`

type Attack = [name: string, method: string, url: () => string, body?: unknown]

const attacks: Attack[] = [
  ['01 publish one', 'PATCH', () => `/api/articles/${pending}`, publish],
  ['02 publish in bulk', 'PATCH', () => `/api/articles?${ids()}`, publish],
  ['03 publish in bulk as a draft', 'PATCH', () => `/api/articles?draft=true&${ids()}`, publish],
  ['04 create published', 'POST', () => '/api/articles', { ...change, ...publish }],
  ['05 duplicate as published', 'POST', () => `/api/articles/${live}/duplicate`, publish],
  ['07 restore a published version', 'POST', () => `/api/articles/versions/${published.live}`],
  [
    '08 restore a draft over the live row',
    'POST',
    () => `/api/articles/versions/${drafted.pending}?draft=false`,
  ],
  ['09 edit in place', 'PATCH', () => `/api/articles/${live}`, change],
  ['10 edit in place in bulk', 'PATCH', () => `/api/articles?where[id][equals]=${live}`, change],
  [
    '11 bulk edit beside a draft',
    'PATCH',
    () => `/api/articles?where[id][equals]=${pending}`,
    change,
  ],
  ['12 edit beside a draft', 'PATCH', () => `/api/articles/${pending}`, change],
  [
    '16 publish one language',
    'PATCH',
    () => `/api/articles/${pending}?publishSpecificLocale=en`,
    publish,
  ],
  [
    '16b publish all languages',
    'PATCH',
    () => `/api/articles/${pending}?draft=true&publishAllLocales=true`,
    change,
  ],
  [
    '21 trash a live document',
    'PATCH',
    () => `/api/articles/${live}`,
    { deletedAt: new Date().toISOString() },
  ],
  [
    '26 autosave as published',
    'PATCH',
    () => `/api/articles/${pending}?draft=true&autosave=true`,
    publish,
  ],
  ['34 unpublish', 'PATCH', () => `/api/articles/${live}`, { _status: 'draft' }],
  ['35 delete', 'DELETE', () => `/api/articles/${live}`],
  ['35b delete in bulk', 'DELETE', () => `/api/articles?${ids()}`],
  ['delete a released section', 'DELETE', () => `/api/categories/${room.category}`],
  ['delete a released file', 'DELETE', () => `/api/media/${picture}`],
  [
    'crop a released file',
    'PATCH',
    () => `/api/media/${picture}?uploadEdits[crop][width]=10`,
    { filename: 'x.jpg' },
  ],
]

describe.each(['head', 'admin'])('as %s', (who) => {
  test.each(attacks)(
    '%s changes nothing a stranger sees and is noted',
    async (_name, method, url, body) => {
      const before = await anonymous()
      const noted = await refusals()
      const answer = await call(method, url(), tokens[who], body)
      const text = await answer.text()
      expect([await anonymous(), text.includes('stack')]).toEqual([before, false])
      expect(answer.status, text).toBeGreaterThanOrEqual(400)
      expect(answer.status, text).toBeLessThan(500)
      expect(await refusals(), text).toBeGreaterThan(noted)
    },
  )
})

test('06 a duplicate of a live document is a draft or nothing', async () => {
  const before = await anonymous()
  await call('POST', `/api/articles/${live}/duplicate`, tokens.head, {})
  expect(await anonymous()).toBe(before)
})

test('drafting goes on: draft save, autosave, draft restore, alternative text', async () => {
  const before = await anonymous()
  const statuses = []
  for (const [method, url, body] of [
    ['PATCH', `/api/articles/${live}?draft=true`, { lead: 'Đang viết' }],
    ['PATCH', `/api/articles/${live}?draft=true&autosave=true`, { lead: 'Đang viết nữa' }],
    ['POST', `/api/articles/versions/${published.live}?draft=true`, undefined],
    ['PATCH', `/api/media/${picture}`, { alt: 'Chợ hoa Hàng Lược' }],
  ] as const) {
    statuses.push((await call(method, url, tokens.head, body)).status)
  }
  expect(statuses).toEqual([200, 200, 200, 200])
  expect(await anonymous()).toBe(before)
})

test('22, 23 the adapter and the Local API are refused by the database', async () => {
  const before = await anonymous()
  const data = { ...change, _status: 'published' as const }
  const { payload } = app
  await expect(payload.db.updateOne({ collection: 'articles', id: live, data })).rejects.toThrow()
  await expect(payload.update({ collection: 'articles', id: live, data })).rejects.toThrow()
  await expect(payload.delete({ collection: 'articles', id: live })).rejects.toThrow()
  expect(await anonymous()).toBe(before)
})

test('plain SQL of the runtime role changes neither live rows nor the log', async () => {
  const before = await anonymous()
  for (const statement of [
    `update public.articles set author = 'x' where id = ${live}`,
    `update public.articles_locales set title = 'x' where _parent_id = ${live}`,
    `delete from public.articles_locales where _parent_id = ${live}`,
    `insert into public.articles_rels (parent_id, path, media_id) values (${live}, 'attachments', ${picture})`,
    `truncate public.articles cascade`,
    `delete from public.media where id = ${picture}`,
    `update release.current_items set title = 'x'`,
    `update release.site_sequences set seq = 1`,
    `insert into release.releases (log, seq, collection, doc_id, kind, decision_id) select 'ha-noi', 999, 'articles', ${live}, 'withdraw', id from release.decisions limit 1`,
    `alter table public.articles disable trigger release_guard`,
    `set session_replication_role = replica`,
  ]) {
    await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
  }
  expect(await anonymous()).toBe(before)
})

const refusals = async () => {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from release.refusals',
  )
  return rows[0]?.n ?? 0
}

test('every refusal that came over HTTP names its actor and path', async () => {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from release.refusals where actor is null and path <> '/'`,
  )
  expect(rows[0]?.n).toBe(0)
})
