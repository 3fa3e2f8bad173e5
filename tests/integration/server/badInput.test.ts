import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'

let booted: BootedPayload
let app: TestApp
let owner: pg.Pool
let editor: string

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  const { payload } = booted
  await payload.create({
    collection: 'users',
    data: { email: 'first@coloa.example', password, fullName: 'Quản trị', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  const room = await openNewsroom(payload)
  await room.publish('articles', await room.draft('Bài đã duyệt'))
  owner = new pg.Pool({ connectionString: booted.ownerUrl, max: 1 })
  owner.on('error', () => undefined)
  app = await startApp({
    role: 'web',
    env: {
      DATABASE_URL: booted.appUrl,
      MEDIA_DIR: booted.mediaDir,
      COLOA_DATA_DIR: process.env.COLOA_DATA_DIR ?? '',
      LOG_LEVEL: process.env.SHOW ? 'error' : 'silent',
    },
  })
  const login = await fetch(`${app.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: room.head.email, password }),
  })
  editor = ((await login.json()) as { token: string }).token
})
afterAll(async () => {
  if (process.env.SHOW) console.log(app.output())
  await app?.stop()
  await owner?.end()
  await booted?.stop()
})

const LONG = 'a'.repeat(10_000)
const HTML = '<script>alert(1)</script>'
const SQL = `'; drop table public.articles; --`
const json = (body: unknown) => ({ type: 'application/json', body: JSON.stringify(body) })
const nested = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`

type Sent = { type?: string; body?: string | Uint8Array<ArrayBuffer> }

/** Bodies that no endpoint can mean. */
const bodies: Record<string, Sent> = {
  'a 10 MB body': json({ text: 'x'.repeat(10_000_000) }),
  'broken JSON': { type: 'application/json', body: '{"email": ' },
  'broken UTF-8': {
    type: 'application/json',
    body: new Uint8Array([...Buffer.from('{"email":"'), 0xff, 0xfe, ...Buffer.from('"}')]),
  },
  'a nested body': { type: 'application/json', body: nested },
  'a prototype key': { type: 'application/json', body: '{"__proto__":{"isAdmin":true}}' },
  'a NUL in a text': { type: 'application/json', body: '{"email":"a\\u0000b"}' },
  'plain text': { type: 'text/plain', body: 'hello' },
  XML: { type: 'application/xml', body: '<a/>' },
  'a list': json([1, 2]),
  'a number': json(7),
  null: json(null),
  nothing: {},
  'wrong types': json({
    email: { a: 1 },
    password: [1],
    title: { vi: 1 },
    site: 'x',
    id: {},
    collection: 9,
    slug: 1,
  }),
  'SQL and HTML': json({
    email: SQL,
    password: HTML,
    title: HTML,
    slug: SQL,
    id: SQL,
    collection: SQL,
  }),
  'a 10,000-character value': json({
    email: LONG,
    password: LONG,
    title: LONG,
    slug: LONG,
    id: LONG,
  }),
  'a form that is none': { type: 'multipart/form-data; boundary=x', body: 'no boundary here' },
}

/** Everything that takes a body. */
const doors = [
  ['POST', '/api/users/login'],
  ['POST', '/api/users/logout'],
  ['POST', '/api/users/forgot-password'],
  ['POST', '/api/users/reset-password'],
  ['POST', '/api/users/unlock'],
  ['POST', '/api/users/refresh-token'],
  ['POST', '/api/users/first-register'],
  ['POST', '/api/users/verify/x'],
  ['POST', '/api/users'],
  ['POST', '/api/articles'],
  ['PATCH', '/api/articles'],
  ['PATCH', '/api/articles/1'],
  ['POST', '/api/articles/1/duplicate'],
  ['POST', '/api/articles/versions/1'],
  ['POST', '/api/media'],
  ['POST', '/api/questions'],
  ['POST', '/api/bulletins'],
  ['POST', '/api/payload-preferences/x'],
  ['POST', '/api/payload-locked-documents'],
  ['POST', '/api/payload-jobs'],
  ['POST', '/api/graphql'],
  ['POST', '/api/reorder'],
  ['POST', '/api/editorial-board/submissions'],
  ['POST', '/api/editorial-board/submissions/x/approve'],
  ['POST', '/api/editorial-board/withdrawals'],
  ['POST', '/api/editorial-board/emergency'],
  ['POST', '/api/dispatch/receipts'],
  ['POST', '/feeds/ha-noi'],
  ['POST', '/'],
  ['POST', '/hoi-dap/gui'],
  ['POST', '/tim-kiem'],
  ['PUT', '/api/articles/1'],
  ['DELETE', '/api/articles/1'],
  ['PATCH', '/healthz'],
] as const

const send = async (method: string, path: string, sent: Sent, token?: string) => {
  const answer = await fetch(app.url + path, {
    method,
    headers: {
      ...(sent.type ? { 'content-type': sent.type } : {}),
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
  }
}

/** What every table holds, but for counters of requests, log-in attempts and refusals. */
const everything = async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'release', 'editorial', 'sla', 'dispatch', 'graphile_worker')
       and tablename not in ('refusals', 'users', 'users_sessions') order by 1`,
  )
  const counts: string[] = []
  for (const { name } of rows) {
    const { rows: hashed } = await owner.query<{ h: string }>(
      `select coalesce(sum(hashtextextended(t::text, 0)), 0)::text as h from ${name} t`,
    )
    counts.push(`${name} ${hashed[0]?.h}`)
  }
  const { rows: users } = await owner.query<{ n: string }>(
    'select count(*)::text as n from public.users',
  )
  return [...counts, `users ${users[0]?.n}`]
}

const INSIDE =
  /node_modules|\.m?[tj]s:\d|\bat \S+ \(|stack|select .* from |insert into|postgres:\/\//i

const demandClear = (answer: { status: number; type: string; text: string }, what: string) => {
  expect(answer.text, what).not.toMatch(INSIDE)
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500)
  if (!answer.type.includes('json')) {
    expect(answer.text, what).not.toContain(HTML)
    return
  }
  const { errors } = JSON.parse(answer.text) as { errors?: { code?: string; message?: string }[] }
  expect(errors?.[0]?.code, `${what}: ${answer.text}`).toMatch(/^[a-z][a-z_]+$/)
  expect(errors?.[0]?.message, what).toBeTruthy()
}

describe.each(doors)('%s %s', (method, path) => {
  test('takes none of the bodies nobody can mean, and says so', async () => {
    const before = await everything()
    for (const [name, sent] of Object.entries(bodies)) {
      if (isHarmless(path, name)) continue
      demandClear(await send(method, path, sent), `${method} ${path}: ${name}`)
    }
    expect(await everything()).toEqual(before)
  })
})

/** Asking for a forgotten password gets everybody the same answer, that nobody may learn who has an account. */
const isHarmless = (path: string, name: string) =>
  path === '/api/users/forgot-password' && /SQL|10,000/.test(name)

describe('addresses', () => {
  const values = [
    'abc',
    '-1',
    '0',
    '1.5',
    '1e9',
    '99999999999999999999',
    SQL,
    HTML,
    LONG,
    '%FF',
    '../x',
    '[object Object]',
  ]
  const places = [
    '/api/articles/{}',
    '/api/articles/versions/{}',
    '/api/users/{}',
    '/api/media/file/{}',
    '/api/editorial-board/documents/articles/{}',
    '/api/editorial-board/documents/{}/1',
    '/api/dispatch/wall/{}',
    '/api/{}',
    '/feeds/{}',
    '/released/{}',
    '/tin/{}',
    '/s/{}',
    '/s/{}/tin',
    '/van-ban/{}',
    '/chuyen-muc/{}',
    '/hoi-dap/{}',
    '/.well-known/{}',
  ]
  test.each(places)('%s with values that name nothing', async (place) => {
    for (const value of values) {
      const address = place.replace('{}', value === '%FF' ? value : encodeURIComponent(value))
      for (const token of [undefined, editor]) {
        demandClear(await send('GET', address, {}, token), `GET ${address.slice(0, 120)}`)
      }
    }
  })

  const queries = [
    'where[title][equals]=%FF',
    'where[nothing][equals]=1',
    `where[id][equals]=${encodeURIComponent(SQL)}`,
    'where[id][in]=1,2,x',
    'where[id][wrong]=1',
    'where[or]=1',
    `where${'[and][0]'.repeat(200)}[id][equals]=1`,
    'where[__proto__][equals]=1',
    'limit=-1',
    'limit=1e9',
    'limit=abc',
    'page=-5',
    'page=99999999999999999999',
    `sort=${encodeURIComponent(SQL)}`,
    'sort=password',
    'depth=99999',
    'depth=abc',
    'locale=xx',
    'select[password]=true',
    'populate[users][hash]=true',
    `q=${LONG}`,
  ]
  test.each(queries)(
    'a list asked with %s is refused or harmless, for strangers and for staff',
    async (query) => {
      for (const collection of ['articles', 'users', 'questions', 'search']) {
        for (const token of [undefined, editor]) {
          const answer = await send('GET', `/api/${collection}?${query}`, {}, token)
          const what = `${collection}?${query.slice(0, 100)} ${token ? 'staff' : 'stranger'}`
          expect(answer.text, what).not.toMatch(INSIDE)
          expect(answer.text, what).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
          expect(answer.status, `${what}: ${answer.text.slice(0, 200)}`).toBeLessThan(500)
          if (answer.status >= 400) demandClear(answer, what)
        }
      }
    },
  )
})

test('a Host that is none is refused', async () => {
  for (const host of ['a b', 'x:y', '<script>']) {
    const asked = request(`${app.url}/api/users/me`, {
      headers: { host, authorization: `JWT ${editor}` },
    }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const type = answer.headers['content-type'] ?? ''
    demandClear({ status: answer.statusCode ?? 0, type, text: await text(answer) }, host)
  }
})

describe('GraphQL', () => {
  const ask = (query: string, variables?: unknown) =>
    send('POST', '/api/graphql', json({ query, variables }))

  test.each([
    ['no such field', '{ nope }'],
    ['a broken query', '{ Articles(where: {{{'],
    ['a value of the wrong kind', '{ Articles(where: { id: { equals: "x" } }) { docs { id } } }'],
    [
      'a variable of the wrong kind',
      'query($a: Int) { Articles(limit: $a) { docs { id } } }',
      { a: 'x' },
    ],
    ['a look at the schema', '{ __schema { types { name } } }'],
    ['3,000 levels', '{ a'.repeat(3000)],
    [
      'a log-in, which would not be counted',
      'mutation { loginUser(email: "a", password: "b") { token } }',
    ],
    ['a question in disguise', 'mutation { createUser(data: { email: "a@b.c" }) { id } }'],
  ])('%s is refused', async (_name, query, variables?: unknown) => {
    demandClear(await ask(query, variables), query.slice(0, 60))
  })

  test('strangers are given nothing', async () => {
    for (const name of ['Articles', 'Questions', 'Users', 'Bulletins', 'Devices']) {
      const { text } = await ask(`{ ${name}(draft: true) { docs { id } } }`).then((answer) =>
        answer.text.includes('Unknown argument') ? ask(`{ ${name} { docs { id } } }`) : answer,
      )
      const body = JSON.parse(text) as { data: unknown; errors: { extensions: { code: string } }[] }
      expect(body.data).toEqual({ [name]: null })
      expect(body.errors[0]?.extensions.code).toBe('not_signed_in')
    }
  })
})

test('a made-up session is a stranger: it neither lifts limits nor uploads 10 MB', async () => {
  const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"id":1,"collection":"users"}').toString('base64url')}.`
  const limitOf = async (token?: string) => {
    const answer = await fetch(`${app.url}/feeds/ha-noi`, {
      headers: token ? { authorization: `JWT ${token}` } : {},
    })
    return /q=(\d+)/.exec(answer.headers.get('ratelimit-policy') ?? '')?.[1]
  }
  expect(await limitOf(forged)).toBe(await limitOf())
  expect(Number(await limitOf(editor))).toBeGreaterThan(Number(await limitOf()))
  const upload = { type: 'multipart/form-data; boundary=x', body: 'x'.repeat(10_000_000) }
  expect((await send('POST', '/api/media', upload, forged)).status).toBe(413)
})

test('everything is as it was, and the log-in works', async () => {
  const list = (await (await fetch(`${app.url}/api/articles`)).json()) as { totalDocs: number }
  expect(list.totalDocs).toBe(1)
  expect(editor).toMatch(/\./)
})
