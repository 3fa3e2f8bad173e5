import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../../../../src/start/postgres.mjs'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import { startEndpointServer } from '#tests/support/endpoint.ts'
import { startTcpProxy } from '#tests/support/tcpProxy.ts'

const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

test('F3: PostgreSQL restarts in the middle of a fan-out: 0 lost, no hand needed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-restart-'))
  ends.push(() => rm(folder, { recursive: true, force: true }))
  let postgres = await startPostgres({ folder, isDurable: false })
  ends.push(() => postgres.stop())
  const proxy = await startTcpProxy(portOf(postgres.appUrl))
  ends.push(() => proxy.stop())
  const through = (url: string) => url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${proxy.port}`)
  const databases = { appUrl: through(postgres.appUrl), ownerUrl: through(postgres.ownerUrl) }
  await promisify(execFile)(process.execPath, ['src/migrate.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: databases.appUrl,
      DATABASE_OWNER_URL: databases.ownerUrl,
      PAYLOAD_SECRET: 'a secret of the tests',
      NODE_NO_WARNINGS: '1',
    },
  })
  const hub = await openDispatchHub({ databases })
  ends.push(() => hub.stop())
  const endpoint = await startEndpointServer((_got, res) => {
    setTimeout(() => res.writeHead(204).end(), 150)
  })
  ends.push(() => endpoint.stop())
  const codes = Array.from({ length: 2000 }, (_, n) => `r-${n}`)
  await hub.install(codes.map((code, n) => ({ code, address: `${endpoint.url}/${n}` })))
  await hub.start()
  const id = await hub.give({ audience: { areas: [], groups: [], devices: codes } })
  while (endpoint.got.length < 600) await pause(10)
  proxy.cut()
  await postgres.stop()
  postgres = await startPostgres({ folder, isDurable: false })
  proxy.lead(portOf(postgres.appUrl))
  const begun = performance.now()
  for (;;) {
    const rows = await hub.deliveries(id).catch(() => [])
    if (rows.length === 2000 && rows.every((one) => one.state === 'accepted')) break
    expect(performance.now() - begun).toBeLessThan(20_000)
    await pause(100)
  }
  expect(new Set(endpoint.got.map((one) => one.path)).size).toBe(2000)
  // It is told of work again, too.
  const next = await hub.give({ audience: { areas: [], groups: [], devices: ['r-1'] } })
  expect(await hub.settled(next, ([one]) => one?.state === 'accepted')).toMatchObject([
    { state: 'accepted' },
  ])
})

const portOf = (url: string): number => Number(new URL(url).port)
