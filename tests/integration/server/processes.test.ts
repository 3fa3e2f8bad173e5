import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

type Running = { child: ChildProcess; address: string }

let booted: BootedPayload
let room: Newsroom
let web: [Running, Running]
let workers: [Running, Running]

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const start = async (role: string): Promise<Running> => {
  const port = await freePort()
  const child = spawn(process.execPath, [path.resolve('dist/server.mjs')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ROLE: role,
      PORT: String(port),
      DATABASE_URL: booted.appUrl,
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
  throw new Error(`${role} did not become ready`)
}

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  web = [await start('web'), await start('web')]
  workers = [await start('worker'), await start('worker')]
})

afterAll(async () => {
  for (const { child } of [...(web ?? []), ...(workers ?? [])]) child.kill('SIGKILL')
  await booted.stop()
})

test('every process shows a release as soon as it is made', async () => {
  const id = await room.draft('Cầu mới')
  await room.publish('articles', id)
  for (const { address } of web) {
    const page = (await (await fetch(`${address}/feeds/ha-noi`)).json()) as {
      items: { id: number }[]
    }
    expect(page.items.map((item) => item.id)).toContain(id)
  }
})

test('log-in attempts are counted across processes', async () => {
  const statuses: number[] = []
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const answer = await fetch(`${web[attempt % 2 === 0 ? 0 : 1].address}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@coloa.example', password: 'wrong' }),
    })
    statuses.push(answer.status)
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
})

test.each([
  ['a NUL byte', 'GET', '/tin/%00', undefined, 400],
  ['broken percent-encoding', 'GET', '/feeds/%E0%A4%A', undefined, 400],
  ['broken UTF-8', 'GET', '/api/articles?where[title][equals]=%FF', undefined, 400],
  ['an absurdly long address', 'GET', `/tin/${'a'.repeat(10_000)}`, undefined, 414],
  ['a huge body', 'POST', '/api/questions', 'x'.repeat(10_000_000), 413],
  ['a path that climbs', 'GET', '/released/..%2f..%2fpackage.json', undefined, 404],
  ['an unknown file', 'GET', `/released/${'0'.repeat(64)}.jpg`, undefined, 404],
])('refuses %s without a trace of the inside', async (_what, method, address, body, status) => {
  const answer = await fetch(web[0].address + address, { method, ...(body ? { body } : {}) })
  const text = await answer.text()
  expect(answer.status).toBe(status)
  expect(text).not.toMatch(/node_modules|\.ts:|\.mjs:/)
})

test('strict headers and a request id are on every answer', async () => {
  const answer = await fetch(`${web[0].address}/feeds/ha-noi`, {
    headers: { 'x-request-id': 'my-request-1' },
  })
  expect(answer.headers.get('x-request-id')).toBe('my-request-1')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(answer.headers.get('content-security-policy')).not.toContain('upgrade-insecure')
  expect(answer.headers.get('strict-transport-security')).toBeNull()
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a process that is told to stop finishes the requests it has and leaves with 0', async () => {
  const { child, address } = web[1]
  const head = (await (await fetch(`${address}/feeds/ha-noi`)).json()) as { next: number }
  const waiting = fetch(`${address}/feeds/ha-noi?after=${head.next}&wait=3`)
  await pause(300)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  expect((await waiting).status).toBe(200)
  expect(code).toBe(0)
})

test('a worker that is told to stop leaves with 0', async () => {
  const { child } = workers[1]
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(0)
})
