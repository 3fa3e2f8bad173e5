import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { openNewsroom } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'

type Running = { child: ChildProcess; address: string }

let booted: BootedPayload
let room: Newsroom
let web: Running[] = []

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const start = async (): Promise<Running> => {
  const port = await freePort()
  const child = spawn(process.execPath, [path.resolve('dist/server.mjs')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ROLE: 'web',
      PORT: String(port),
      DATABASE_URL: booted.appUrl,
      PUBLIC_URL: 'https://ha-noi.example',
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
    },
  })
  const address = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isReady = await fetch(`${address}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return { child, address }
    await pause(100)
  }
  throw new Error('a web process did not become ready')
}

const pageOf = async (one: Running, address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(one.address + address, { headers })
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') }
}

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  web = [await start(), await start()]
})
afterAll(async () => {
  for (const { child } of web) child.kill('SIGKILL')
  await booted?.stop()
})

test('a release is on the warm home page of every process, and a withdrawal leaves all of them', async () => {
  const id = await room.draft('Cầu mới khánh thành')
  for (const one of web) await pageOf(one, '/')
  await room.publish('articles', id)
  for (const one of web) {
    await expect
      .poll(async () => (await pageOf(one, '/')).text, { interval: 5 })
      .toContain('Cầu mới khánh thành')
    expect((await pageOf(one, '/tin/cau-moi-khanh-thanh')).status).toBe(200)
  }
  await room.withdraw('articles', id)
  for (const one of web) {
    await expect
      .poll(async () => (await pageOf(one, '/tin/cau-moi-khanh-thanh')).status, { interval: 5 })
      .toBe(410)
    expect((await pageOf(one, '/')).text).not.toContain('Cầu mới khánh thành')
  }
})

test('every process names the same page by the same tag', async () => {
  const [first, second] = await Promise.all(web.map((one) => pageOf(one, '/tin')))
  expect(first?.etag).toBe(second?.etag)
  for (const one of web) {
    expect((await pageOf(one, '/tin', { 'if-none-match': String(first?.etag) })).status).toBe(304)
  }
})

test('a process that has lost its notifications shows nothing withdrawn once it asks again', async () => {
  const id = await room.draft('Tin khi mất tín hiệu')
  await room.publish('articles', id)
  for (const one of web) {
    await expect
      .poll(async () => (await pageOf(one, '/tin/tin-khi-mat-tin-hieu')).status, { interval: 5 })
      .toBe(200)
  }
  const ally = new pg.Client({ connectionString: booted.appUrl })
  await ally.connect()
  await ally.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coloa watch' and datname = current_database()`,
  )
  await ally.end()
  await room.withdraw('articles', id)
  for (const one of web) {
    await expect
      .poll(async () => (await pageOf(one, '/tin/tin-khi-mat-tin-hieu')).status, { timeout: 5000 })
      .toBe(410)
  }
})

test('policy, request id and limits stand on a warm page too', async () => {
  const [one] = web
  if (!one) throw new Error('no process')
  for (let turn = 0; turn < 2; turn += 1) {
    const { headers } = await fetch(`${one.address}/tin`)
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/)
    expect(headers.get('ratelimit')).toContain('r=')
  }
})
