import { createHash, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqlOn } from '#kit/sqlOn.ts'
import { readBoard } from '#plugins/dispatch/registry/board/readBoard.ts'
import { rebuildDeliveries } from '#plugins/dispatch/reports/rebuildDeliveries.ts'
import { createRecordRefusal } from '#plugins/dispatch/reports/recordRefusal.ts'
import type { Receipt, Report } from '../../../../src/examples/device/protocol.ts'
import { receipt, signedReport } from '#tests/support/deviceReport.ts'
import { deviceKey, openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startHubDevice } from '#tests/support/hubDevice.ts'

let hub: DispatchHub
const key = deviceKey()
const otherKey = deviceKey()

beforeAll(async () => {
  hub = await openDispatchHub()
  await hub.start()
  await hub.install([
    { code: 'mine', channel: 'pull', publicKey: key.publicKey },
    { code: 'other', channel: 'pull', publicKey: otherKey.publicKey },
  ])
})

afterAll(() => hub?.stop())

const post = async (envelope: unknown) => {
  const answer = await fetch(`${hub.url}/api/dispatch/reports`, {
    method: 'POST',
    body: typeof envelope === 'string' ? envelope : JSON.stringify(envelope),
  })
  const { errors } = (await answer.json()) as { errors?: { code: string }[] }
  return [answer.status, errors?.[0]?.code]
}

const say = (report: Partial<Report>, more: { code?: string; now?: Date; key?: typeof key } = {}) =>
  signedReport(
    { code: more.code ?? 'mine', privateKey: (more.key ?? key).privateKey },
    report,
    more.now,
  )

const stored = async (dispatch: string) => {
  const { rows } = await hub.pool.query<{ kind: string; late: boolean }>(
    `select r.kind, r.is_late as late from dispatch.receipts r join dispatch.deliveries l on l.id = r.delivery_id
     where l.dispatch_id = $1 order by r.stored_at, r.kind`,
    [dispatch],
  )
  return rows
}
const toMine = { areas: [], groups: [], devices: ['mine'] }
const stateOf = async (dispatch: string) => (await hub.deliveries(dispatch))[0]?.state

test('F11: a receipt three times, out of order and after the end is one row, and no state moves back', async () => {
  const id = await hub.give({ audience: toMine })
  await hub.settled(id, ([one]) => one !== undefined)
  const played = say({ receipts: [receipt(id, 'played', { seconds: 12 })] })
  for (let n = 0; n < 3; n += 1) expect(await post(played)).toEqual([200, undefined])
  expect(await stateOf(id)).toBe('played')
  await post(say({ receipts: [receipt(id, 'received'), receipt(id, 'playing')] }))
  await post(say({ receipts: [receipt(id, 'refused')] }))
  expect(await stateOf(id)).toBe('played')
  const all = await stored(id)
  expect(new Set(all.map((one) => one.kind))).toEqual(
    new Set(['played', 'received', 'playing', 'refused']),
  )
  expect(all).toHaveLength(4)

  const closed = await hub.give({ audience: toMine, expiresAt: new Date().toISOString() })
  await hub.owner.query(`update dispatch.deliveries set state = 'expired' where dispatch_id = $1`, [
    closed,
  ])
  await post(say({ receipts: [receipt(closed, 'playing')] }))
  expect(await stored(closed)).toEqual([{ kind: 'playing', late: true }])
  expect(await stateOf(closed)).toBe('expired')
})

test('F12: a forged, foreign or old report is 401 with a row for the auditor, and moves nothing', async () => {
  const id = await hub.give({ audience: toMine })
  const mine = { receipts: [receipt(id, 'played')] }
  const old = new Date(Date.now() - 600_000)
  const { privateKey } = generateKeyPairSync('ed25519')
  expect(await post(say(mine, { key: otherKey }))).toEqual([401, 'report_not_authentic'])
  expect(await post(say(mine, { key: { ...key, privateKey } }))).toEqual([
    401,
    'report_not_authentic',
  ])
  expect(await post({ ...say(mine), device: 'nobody' })).toEqual([401, 'device_unknown'])
  expect(await post({ ...say(mine), body: JSON.stringify({ v: 1 }) })).toEqual([
    401,
    'report_not_authentic',
  ])
  expect(await post(say(mine, { now: old }))).toEqual([401, 'report_out_of_time'])
  expect(await post('{')).toEqual([400, 'bad_report'])
  expect(await post(say({ receipts: [{ ...receipt(id, 'played'), dispatch: 'x' }] }))).toEqual([
    400,
    'bad_report',
  ])
  // What another device says with its own key is about its own deliveries only.
  expect(await post(say(mine, { code: 'other', key: otherKey }))).toEqual([200, undefined])
  expect(await stored(id)).toEqual([])
  const { rows } = await hub.pool.query<{ code: string }>(
    'select distinct code from dispatch.refusals order by code',
  )
  expect(rows.map((one) => one.code)).toEqual([
    'bad_report',
    'device_unknown',
    'report_not_authentic',
    'report_out_of_time',
  ])
})

