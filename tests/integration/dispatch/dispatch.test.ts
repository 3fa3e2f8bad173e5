import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { openRadio, startEndpoint } from './radio.ts'

let radio: Awaited<ReturnType<typeof openRadio>>
let overHttp: TestProcess
let overMqtt: TestProcess

beforeAll(async () => {
  radio = await openRadio()
  overHttp = await radio.install('loa-http', 'http')
  overMqtt = await radio.install('loa-mqtt', 'mqtt')
})

afterAll(() => radio?.stop())

const isPlayed = (state: string) => state === 'played'
const times = (device: TestProcess, line: string) =>
  device
    .output()
    .split('\n')
    .filter((one) => one === line).length

test('an emergency bulletin is played over HTTP and over MQTT, once each, with signed receipts', async () => {
  const id = await radio.bulletin('Bão gần bờ')
  await radio.issue(id)
  const rows = await radio.settled(
    id,
    (all) => all.length === 2 && all.every((one) => isPlayed(one.state)),
  )
  expect(rows.map((one) => [one.code, one.state])).toEqual([
    ['loa-http', 'played'],
    ['loa-mqtt', 'played'],
  ])
  for (const row of rows)
    expect(new Set(row.receipts)).toEqual(new Set(['received', 'playing', 'played']))
  expect(times(overHttp, 'ALERT Bão gần bờ')).toBe(1)
  expect(times(overMqtt, 'ALERT Bão gần bờ')).toBe(1)
})

test('a bulletin that is withdrawn is cancelled on the devices that had it', async () => {
  const id = await radio.bulletin('Lũ về')
  await radio.issue(id)
  await radio.settled(id, (all) => all.length === 2 && all.every((one) => isPlayed(one.state)))
  await radio.takeDown(id)
  const rows = await radio.settled(
    id,
    (all) => all.length === 4 && all.every((one) => isPlayed(one.state)),
  )
  expect(rows.map((one) => one.state)).toEqual(['played', 'played', 'played', 'played'])
  expect(times(overHttp, 'CANCEL Lũ về')).toBe(1)
  expect(times(overMqtt, 'CANCEL Lũ về')).toBe(1)
})

test('only active devices of the chosen areas are sent anything', async () => {
  const endpoint = await startEndpoint(() => 204)
  for (const lifecycle of ['registered', 'tested', 'suspended', 'retired']) {
    await radio.register(`loa-${lifecycle}`, { lifecycle, address: endpoint.url })
  }
  const id = await radio.bulletin('Nắng nóng')
  await radio.issue(id)
  const rows = await radio.settled(
    id,
    (all) => all.length > 0 && all.every((one) => isPlayed(one.state)),
  )
  expect(rows.map((one) => one.code)).toEqual(['loa-http', 'loa-mqtt'])
  expect(endpoint.bodies).toEqual([])
  endpoint.stop()
})

test('a device that fails is tried again, and hanging ones do not delay the others', async () => {
  const unsteady = await startEndpoint((n) => (n < 3 ? 503 : 204))
  const hanging = await startEndpoint(() => 'hang')
  const steady = await startEndpoint(() => 204)
  const one = await radio.register('a-unsteady', { address: unsteady.url })
  const two = await radio.register('b-hanging', { address: hanging.url })
  const three = await radio.register('c-steady', { address: steady.url })
  const id = await radio.bulletin('Sạt lở')
  await radio.issue(id)
  const stateOf = (rows: { code: string; state: string }[], code: string) =>
    rows.find((row) => row.code === code)?.state
  const early = await radio.settled(id, (all) => stateOf(all, 'c-steady') === 'accepted')
  expect(stateOf(early, 'c-steady')).toBe('accepted')
  expect(stateOf(early, 'b-hanging')).toBe('queued')
  const later = await radio.settled(id, (all) => stateOf(all, 'a-unsteady') === 'accepted')
  const unsteadyRow = later.find((row) => row.code === 'a-unsteady')
  expect(unsteadyRow).toMatchObject({ state: 'accepted', attempts: 3 })
  expect(new Set(unsteady.bodies).size).toBe(1) // the same message over all attempts
  for (const device of [one, two, three]) {
    await radio.payload.update({
      collection: 'devices',
      id: device.id,
      data: { lifecycle: 'retired' },
      overrideAccess: true,
      depth: 0,
    })
  }
  for (const endpoint of [unsteady, hanging, steady]) endpoint.stop()
})

test('what has expired is not sent', async () => {
  const id = await radio.bulletin('Đã qua', { expiresAt: '2020-01-01T00:00:00.000Z' })
  await radio.issue(id)
  const rows = await radio.settled(
    id,
    (all) => all.length === 2 && all.every((one) => one.state === 'expired'),
  )
  expect(rows.map((one) => one.state)).toEqual(['expired', 'expired'])
  expect(times(overHttp, 'ALERT Đã qua')).toBe(0)
})

test('when the worker that sends is killed another takes over, and no device plays twice', async () => {
  const slow = await startEndpoint((n) => (n === 1 ? 'hang' : 204))
  const device = await radio.register('d-slow', { address: slow.url })
  const id = await radio.bulletin('Vỡ đê')
  await radio.issue(id)
  while (slow.bodies.length === 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  for (const worker of radio.workers.splice(0)) worker.child.kill('SIGKILL')
  await radio.startWorker()
  const rows = await radio.settled(
    id,
    (all) => all.length === 3 && all.every((one) => one.state !== 'queued'),
    40_000,
  )
  expect(rows.find((row) => row.code === 'd-slow')?.state).toBe('accepted')
  await radio.settled(id, (all) => all.filter((one) => isPlayed(one.state)).length === 2)
  expect(times(overHttp, 'ALERT Vỡ đê')).toBe(1)
  expect(times(overMqtt, 'ALERT Vỡ đê')).toBe(1)
  expect(new Set(slow.bodies).size).toBe(1)
  await radio.payload.update({
    collection: 'devices',
    id: device.id,
    data: { lifecycle: 'retired' },
    overrideAccess: true,
    depth: 0,
  })
  slow.stop()
})
