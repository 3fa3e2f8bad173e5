import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import mqtt from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { fileStore } from '../../../../src/examples/device/fileStore.ts'
import { printingSpeaker } from '../../../../src/examples/device/speaker.ts'
import { UNITS, openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startHubDevice } from '#tests/support/hubDevice.ts'
import { startTcpProxy } from '#tests/support/tcpProxy.ts'

let hub: DispatchHub
let broker: Awaited<ReturnType<typeof startBroker>>
let proxy: Awaited<ReturnType<typeof startTcpProxy>>
let folder: string
let stopSender: () => Promise<void>
let outage: Awaited<ReturnType<typeof beginOutage>>
const portOf = (url: string): number => Number(new URL(url).port)

beforeAll(async () => {
  outage = await beginOutage()
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-broker-'))
  broker = await startBroker()
  proxy = await startTcpProxy(portOf(broker.url))
  hub = await openDispatchHub({ mqttUrl: `mqtt://127.0.0.1:${proxy.port}` })
  stopSender = await hub.start({ recentSeconds: 2, retainedSeconds: 1 })
})

afterAll(async () => {
  await outage?.stop()
  await hub?.stop()
  proxy?.stop()
  await broker?.stop()
  await rm(folder, { recursive: true, force: true })
})

const all = { areas: [UNITS[0]], groups: [], devices: [] }

/** A broker that dies with all it had, and another in its place. */
const replaceBroker = async (awayMs: number) => {
  proxy.cut()
  await broker.stop()
  await pause(awayMs)
  broker = await startBroker()
  proxy.lead(portOf(broker.url))
}

const OUTAGE_MS = 60_000

/** A city of its own whose broker goes away for a minute, which passes while the other tests of this file run. */
const beginOutage = async () => {
  const lost = await startBroker()
  const way = await startTcpProxy(portOf(lost.url))
  const city = await openDispatchHub({ mqttUrl: `mqtt://127.0.0.1:${way.port}` })
  await city.start({ recentSeconds: 2, retainedSeconds: 1 })
  const devices = await Promise.all(
    ['f4-a', 'f4-b'].map((code) => startHubDevice(city, { code, channel: 'mqtt' })),
  )
  way.cut()
  await lost.stop()
  const endsAt = performance.now() + OUTAGE_MS
  const id = await city.give()
  let next: Awaited<ReturnType<typeof startBroker>> | undefined
  return {
    city,
    devices,
    id,
    /** Waits for what is left of the minute. */
    pass: () => pause(Math.max(0, endsAt - performance.now())),
    /** Another broker in the place of the lost one; it knows nothing. */
    end: async () => {
      next = await startBroker()
      way.lead(portOf(next.url))
    },
    stop: async () => {
      for (const one of devices) await one.stop()
      await city.stop()
      way.stop()
      await next?.stop()
    },
  }
}

test('F5: a broker that dies with what it had acknowledged: the device finds its gap within a heartbeat', async () => {
  const device = await startHubDevice(hub, { code: 'f5', channel: 'mqtt' })
  await device.stop()
  // Acknowledged to the hub, kept for a device that is away, and lost with the broker.
  const id = await hub.give({ audience: all })
  await hub.settled(id, ([one]) => one?.state === 'accepted')
  await replaceBroker(200)
  const again = await startHubDevice(hub, {
    code: 'f5',
    channel: 'mqtt',
    key: device.key,
    isInstalled: true,
  })
  const backAt = performance.now()
  const rows = await hub.settled(id, ([one]) => one?.state === 'played')
  expect(rows).toMatchObject([{ state: 'played' }])
  // Well before the hub misses the device's word by itself (10 s and more).
  expect(performance.now() - backAt).toBeLessThan(8000)
  expect(again.heard).toEqual(['ALERT Bão gần bờ'])
  await again.stop()
  await hub.owner.query(`update public.devices set lifecycle = 'suspended' where code = 'f5'`)
})

test('a device that does not say it has an emergency is handed it again, singly, until it does', async () => {
  const deaf = mqtt.connect(hub.env.mqttUrl ?? '', { protocolVersion: 4 })
  const got: string[] = []
  deaf.on('message', (topic) => got.push(topic))
  await deaf.subscribeAsync('coloa/v1/devices/deaf/commands', { qos: 1 })
  await hub.install([{ code: 'deaf', channel: 'mqtt' }])
  const id = await hub.give({ audience: all })
  const rows = await hub.settled(id, ([one]) => (one?.attempts ?? 0) >= 2, 25_000)
  expect(rows).toMatchObject([{ state: 'accepted', attempts: 2 }])
  expect(got.length).toBeGreaterThanOrEqual(1)
  await deaf.endAsync(true)
  await hub.owner.query(`update public.devices set lifecycle = 'suspended' where code = 'deaf'`)
})

