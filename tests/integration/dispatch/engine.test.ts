import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startHubDevice } from '#tests/support/hubDevice.ts'

let hub: DispatchHub
let broker: Awaited<ReturnType<typeof startBroker>>

beforeAll(async () => {
  broker = await startBroker()
  hub = await openDispatchHub({ mqttUrl: broker.url })
  await hub.start()
})

afterAll(async () => {
  await hub?.stop()
  await broker?.stop()
})

test.each(['http', 'mqtt', 'pull'] as const)(
  'an emergency is heard over %s once, told step by step, and withdrawn again',
  async (channel) => {
    const device = await startHubDevice(hub, { code: `one-${channel}`, channel })
    const audience = { areas: [], groups: [], devices: [device.code] }
    const chain = `bulletin/ha-noi/one-${channel}`
    const id = await hub.give({ chain, audience })
    const rows = await hub.settled(id, ([one]) => one?.state === 'played')
    expect(rows).toMatchObject([{ state: 'played', attempts: 1 }])
    expect(rows[0]?.receipts).toEqual(['received', 'playing', 'played'])
    const cancel = await hub.give({ chain, kind: 'cancel', audience })
    const ended = await hub.settled(cancel, ([one]) => one?.state === 'played')
    expect(ended).toMatchObject([{ state: 'played' }])
    expect(device.heard).toEqual(['ALERT Bão gần bờ'])
    await device.stop()
  },
)

test('devices of an area over MQTT are handed an emergency by one publication', async () => {
  const devices = await Promise.all(
    ['area-1', 'area-2', 'area-3'].map((code) =>
      startHubDevice(hub, { code, channel: 'mqtt', unit: '10106' }),
    ),
  )
  const id = await hub.give({ audience: { areas: ['10106'], groups: [], devices: [] } })
  const rows = await hub.settled(id, (all) =>
    all.every((one) => one.state === 'played' && one.attempts > 0),
  )
  expect(rows.map((one) => [one.state, one.attempts])).toEqual([
    ['played', 1],
    ['played', 1],
    ['played', 1],
  ])
  const { rows: attempts } = await hub.pool.query<{ detail: string }>(
    `select distinct a.detail from dispatch.attempts a join dispatch.deliveries l on l.id = a.delivery_id where l.dispatch_id = $1`,
    [id],
  )
  expect(attempts).toEqual([{ detail: 'area 10106' }])
  for (const one of devices) {
    expect(one.heard).toEqual(['ALERT Bão gần bờ'])
    await one.stop()
  }
})

test('those whom an update leaves out are told that it is over, also when the update came first', async () => {
  const [kept, out] = await Promise.all(
    ['kept', 'left-out'].map((code) => startHubDevice(hub, { code, channel: 'http' })),
  )
  const chain = 'bulletin/ha-noi/left-out'
  const long = Array.from({ length: 400 }, () => 'lời').join(' ')
  const both = { areas: [], groups: [], devices: ['kept', 'left-out'] }
  const alert = await hub.give({ chain, text: long, audience: both })
  await hub.settled(alert, (all) => all.every((one) => one.state === 'playing'))
  const cancel = await hub.give({
    chain,
    kind: 'cancel',
    audience: { ...both, devices: ['left-out'] },
    isAddition: true,
  })
  const update = await hub.give({ chain, kind: 'update', audience: { ...both, devices: ['kept'] } })
  expect(
    (await hub.settled(cancel, ([one]) => one?.state === 'played')).map((one) => one.code),
  ).toEqual(['left-out'])
  await hub.settled(update, ([one]) => one?.state === 'played')
  expect(out?.heard).toEqual(['ALERT Bão gần bờ'])
  expect(kept?.heard).toEqual(['ALERT Bão gần bờ', 'UPDATE Bão gần bờ'])
  const stopped = await hub.settled(alert, (all) =>
    all.every((one) => one.receipts.includes('stopped')),
  )
  expect(stopped.map((one) => one.receipts.includes('played'))).toEqual([false, false])
  await kept?.stop()
  await out?.stop()
})

test('a cancellation reaches devices of an area that was published to a moment ago', async () => {
  const device = await startHubDevice(hub, { code: 'moment', channel: 'mqtt', unit: '10106' })
  const chain = 'bulletin/ha-noi/moment'
  const audience = { areas: ['10106'], groups: [], devices: [] }
  await hub.give({ chain, audience, text: 'lời '.repeat(400) })
  await until(() => device.heard.length > 0)
  const cancel = await hub.give({ chain, kind: 'cancel', audience })
  const rows = await hub.settled(cancel, (all) =>
    all.some(({ code, state }) => code === 'moment' && state === 'played'),
  )
  expect(rows.find(({ code }) => code === 'moment')).toMatchObject({ state: 'played' })
  await device.stop()
})

test('an emergency cuts into a normal item, which goes on afterwards', async () => {
  const device = await startHubDevice(hub, { code: 'cut', channel: 'http' })
  const audience = { areas: [], groups: [], devices: ['cut'] }
  const long = Array.from({ length: 200 }, () => 'lời').join(' ')
  const normal = await hub.give({ priority: 'normal', title: 'Tin thường', text: long, audience })
  await hub.settled(normal, ([one]) => one?.state === 'playing')
  const emergency = await hub.give({ audience })
  const [cut] = await hub.settled(normal, ([one]) => one?.state === 'played')
  expect(cut?.receipts).toEqual(['received', 'playing', 'interrupted', 'resumed', 'played'])
  expect(device.heard).toEqual([
    'ALERT Tin thường',
    'ALERT Bão gần bờ',
    'ALERT Tin thường (goes on)',
  ])
  const { rows } = await hub.pool.query(
    'select interrupted_by as by from dispatch.deliveries where dispatch_id = $1',
    [normal],
  )
  expect(rows).toEqual([{ by: emergency }])
  await device.stop()
})

test('a device over HTTP is told its new standing at once, not with its next heartbeat', async () => {
  const device = await startHubDevice(hub, { code: 'soon', more: { heartbeatSeconds: 3600 } })
  const standings = () =>
    device.messages.flatMap((one) => (one.kind === 'setup' ? [one.isActive] : []))
  await hub.owner.query(`update public.devices set lifecycle = 'suspended' where code = 'soon'`)
  await until(() => standings().at(-1) === false)
  await hub.owner.query(`update public.devices set lifecycle = 'active' where code = 'soon'`)
  await until(() => standings().at(-1) === true)
  expect(standings().slice(-2)).toEqual([false, true])
  await device.stop()
})

const until = async (isSo: () => boolean) => {
  const end = Date.now() + 10_000
  while (!isSo() && Date.now() < end) await pause(20)
}
