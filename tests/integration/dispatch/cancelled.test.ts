import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { claimBroadcasts } from '#plugins/dispatch/engine/broadcast.ts'
import { claim } from '#plugins/dispatch/engine/claim.ts'
import { UNITS, openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startEndpointServer } from '#tests/support/endpoint.ts'

let hub: DispatchHub

beforeAll(async () => {
  hub = await openDispatchHub()
})
afterAll(() => hub?.stop())

/** Gives a cancellation while something of its chain is claimed, and not written yet. */
const cancelBeside = async (
  order: Parameters<DispatchHub['give']>[0],
  take: (client: Parameters<typeof claim>[0]) => Promise<number>,
) => {
  await hub.give(order)
  const client = await hub.pool.connect()
  await client.query('begin')
  expect(await take(client as never)).toBeGreaterThan(0) // a claim asks no more of a pool than a query
  const cancelling = hub.give({ ...order, kind: 'cancel' })
  await pause(300)
  await client.query('commit')
  client.release()
  return hub.deliveries(await cancelling)
}

test('a cancellation given while a device is being claimed goes to that device', async () => {
  await hub.install([{ code: 'claimed' }])
  const told = await cancelBeside(
    {
      chain: 'bulletin/ha-noi/claimed',
      audience: { areas: [], groups: [], devices: ['claimed'] },
    },
    async (client) =>
      (await claim(client, { lane: 0, kind: 'fresh', limit: 10, leaseSeconds: 5 })).deliveries
        .length,
  )
  expect(told.map((one) => one.code)).toEqual(['claimed'])
})

test('a cancellation given while an area is being published to goes to all of it', async () => {
  const codes = ['area-a', 'area-b', 'area-c']
  await hub.install(codes.map((code) => ({ code, channel: 'mqtt' as const })))
  const told = await cancelBeside(
    {
      chain: 'bulletin/ha-noi/published',
      audience: { areas: [UNITS[0]], groups: [], devices: [] },
    },
    async (client) => (await claimBroadcasts(client, 10)).length,
  )
  expect(told.map((one) => one.code)).toEqual(expect.arrayContaining(codes))
})

test.each([0, 100, 280])(
  'whatever the moment of a cancellation (%i ms after the first was told), nobody who got the alarm lacks it',
  async (ms) => {
    const kinds = new Map<string, Set<string>>()
    const endpoint = await startEndpointServer((got, res) => {
      const { kind } = JSON.parse(got.body) as { kind: string }
      const code = got.path.slice(1)
      kinds.set(code, (kinds.get(code) ?? new Set()).add(kind))
      res.writeHead(204).end()
    })
    const codes = Array.from({ length: 800 }, (_, n) => `at-${ms}-${n}`)
    await hub.install(
      codes.map((code) => ({ code, unit: UNITS[1], address: `${endpoint.url}/${code}` })),
    )
    await hub.start()
    const order = {
      chain: `bulletin/ha-noi/at-${ms}`,
      audience: { areas: [], groups: [], devices: codes },
    }
    const alert = await hub.give(order)
    await vi.waitFor(() => expect(kinds.size).toBeGreaterThan(0), { timeout: 20_000, interval: 5 })
    await pause(ms)
    const cancel = await hub.give({ ...order, kind: 'cancel' })
    await hub.settled(cancel, (all) => all.every((one) => one.state === 'accepted'))
    const open = await hub.settled(alert, (all) => all.every((one) => one.state !== 'queued'))
    expect(open.filter((one) => one.state === 'queued')).toEqual([])
    const alarmed = [...kinds].filter(([, got]) => got.has('alert'))
    expect(alarmed.length).toBeGreaterThan(0)
    expect(alarmed.filter(([, got]) => !got.has('cancel')).map(([code]) => code)).toEqual([])
    endpoint.stop()
  },
)