test('an emergency stays with the broker until it is cancelled, and no longer', async () => {
  const device = await startHubDevice(hub, { code: 'kept', channel: 'mqtt' })
  const chain = 'bulletin/ha-noi/kept'
  const retained = async () => {
    const client = await mqtt.connectAsync(hub.env.mqttUrl ?? '', { protocolVersion: 4 })
    const found: string[] = []
    client.on('message', (_topic, payload) => {
      if (payload.length > 0) found.push((JSON.parse(payload.toString()) as { id: string }).id)
    })
    await client.subscribeAsync(`coloa/v1/areas/${UNITS[0]}/emergency/+`, { qos: 1 })
    await pause(200)
    await client.endAsync(true)
    return found
  }
  const id = await hub.give({ chain, audience: all })
  await hub.settled(id, ([one]) => one?.state === 'played')
  expect(await retained()).toContain(id)
  await hub.give({ chain, kind: 'cancel', audience: all })
  await expect.poll(retained, { timeout: 8000, interval: 500 }).not.toContain(id)
  await device.stop()
})

test('F23: a device whose power is cut in mid-alarm plays the rest after it boots, once', async () => {
  const parts = {
    store: fileStore(path.join(folder, 'f23.json')),
    heartbeatSeconds: 1,
  }
  const heard: string[] = []
  const text = Array.from({ length: 100 }, () => 'lời').join(' ') // 30 s, played in 3
  const speaker = printingSpeaker((line) => heard.push(line), 10)
  const device = await startHubDevice(hub, {
    code: 'f23',
    channel: 'http',
    more: { ...parts, speaker },
  })
  const id = await hub.give({ text, audience: { areas: [], groups: [], devices: ['f23'] } })
  await hub.settled(id, ([one]) => one?.state === 'playing')
  await pause(1000)
  await device.stop() // no word, no clean end
  const again = await startHubDevice(hub, {
    code: 'f23',
    channel: 'http',
    key: device.key,
    port: device.port,
    isInstalled: true,
    more: { ...parts, store: fileStore(path.join(folder, 'f23.json')), speaker },
  })
  const rows = await hub.settled(id, ([one]) => one?.state === 'played')
  expect(rows[0]?.receipts).toEqual(['received', 'playing', 'resumed', 'played'])
  await pause(1500)
  expect(heard).toEqual(['ALERT Bão gần bờ', 'ALERT Bão gần bờ (goes on)'])
  await again.stop()
})

/** What is left with the broker for a commune, as it lies there. */
const kept = async () => {
  const client = await mqtt.connectAsync(hub.env.mqttUrl ?? '', { protocolVersion: 4 })
  const found = new Map<string, string>()
  client.on('message', (topic, payload) => {
    if (payload.length > 0) found.set(topic, payload.toString())
  })
  await client.subscribeAsync(`coloa/v1/areas/${UNITS[0]}/emergency/+`, { qos: 1 })
  await pause(300)
  await client.endAsync(true)
  return found
}

test('F23: a device that boots in an alarm while the hub has been away for long hears it, but not what it knows to be cancelled', async () => {
  const store = fileStore(path.join(folder, 'f23-away.json'))
  const options = { code: 'f23-away', channel: 'mqtt' as const, more: { store } }
  const device = await startHubDevice(hub, options)
  const chain = 'bulletin/ha-noi/called-off'
  const called = await hub.give({ title: 'Hủy rồi', chain, audience: all })
  await expect.poll(() => device.heard).toContain('ALERT Hủy rồi')
  const before = await kept()
  await hub.give({ chain, kind: 'cancel', audience: all })
  await expect
    .poll(() => device.messages.some((one) => one.kind === 'cancel'), { timeout: 10_000 })
    .toBe(true)
  await device.stop()
  await hub.give({ title: 'Vỡ đê', audience: all })
  await expect
    .poll(async () => [...(await kept()).values()].join(), { timeout: 10_000 })
    .toContain('Vỡ đê')
  await stopSender()
  // Somebody puts back what was there before the cancellation.
  const replayed = [...before].filter(([, text]) => text.includes(called))
  expect(replayed).toHaveLength(1)
  const thief = await mqtt.connectAsync(hub.env.mqttUrl ?? '', { protocolVersion: 4 })
  for (const [topic, text] of replayed)
    await thief.publishAsync(topic, text, { qos: 1, retain: true })
  await thief.endAsync()
  // By its clock 50 minutes have passed since the hub was heard of; both last an hour.
  const again = await startHubDevice(hub, {
    ...options,
    key: device.key,
    isInstalled: true,
    clockErrorMs: 3_000_000,
  })
  await expect.poll(() => again.heard, { timeout: 10_000 }).toContain('ALERT Vỡ đê')
  const known = again.messages.filter((one) => 'id' in one && one.id === called)
  expect(known.length).toBeGreaterThan(0)
  expect(again.heard).not.toContain('ALERT Hủy rồi')
  await again.stop()
})

test('F4: while the broker is away for a minute nothing counts as handed over; when it is back all is heard, once', async () => {
  const { city, devices, id } = outage
  await outage.pass()
  const before = await city.deliveries(id)
  expect(before.map((one) => one.state)).toEqual(['queued', 'queued'])
  expect(before.map((one) => one.receipts)).toEqual([[], []])
  const { rows: tries } = await city.pool.query<{ n: number }>(
    'select attempts as n from dispatch.broadcasts where dispatch_id = $1',
    [id],
  )
  expect(tries[0]?.n).toBeGreaterThan(10)
  await outage.end()
  const rows = await city.settled(id, (every) => every.every((one) => one.state === 'played'))
  expect(rows.map((one) => one.state)).toEqual(['played', 'played'])
  for (const one of devices) expect(one.heard).toEqual(['ALERT Bão gần bờ'])
}, 120_000)
