import { parseFeed } from '@rowanmanning/feed-parser'
import mqtt from 'mqtt'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCap } from '#plugins/dispatch/drivers/cap/readCap.ts'
import { validateCap } from '#plugins/dispatch/drivers/cap/validateCap.ts'
import { openRadio, startEndpoint } from '../radio.ts'

let radio: Awaited<ReturnType<typeof openRadio>>
let cap: Awaited<ReturnType<typeof startEndpoint>>
let httttn: Awaited<ReturnType<typeof startEndpoint>>
let board: MqttClient
const shown: { Id: number; Sender: string; Message: { Schedule: Record<string, unknown> } }[] = []

beforeAll(async () => {
  radio = await openRadio()
  cap = await startEndpoint(() => 200)
  httttn = await startEndpoint(() => 200)
  await radio.register('cap-1', { channel: 'cap', address: cap.url })
  await radio.register('httttn-1', { channel: 'httttn', address: httttn.url })
  await radio.register('board-1', { channel: 'byradio', deviceClass: 'ledBoard' })
  board = await mqtt.connectAsync(radio.broker.url)
  board.on('message', (_topic, text) => {
    shown.push(JSON.parse(text.toString()) as (typeof shown)[number])
  })
  await board.subscribeAsync('radiotech/board-1', { qos: 1 })
})

afterAll(async () => {
  await board?.endAsync()
  cap?.stop()
  httttn?.stop()
  await radio?.stop()
})

const alertOf = (xml = '') => {
  expect(validateCap(xml)).toEqual([])
  const alert = readCap(xml)
  if (typeof alert === 'string') throw new Error(alert)
  return alert
}

const feedNow = async () => {
  const answer = await fetch(`${radio.web.url}/cap/atom.xml`)
  const etag = answer.headers.get('etag') ?? ''
  expect(answer.headers.get('content-type')).toContain('application/atom+xml')
  return { etag, entries: parseFeed(await answer.text()).items }
}

test('an emergency reaches systems that speak other protocols, each in its own; its withdrawal follows', async () => {
  const id = await radio.bulletin('Bão gần bờ: sơ tán, ẩn nấp')
  await radio.issue(id)
  const rows = await radio.settled(
    id,
    (all) => all.length === 3 && all.every((one) => one.state === 'accepted'),
  )
  expect(rows.map((one) => [one.code, one.state])).toEqual([
    ['board-1', 'accepted'],
    ['cap-1', 'accepted'],
    ['httttn-1', 'accepted'],
  ])
  const alert = alertOf(cap.bodies[0])
  expect(alert.text('msgType')).toBe('Alert')
  const [area] = alert.children('info')[0]?.children('area') ?? []
  expect(area?.text('areaDesc')).toBe('Phường Thử')
  expect(area?.children('geocode')[0]?.text('value')).toBe('10105')
  expect(JSON.parse(httttn.bodies[0] ?? '{}')).toMatchObject({
    TieuDe: 'Bão gần bờ: sơ tán, ẩn nấp',
    MucDoUuTien: '3',
    VungPhat: '10105',
  })
  await expect.poll(() => shown.length).toBe(1)
  expect(shown[0]?.Message.Schedule).toMatchObject({ IsActive: true, FullScreen: true })

  const open = await feedNow()
  expect(open.entries.map((one) => one.title)).toEqual(['Bão gần bờ: sơ tán, ẩn nấp'])
  const again = await fetch(`${radio.web.url}/cap/atom.xml`, {
    headers: { 'if-none-match': open.etag },
  })
  expect(again.status).toBe(304)
  const document = await fetch(open.entries[0]?.url ?? '')
  expect(document.headers.get('content-type')).toContain('application/cap+xml')
  // Only the address of the process differs: none is configured for all of them here.
  expect((await document.text()).replace(/<web>.*/, '')).toBe(cap.bodies[0]?.replace(/<web>.*/, ''))

  await radio.takeDown(id)
  await radio.settled(
    id,
    (all) => all.length === 6 && all.every((one) => one.state !== 'queued' || one.attempts > 0),
  )
  const cancel = alertOf(cap.bodies[1])
  expect(cancel.text('msgType')).toBe('Cancel')
  expect(cancel.text('references')).toContain(`,${alert.text('identifier')},`)
  await expect.poll(() => shown.length).toBe(2)
  expect(shown[1]?.Message.Schedule).toMatchObject({
    Id: shown[0]?.Message.Schedule.Id,
    IsActive: false,
  })
  const refused = (await radio.deliveries(id)).find(
    (one) => one.code === 'httttn-1' && one.error !== null,
  )
  expect(refused?.error).toContain('takes no cancellation')
  await expect
    .poll(async () => (await feedNow()).entries.map((one) => one.url), { timeout: 5000 })
    .toEqual([expect.stringContaining(cancel.text('identifier') ?? 'none')])
})

test('what is not there, or for one device only, is not told to strangers', async () => {
  for (const file of ['x.xml', '00000000-0000-4000-8000-000000000000.xml', 'atom'])
    expect((await fetch(`${radio.web.url}/cap/${file}`)).status).toBe(404)
})

test("a board's heartbeat is its presence, marked as signed by nobody; a stranger's is nothing", async () => {
  const beat = (Sn: string) =>
    JSON.stringify({
      Id: 10,
      Time: Math.floor(Date.now() / 1000),
      Sender: Sn,
      Message: { Sn, Type: 2, Scf: 'bao.mp4', Vl2: 70, Ver: '1.4' },
    })
  await board.publishAsync('radiotech/stranger/heartbeat', beat('stranger'), { qos: 1 })
  await board.publishAsync('radiotech/board-1/heartbeat', beat('board-1'), { qos: 1 })
  const read = async () => {
    const { rows } = await radio.pool.query<{ code: string; heartbeat: unknown }>(
      `select d.code, s.heartbeat from dispatch.device_states s join public.devices d on d.id = s.device_id
       where s.heartbeat_at is not null`,
    )
    return rows
  }
  await expect.poll(read, { timeout: 5000 }).toEqual([
    {
      code: 'board-1',
      heartbeat: { playing: 'bao.mp4', volume: 70, firmware: '1.4', isSigned: false },
    },
  ])
})
