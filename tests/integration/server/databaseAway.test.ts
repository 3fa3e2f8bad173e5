import { once } from 'node:events'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'

let booted: BootedPayload
let app: TestApp
let line: Awaited<ReturnType<typeof openLine>>

/** A line to the database that can be cut. */
const openLine = async (url: string) => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<net.Socket>()
  let isCut = false
  const server = net.createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = net.connect(Number(port), hostname)
    for (const one of [near, far]) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => sockets.delete(one))
    }
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.toString(),
    cut: () => {
      isCut = true
      for (const one of sockets) one.destroy()
    },
    mend: () => {
      isCut = false
    },
    close: () => server.close(),
  }
}

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  const room = await openNewsroom(booted.payload)
  await room.publish('articles', await room.draft('Cầu mới'))
  line = await openLine(booted.appUrl)
  app = await startApp({
    role: 'web',
    env: {
      DATABASE_URL: line.url,
      MEDIA_DIR: booted.mediaDir,
      COLOA_DATA_DIR: process.env.COLOA_DATA_DIR ?? '',
      LOG_LEVEL: 'silent',
    },
  })
})
afterAll(async () => {
  await app?.stop()
  line?.close()
  await booted?.stop()
})

const ask = async (address: string, init?: RequestInit) => {
  const answer = await fetch(app.url + address, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const login = () =>
  ask('/api/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'head-ha-noi@coloa.example', password }),
  })

test('without its database the server says so to people and programs, and comes back by itself', async () => {
  expect((await ask('/tin')).status).toBe(200)
  line.cut()
  expect((await ask('/healthz')).status).toBe(200)
  expect((await ask('/readyz')).status).toBe(503)

  const page = await ask('/tin/khong-ai-doc')
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.text).toContain('<html lang="vi">')
  for (const address of ['/api/articles?limit=3', '/feeds/ha-noi']) {
    const { status, text } = await ask(address)
    expect(status, `${address} ${text}`).toBe(503)
    const { errors } = JSON.parse(text) as { errors: { code: string }[] }
    expect(errors[0]?.code).toBe('unavailable')
    expect(text).not.toMatch(/ECONN|terminated|postgres/i)
  }
  const refused = await login()
  expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
    503,
    { errors: [{ code: 'unavailable' }] },
  ])
  expect(app.child.exitCode).toBeNull()

  line.mend()
  await expect.poll(async () => (await ask('/readyz')).status, { timeout: 20_000 }).toBe(200)
  await expect.poll(async () => (await ask('/tin')).status, { timeout: 20_000 }).toBe(200)
  expect((await ask('/api/articles?limit=3')).status).toBe(200)
})

test('connections that are cut while they work fail their requests and nothing else', async () => {
  const { pathname } = new URL(booted.appUrl)
  const superuser = openPool(String(new URL(pathname, inject('postgres').superUrl)), 2)
  const holder = await superuser.connect()
  await holder.query('begin; lock table public.users in access exclusive mode')
  const waiting = Promise.all([login(), login()])
  await expect
    .poll(async () => {
      const { rows } = await superuser.query<{ name: string }>(
        `select application_name as name from pg_stat_activity
         where wait_event_type = 'Lock' and datname = current_database() order by 1`,
      )
      return rows.map((one) => one.name)
    })
    .toEqual(['coloa payload', 'coloa payload'])
  line.cut()
  expect((await waiting).map((one) => one.status)).toEqual([503, 503])
  expect(app.child.exitCode).toBeNull()
  holder.release(true)
  await superuser.end()
  line.mend()
  await expect
    .poll(async () => (await ask('/api/articles?limit=3')).status, { timeout: 20_000 })
    .toBe(200)
})