test('F12: a key that is revoked speaks no more; two that overlap both do', async () => {
  const next = deviceKey()
  await hub.pool.query(
    `insert into dispatch.device_keys (device_id, public_key) select id, $1 from public.devices where code = 'mine'`,
    [next.publicKey],
  )
  await expect
    .poll(async () => (await post(say({}, { key: next })))[0], { timeout: 5000 })
    .toBe(200)
  expect(await post(say({}))).toEqual([200, undefined])
  await hub.pool.query('update dispatch.device_keys set revoked_at = now() where public_key = $1', [
    next.publicKey,
  ])
  await expect
    .poll(async () => (await post(say({}, { key: next })))[1], { timeout: 5000 })
    .toBe('report_not_authentic')
})

test.each([
  ['an hour ahead', 3_600_000],
  ['a day behind', -86_400_000],
  ['in 1970', -Date.now()],
])(
  'F13: a device whose clock is %s learns ours, is heard and heard of at the right time',
  async (name, error) => {
    const code = `clock-${name.replaceAll(' ', '-')}`
    const device = await startHubDevice(hub, { code, channel: 'pull', clockErrorMs: error })
    const id = await hub.give({ audience: { areas: [], groups: [], devices: [code] } })
    const rows = await hub.settled(id, ([one]) => one?.state === 'played')
    expect(rows).toMatchObject([{ state: 'played' }])
    const { rows: times } = await hub.pool.query<{ off: number }>(
      `select abs(extract(epoch from playing_at - now()))::float8 as off from dispatch.deliveries where dispatch_id = $1`,
      [id],
    )
    expect(times[0]?.off).toBeLessThan(60)
    // What fits the column: a clock of 1970 is off by more.
    const kept = Math.max(-2_147_483_648, Math.min(2_147_483_647, error))
    const isKept = async () => {
      const { rows: states } = await hub.pool.query<{ offset: number }>(
        `select s.offset_ms::float8 as offset from dispatch.device_states s join public.devices d on d.id = s.device_id where d.code = $1`,
        [code],
      )
      return Math.abs((states[0]?.offset ?? 0) - kept) < 60_000
    }
    await expect.poll(isKept, { timeout: 5000 }).toBe(true)
    await device.stop()
  },
)

test('F16: a device that floods is told 429, and its megabyte of text is refused', async () => {
  const flood = deviceKey()
  await hub.install([{ code: 'flood', channel: 'pull', publicKey: flood.publicKey }])
  const statuses = await Promise.all(
    Array.from(
      { length: 150 },
      async () => (await post(say({}, { code: 'flood', key: flood })))[0],
    ),
  )
  expect(statuses.filter((one) => one === 429)).toHaveLength(50)
  const refused = await fetch(`${hub.url}/api/dispatch/reports`, {
    method: 'POST',
    body: JSON.stringify(say({}, { code: 'flood', key: flood })),
  })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  const id = await hub.give({ audience: toMine })
  const long = say({ receipts: [receipt(id, 'refused', { detail: 'x'.repeat(1_000_000) })] })
  expect(await post(long)).toEqual([413, 'report_too_long'])
})

test('F16: a device that answers every call and plays nothing is shown as silent after one drill, until one in which it plays', async () => {
  const liar = deviceKey()
  await hub.install([{ code: 'liar', channel: 'pull', publicKey: liar.publicKey }])
  await hub.owner.query(`alter table dispatch.connection_tests disable trigger user;
    update dispatch.connection_tests set started_at = now() - interval '1 day', ended_at = now() - interval '1 day';
    alter table dispatch.connection_tests enable always trigger end_test_once`)
  const drill = (minutesAgo: number, more: object = {}) =>
    hub.give({
      kind: 'exercise',
      audience: { areas: [], groups: [], devices: ['liar'] },
      effectiveAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      ...more,
    })
  const tell = (id: string, kind: Receipt['kind']) =>
    post(say({ receipts: [receipt(id, kind)] }, { code: 'liar', key: liar }))
  const standing = async () => {
    const filter = { unit: null, deviceClass: null, standing: null, text: 'liar', own: null }
    const { rows } = await readBoard(sqlOn(hub.pool), filter, { limit: 5, offset: 0 })
    return rows.map((one) => one.standing)
  }
  const fresh = await drill(0)
  await tell(fresh, 'received')
  expect(await standing()).toEqual(['up']) // it may still play
  const first = await drill(5)
  await tell(first, 'received')
  expect(await standing()).toEqual(['silent'])
  const second = await drill(4)
  for (const kind of ['received', 'playing'] as const) await tell(second, kind)
  expect(await standing()).toEqual(['up'])
  const third = await drill(3, { chain: 'bulletin/ha-noi/called-off' })
  await tell(third, 'received')
  expect(await standing()).toEqual(['silent'])
  const { rowCount } = await hub.owner.query(
    `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome)
     select id, dispatch.fingerprint_of(id), clock_timestamp(), 'passed' from public.devices where code = 'liar'`,
  )
  expect([rowCount, await standing()]).toEqual([1, ['up']])
})

