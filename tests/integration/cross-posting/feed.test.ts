import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '#kit/pool.ts'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import { answerFaults } from '#src/server/refusals.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

type Item = { seq: number; id: number; kind: string; body: string | null; sha256: string | null }
type Page = { next: number; isComplete: boolean; items: Item[] }

let booted: BootedPayload
let room: Newsroom
let pool: Pool
let folder: string
let hub: string
const server = createServer()

beforeAll(async () => {
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  pool = createPool({ connectionString: booted.appUrl, name: 'feed test' })
  folder = await mkdtemp(path.join(tmpdir(), 'component-'))
  const app = express()
  app.set('etag', false)
  app.use(
    createFeeds({ pool, publicUrl: 'http://hub.example', collections: ['articles', 'pages'] }),
  )
  app.use(answerFaults(pino({ level: 'silent' })))
  server.on('request', app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await pool.end()
  await booted.stop()
  await rm(folder, { recursive: true, force: true })
})

const read = async (query: string): Promise<Page> =>
  (await (await fetch(`${hub}/feeds/ha-noi${query}`)).json()) as Page

test.each([
  ['/feeds/ha-noi?after=-1', 400, 'bad_cursor'],
  ['/feeds/ha-noi?after=1%27%20or%201=1', 400, 'bad_cursor'],
  ['/feeds/ha-noi?after=99999999', 409, 'cursor_ahead'],
  ['/feeds/ha-noi?limit=501', 400, 'bad_limit'],
  ['/feeds/ha-noi?limit=0', 400, 'bad_limit'],
  ['/feeds/ha-noi?wait=26', 400, 'bad_wait'],
  ['/feeds/ha-noi?locale=fr', 400, 'bad_locale'],
  ['/feeds/ha-noi?collections=users', 400, 'unknown_collection'],
  ['/feeds/ha-noi?after=0&after=1', 400, 'unknown_parameter'],
  ['/feeds/ha-noi?where[id]=1', 400, 'unknown_parameter'],
  ['/feeds/nowhere', 404, 'unknown_site'],
  [`/feeds/${'a'.repeat(5000)}`, 404, 'unknown_site'],
  ['/feeds/%3Cscript%3E', 404, 'unknown_site'],
  ['/feeds/%FF', 400, 'bad_request'],
])('refuses %#: a bad request', async (address, status, code) => {
  const answer = await fetch(`${hub}${address}`)
  const text = await answer.text()
  expect([
    answer.status,
    (JSON.parse(text) as { errors: { code: string }[] }).errors[0]?.code,
  ]).toEqual([status, code])
  expect(text).not.toContain('at ')
})

test('gives every release once, keeps withdrawals and takes withdrawn texts back', async () => {
  const id = await room.draft('Cầu mới')
  const other = await room.draft('Chợ hoa')
  await room.publish('articles', id)
  await room.publish('articles', other)
  await room.withdraw('articles', id)
  const seen: Item[] = []
  for (let after = 0, isComplete = false; !isComplete;) {
    const page = await read(`?after=${after}&limit=1`)
    seen.push(...page.items)
    after = page.next
    isComplete = page.isComplete
  }
  expect(seen.map((item) => item.seq)).toEqual(seen.map((_, index) => index + 1))
  expect(seen.filter((item) => item.id === id).map((item) => [item.kind, item.body])).toEqual([
    ['publish', null],
    ['withdraw', null],
  ])
  const shown = seen.find((item) => item.id === other)
  expect(
    createHash('sha256')
      .update(shown?.body ?? '')
      .digest('hex'),
  ).toBe(shown?.sha256)
  expect(shown).toMatchObject({ attribution: { site: 'ha-noi' } })
})

test('answers 304 until the next release', async () => {
  const first = await fetch(`${hub}/feeds/ha-noi`)
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await fetch(`${hub}/feeds/ha-noi`, { headers })).status).toBe(304)
  await room.publish('articles', await room.draft('Tin kế tiếp'))
  expect((await fetch(`${hub}/feeds/ha-noi`, { headers })).status).toBe(200)
})

test('wakes a waiting reader at a release', async () => {
  const { next } = await read('')
  const waiting = read(`?after=${next}&wait=25`)
  const id = await room.draft('Tin khẩn')
  await room.publish('articles', id)
  expect((await waiting).items.map((item) => item.id)).toEqual([id])
})

const startSite = async (): Promise<{ child: ChildProcess; address: string }> => {
  const main = path.resolve('src/examples/component-site/main.ts')
  const data = path.join(folder, 'site.json')
  const child = spawn(process.execPath, [main, '--hub', hub, '--port', '0', '--data', data])
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, address: `http://127.0.0.1:${/\d+/.exec(line.toString())?.[0]}` }
}

const answers = async (address: string, status: number) => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await fetch(address)).status === status) return status
    await pause(100)
  }
  return (await fetch(address)).status
}

test('a component site converges after kill -9, through withdrawal and re-publication', async () => {
  const id = await room.draft('Lễ hội')
  await room.publish('articles', id)
  const first = await startSite()
  expect(await answers(`${first.address}/articles/${id}`, 200)).toBe(200)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await room.withdraw('articles', id)
  const second = await startSite()
  expect(await answers(`${second.address}/articles/${id}`, 410)).toBe(410)
  await room.publish('articles', id)
  expect(await answers(`${second.address}/articles/${id}`, 200)).toBe(200)
  expect(await (await fetch(second.address)).text()).toContain('Lễ hội')
  second.child.kill('SIGKILL')
})
