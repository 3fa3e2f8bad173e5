import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dispatch } from '#plugins/dispatch/index.ts'
import { releaseEmergency, withdraw } from '#plugins/editorial-board/index.ts'
import { openPort } from './openPort.ts'
import type { Port } from './openPort.ts'
import { startHorn } from './startHorn.ts'

let port: Port

beforeAll(async () => {
  port = await openPort()
})
afterAll(() => port?.stop())

const issue = async (id: number) => {
  await releaseEmergency({
    req: await port.master.req(),
    collection: 'bulletins',
    id,
    reasonCode: 'swell',
    explanation: 'Sóng cao ba mét ngoài phao số 0.',
    now: new Date(),
  })
  await port.work()
}

const deliveriesOf = async (id: number) => {
  const { rows } = await port.client.query<{
    kind: string
    code: string
    state: string
    issuer: string
    receipts: string[]
  }>(
    `select d.kind, l.device_code as code, l.state, d.issuer,
       array(select r.kind from dispatch.receipts r where r.delivery_id = l.id order by r.device_at, r.stored_at, r.event_id) as receipts
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id where d.doc_id = $1 order by d.number`,
    [id],
  )
  return rows
}

const settled = async (id: number, count: number) => {
  const end = Date.now() + 15_000
  for (;;) {
    const rows = await deliveriesOf(id)
    const isDone = rows.length === count && rows.every(({ state }) => state === 'played')
    if (isDone || Date.now() > end) return rows
    await pause(50)
  }
}

test('a horn of the port is tested, checked and put on the air by its technician; it plays what the board released, and stops', async () => {
  const { clerk, technician, units } = port
  const horn = await startHorn(port, 'HORN-1')
  const devices = '/dispatch/devices'
  const id = await port.create('devices', {
    code: 'HORN-1',
    name: 'Còi bến 1',
    deviceClass: 'loudspeakerCluster',
    unit: units.quay,
    channel: 'http',
    address: horn.address,
    capabilities: { forms: ['text'], speaksText: true },
  })
  const { publicKey } = horn
  expect((await port.call(clerk, 'POST', `${devices}/${id}/keys`, { publicKey })).status).toBe(403)
  expect((await port.call(technician, 'POST', `${devices}/${id}/keys`, { publicKey })).status).toBe(
    200,
  )
  expect((await port.call(technician, 'POST', `${devices}/${id}/activate`, {})).status).toBe(409)

  const check = { outcome: 'passed', checkedOn: '2026-01-05', document: '7/BB' }
  expect((await port.call(technician, 'POST', `${devices}/${id}/checks`, check)).status).toBe(200)
  expect((await port.call(technician, 'POST', `${devices}/${id}/test`, {})).status).toBe(200)
  await port.work()
  const { body } = await port.call(technician, 'GET', `${devices}/${id}/tests`)
  const [run] = body.tests as { outcome: string; startedBy: string; steps: { outcome: string }[] }[]
  expect(run?.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(run).toMatchObject({ outcome: 'passed', startedBy: 'technician' })
  expect((await port.call(technician, 'POST', `${devices}/${id}/activate`, {})).status).toBe(200)
  await horn.activated()

  await issue(await port.write('Sóng ở vũng khác', [units.dock]))
  const storm = await port.write('Sóng lừng', [units.port])
  await issue(storm)
  expect(await settled(storm, 1)).toEqual([
    {
      kind: 'alert',
      code: 'HORN-1',
      state: 'played',
      issuer: 'Cảng vụ Hải Phòng',
      receipts: ['received', 'playing', 'played'],
    },
  ])
  await withdraw({
    req: await port.master.req(),
    collection: 'bulletins',
    id: storm,
    type: 'error',
    explanation: 'Sóng đã lặng.',
  })
  await port.work()
  expect((await settled(storm, 2)).map(({ kind, state }) => [kind, state])).toEqual([
    ['alert', 'played'],
    ['cancel', 'played'],
  ])
  expect(horn.heard.filter((line) => line.includes('Sóng'))).toEqual(['ALERT Sóng lừng'])
  horn.stop()
})

test('without a programme an ordinary bulletin is offered to nobody, and all ticks pass', async () => {
  const id = await port.write('Giờ mở cổng', [port.units.quay], { priority: 'normal' })
  await issue(id)
  expect(await deliveriesOf(id)).toEqual([])
  await port.tick('dispatchProgrammeTick', 'dispatchPresenceTick')
})

test('who is on the board sees what became of bulletins, others do not; there is no page for storms', async () => {
  const { rows } = await port.client.query<{ id: string }>(
    "select id from dispatch.dispatches where kind = 'alert' limit 1",
  )
  const wall = `/dispatch/wall/${rows[0]?.id}`
  expect((await port.call(port.master, 'GET', wall)).status).toBe(200)
  expect((await port.call(port.clerk, 'GET', wall)).status).toBe(403)
  const storm = await port.call(port.master, 'GET', '/dispatch/storm/areas')
  expect([403, 404]).toContain(storm.status)
})

test('operators are told of a horn that fell silent, by the mail of the project', async () => {
  await port.client.query(
    `insert into dispatch.presence (device_id, is_up) select id, false from public.devices where code = 'HORN-1'`,
  )
  await port.tick('dispatchPresenceTick')
  expect(port.mails.map(({ to }) => to)).toEqual([['technician@port.example']])
})

test('a config that lacks what dispatch reads is refused, and everything missing is named', () => {
  const config = {
    collections: [
      { slug: 'units', fields: [{ name: 'code', type: 'text' as const }] },
      { slug: 'devices', fields: [] },
    ],
  }
  expect(() => dispatch()(config as never)).toThrow(
    /lacks[^]*field "units\.name" \(text or textarea\)[^]*collection "device-groups"[^]*field "devices\.lifecycle" \(select\)[^]*collection "bulletins"[^]*locale "vi"/,
  )
})