test('what a device refused because it was out of service it gets when it asks again, and what it then plays counts', async () => {
  const id = await hub.give({ audience: toMine })
  await post(say({ receipts: [receipt(id, 'refused', { detail: 'inactive' })] }))
  expect(await stateOf(id)).toBe('refused')
  const answer = await fetch(`${hub.url}/api/dispatch/reports`, {
    method: 'POST',
    body: JSON.stringify(say({ want: [id] })),
  })
  const { messages } = (await answer.json()) as { messages: { id: string }[] }
  expect(messages.map((one) => one.id)).toContain(id)
  await post(say({ receipts: [receipt(id, 'received'), receipt(id, 'playing')] }))
  expect(await stateOf(id)).toBe('playing')
})

test('F24: every byte of a text arrives: NFD, right to left, 5,000 characters', async () => {
  const device = await startHubDevice(hub, { code: 'bytes', channel: 'pull' })
  const text = `${'Cổ Loa'.normalize('NFD')} ‮ שלום "\\\u0001\u2028😀 ${'ữ'.repeat(5000)}`
  const id = await hub.give({ text, audience: { areas: [], groups: [], devices: ['bytes'] } })
  await hub.settled(id, ([one]) => one?.receipts.includes('received') ?? false)
  const got = device.messages.find((one) => 'id' in one && one.id === id)
  const hash = (value: string) => createHash('sha256').update(value).digest('hex')
  expect(hash(got && 'text' in got ? got.text : '')).toBe(hash(text))
  await device.stop()
})

test('what deliveries show is what their attempts and receipts say, and can be rebuilt from them', async () => {
  const device = await startHubDevice(hub, { code: 'ladder', channel: 'http' })
  const audience = { areas: [], groups: [], devices: ['ladder', 'mine'] }
  const id = await hub.give({ audience })
  await hub.settled(id, (all) => all.some((one) => one.state === 'played'))
  await post(say({ receipts: [receipt(id, 'playing'), receipt(id, 'received', { eventId: 'b' })] }))
  const read = async () => {
    const { rows } = await hub.pool.query(
      `select id, state, attempts, accepted_at, received_at, staged_at, playing_at, played_at, proven_at, played_seconds
       from dispatch.deliveries where dispatch_id = $1 order by id`,
      [id],
    )
    return rows as unknown[]
  }
  expect(await rebuildDeliveries(hub.pool, id)).toBe(0)
  const before = await read()
  await hub.pool.query(
    `update dispatch.deliveries set state = 'queued', attempts = 0, received_at = null, playing_at = now(), played_seconds = 1
     where dispatch_id = $1`,
    [id],
  )
  expect(await rebuildDeliveries(hub.pool, id)).toBe(2)
  expect(await read()).toEqual(before)
  await device.stop()
})

test('what one report says wrong costs its neighbours nothing', async () => {
  const id = await hub.give({ audience: { areas: [], groups: [], devices: ['mine', 'other'] } })
  const half = '\ud800'
  const bad: Record<string, unknown> = {
    year: say({ receipts: [receipt(id, 'received', { at: '0000-01-01T00:00:00Z' })] }),
    zone: say({ receipts: [receipt(id, 'received', { at: '2026-12-01T00:00:00+23:59' })] }),
    detail: say({ receipts: [receipt(id, 'received', { detail: half })] }),
    proof: say({ receipts: [receipt(id, 'proven', { proof: { a: half } })] }),
    nul: { ...say({}), device: 'a\u0000b' },
    surrogate: { ...say({}), device: `a${half}` },
  }
  for (const [name, envelope] of Object.entries(bad)) {
    const honest = say({ heartbeat: { volume: 1 } as never }, { code: 'other', key: otherKey })
    const [told, taken] = await Promise.all([post(envelope), post(honest)])
    expect([name, told, taken[0]]).toEqual([name, [400, 'bad_report'], 200])
  }
  const short = say({ receipts: [receipt(id, 'played', { seconds: 1e-60 })] })
  expect((await post(short))[0]).toBe(200)
})

test('a forged report is kept, however many strangers were refused before; the others are counted', async () => {
  await hub.install([{ code: 'named', channel: 'pull', publicKey: deviceKey().publicKey }])
  for (let n = 0; n < 650; n += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, more) => post(say({}, { code: `stranger-${n + more}` }))),
    )
  expect((await post(say({}, { code: 'named', key: deviceKey() })))[0]).toBe(401)
  const { rows } = await hub.owner.query<{ strangers: number; forged: number }>(
    `select count(*) filter (where device_code like 'stranger-%')::int as strangers,
       count(*) filter (where device_code = 'named' and code = 'report_not_authentic')::int as forged from dispatch.refusals`,
  )
  expect(rows[0]?.strangers).toBeLessThanOrEqual(601)
  expect(rows[0]?.forged).toBe(1)
  const record = createRecordRefusal(hub.pool, 50)
  for (let n = 0; n < 4; n += 1)
    await record({ what: 'report', code: 'bad_report', deviceCode: 'alike' })
  await expect
    .poll(async () => {
      const counted = await hub.owner.query<{ detail: string }>(
        `select detail from dispatch.refusals where code = 'others'`,
      )
      return counted.rows
    })
    .toEqual([{ detail: '3 more' }])
})
