import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#kit/inTransaction.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import type { DispatchOrder } from '#plugins/dispatch/types.ts'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startEndpointServer } from '#tests/support/endpoint.ts'

const DEVICES = 2000

let hub: DispatchHub
let endpoint: Awaited<ReturnType<typeof startEndpointServer>>
const codes = Array.from({ length: DEVICES }, (_, n) => `p-${n}`)

beforeAll(async () => {
  hub = await openDispatchHub()
  // Slow enough that a process can be killed while it is at it.
  endpoint = await startEndpointServer((_got, res) => {
    setTimeout(() => res.writeHead(204).end(), 60)
  })
  await hub.install(codes.map((code, n) => ({ code, address: `${endpoint.url}/${n}` })))
})

afterAll(async () => {
  await hub?.stop()
  endpoint?.stop()
})

const audience = { areas: [], groups: [], devices: codes }
const isDone = (rows: { state: string }[]) => rows.every((one) => one.state === 'accepted')
const requestsOf = (id: string) => endpoint.got.filter((one) => one.id === id)

test.each([
  ['F1', {}],
  ['F32', { HOSTNAME: 'standby-host' }],
])(
  '%s: kill -9 of one of two senders at 30 %: 0 lost, all handed over within lease + 5 s, repetitions carry the same id',
  async (_name, environment) => {
    const first = await hub.startSender()
    const id = await hub.give({ audience })
    while (requestsOf(id).length < DEVICES * 0.3) await pause(10)
    const second = await hub.startSender(environment)
    first.child.kill('SIGKILL')
    const killedAt = performance.now()
    const rows = await hub.settled(id, isDone, 30_000)
    expect(rows.filter((one) => one.state !== 'accepted')).toEqual([])
    expect(performance.now() - killedAt).toBeLessThan(10_000)
    const reached = new Set(requestsOf(id).map((one) => one.path))
    expect(reached.size).toBe(DEVICES)
    await second.stop()
  },
)

const LEASE_MS = 5000

/** Devices that were handed a message again although its attempt had not failed, and how soon after the time before. */
const handedAgain = async (id: string, until = Number.POSITIVE_INFINITY) => {
  const { rows } = await hub.pool.query<{ path: string }>(
    `select distinct '/' || substr(l.device_code, 3) as path from dispatch.attempts a
     join dispatch.deliveries l on l.id = a.delivery_id where l.dispatch_id = $1 and a.outcome = 'failed'`,
    [id],
  )
  const failed = new Set(rows.map((one) => one.path))
  const last = new Map<string, number>()
  return requestsOf(id).flatMap(({ path: to, at }) => {
    const before = last.get(to)
    last.set(to, at)
    return before === undefined || failed.has(to) || at > until ? [] : [at - before]
  })
}

/** Each device has one delivery, and has been sent it. */
const expectAllReached = async (id: string) => {
  const rows = await hub.settled(id, isDone, 60_000)
  expect(rows.filter((one) => one.state !== 'accepted')).toEqual([])
  expect(rows).toHaveLength(DEVICES)
  expect(new Set(requestsOf(id).map((one) => one.path)).size).toBe(DEVICES)
}

test('F18: two senders at once: no device is handed a message by both', async () => {
  const senders = await Promise.all([hub.startSender(), hub.startSender()])
  const id = await hub.give({ audience })
  await expectAllReached(id)
  for (const one of senders) await one.stop()
  // On a machine so busy that a process stands still for the length of a lease, the other takes over.
  expect((await handedAgain(id)).filter((ms) => ms < LEASE_MS / 2)).toEqual([])
})

test('F18: one of two senders is cut off for longer than a lease: the other goes on, and what comes twice has the same id', async () => {
  const senders = await Promise.all([hub.startSender(), hub.startSender()])
  const id = await hub.give({ audience })
  while (requestsOf(id).length < DEVICES * 0.3) await pause(10)
  senders[0]?.child.kill('SIGSTOP')
  await expectAllReached(id)
  const continuedAt = performance.now()
  senders[0]?.child.kill('SIGCONT')
  await pause(1000)
  await expectAllReached(id)
  for (const one of senders) await one.stop()
  expect((await handedAgain(id)).length).toBeGreaterThan(0)
  // What the one that stood still had begun, it may still send then, under the id by which devices know it.
  const again = await handedAgain(id, continuedAt)
  expect(again.filter((ms) => ms < LEASE_MS / 2)).toEqual([])
})

test('F2: a crash at any statement of giving an instruction leaves nothing of it, and the next try makes it once', async () => {
  const order = (cause: string): DispatchOrder => ({
    chain: 'bulletin/ha-noi/crash',
    cause,
    kind: 'alert',
    priority: 'emergency',
    release: { log: 'ha-noi', seq: 1, docId: 1 },
    content: {
      title: 'Vỡ đê',
      text: 'Vỡ đê',
      spokenText: null,
      language: 'vi',
      topic: null,
      media: [],
    },
    issuer: 'Hà Nội',
    issuedAt: new Date().toISOString(),
    effectiveAt: new Date().toISOString(),
    expiresAt: null,
    audience: { areas: [], groups: [], devices: codes.slice(0, 10) },
  })
  const count = async () => {
    const { rows } = await hub.pool.query<{ dispatches: number; deliveries: number }>(
      `select count(distinct d.id)::int as dispatches, count(l.id)::int as deliveries
       from dispatch.dispatches d left join dispatch.deliveries l on l.dispatch_id = d.id where d.chain = 'bulletin/ha-noi/crash'`,
    )
    return rows[0]
  }
  let statements = 0
  for (let fatal = 1; ; fatal += 1) {
    statements = 0
    const crashing = inTransaction(hub.pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const counted = {
        query: async (...parts: unknown[]) => {
          statements += 1
          if (statements === fatal) {
            await hub.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
          }
          return (client.query as (...all: unknown[]) => unknown)(...parts)
        },
      }
      await issueDispatch(counted as unknown as PoolClient, order('release/ha-noi/crash'))
    })
    const outcome = await crashing.then(
      () => 'done',
      () => 'crashed',
    )
    if (outcome === 'done') break
    expect(await count()).toEqual({ dispatches: 0, deliveries: 0 })
  }
  expect(statements).toBeGreaterThan(4)
  expect(await count()).toEqual({ dispatches: 1, deliveries: 10 })
  await inTransaction(hub.pool, (client) => issueDispatch(client, order('release/ha-noi/crash')))
  expect(await count()).toEqual({ dispatches: 1, deliveries: 10 })
})
