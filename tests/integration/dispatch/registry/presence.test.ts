import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPool } from '#tests/support/openPool.ts'
import { passChecks } from '#tests/support/installDevice.ts'
import { openRegistry } from './openRegistry.ts'

let city: Awaited<ReturnType<typeof openRegistry>>
let tick: (now: Date) => Promise<unknown>
let pools: pg.Pool[]

/** Long after the devices of these tests are entered; the watch is given its time, the database keeps its own. */
let clock: number
const minutes = (n: number) => new Date(clock + n * 60_000)

beforeAll(async () => {
  city = await openRegistry({ OPS_MAIL: 'truc-ban@coloa.example' })
  const { createPresenceTick } = await import('#plugins/dispatch/registry/presence/presenceTick.ts')
  pools = [0, 1].map(() => openPool(city.appUrl, 2))
  const env = { publicUrl: 'https://coloa.example', opsMail: 'truc-ban@coloa.example' }
  /** Two workers whose clocks tick together. */
  tick = (now) =>
    Promise.all(
      pools.map(
        async (pool) => createPresenceTick({ pool, env, now: () => now } as never)({}, {} as never), // all it uses
      ),
    )
})
afterAll(async () => {
  for (const pool of pools ?? []) await pool.end()
  await city?.stop()
})

beforeEach(async () => {
  clock = Date.now() + 3_600_000
  await city.pool.query(
    `alter table dispatch.presence disable trigger append_only; alter table dispatch.tellings disable trigger append_only;
     delete from dispatch.tellings; delete from dispatch.presence; delete from dispatch.device_states; delete from dispatch.watches;
     delete from web.mails; update public.devices set lifecycle = 'suspended' where lifecycle = 'active'`,
  )
})

const active = async (more: Record<string, unknown> = {}) => {
  const device = await city.device(more)
  await passChecks(city.pool, device.id)
  await city.pool.query(`update public.devices set lifecycle = 'active' where id = $1`, [device.id])
  return device
}
const hear = (at: Date, ...devices: { id: number }[]) =>
  city.pool.query(
    `insert into dispatch.device_states (device_id, seen_at, heartbeat_at) select unnest($1::int[]), $2, $2
     on conflict (device_id) do update set seen_at = excluded.seen_at, heartbeat_at = excluded.heartbeat_at`,
    [devices.map((one) => one.id), at],
  )
const mails = async () => {
  const { rows } = await city.pool.query<{
    recipients: string[]
    subject: string
    body_text: string
  }>('select recipients, subject, body_text from web.mails order by queued_at, recipients')
  return rows
}
const ticks = async (from: number, to: number) => {
  for (let n = from; n <= to; n += 1) await tick(minutes(n))
}

test('a device is away after two intervals and the grace, is told of once by two workers, and its return once', async () => {
  const one = await active()
  await hear(minutes(0), one)
  await ticks(0, 2)
  expect(await mails()).toEqual([])
  await ticks(3, 4)
  const told = await mails()
  expect(told.map((mail) => mail.recipients)).toEqual([
    ['phuong@coloa.example'],
    ['truc-ban@coloa.example', 'van-hanh@coloa.example'],
  ])
  expect(told[0]?.subject).toBe('[Mất liên lạc] Phường Ba Đình: 1 thiết bị mất liên lạc')
  for (let n = 5; n <= 9; n += 1) {
    await hear(minutes(n), one)
    await tick(minutes(n))
  }
  const all = await mails()
  expect(all).toHaveLength(4)
  expect(all[2]?.subject).toBe('[Đã có lại] Phường Ba Đình: 1 thiết bị đã có lại')
  expect(all[2]?.body_text).toContain('đã mất 5 phút')
  const { rows } = await city.pool.query(
    'select is_up from dispatch.presence where device_id = $1 order by at',
    [one.id],
  )
  expect(rows).toEqual([{ is_up: false }, { is_up: true }])
})

test('many devices of a commune are one line, and a lost gateway speaks for all behind it', async () => {
  const behind = await Promise.all(
    [1, 2, 3, 4].map(() => active({ gateway: 'CONG-7', unit: city.units.theirs })),
  )
  const ours = await Promise.all([1, 2, 3].map(() => active()))
  await hear(minutes(0), ...behind, ...ours)
  await ticks(0, 4)
  const told = await mails()
  expect(told).toHaveLength(2)
  const ops = told.find((mail) => mail.recipients.includes('truc-ban@coloa.example'))
  const lines = ops?.body_text.split('\n').filter((line) => line.startsWith('- '))
  expect(lines).toHaveLength(2)
  expect(lines?.[0]).toContain('Cổng kết nối CONG-7 (Phường Ngọc Hà): 4 thiết bị phía sau')
  expect(lines?.[1]).toContain('Phường Ba Đình: 3 thiết bị')
})

test('losses that go on for minutes are gathered: nobody is written to twice within the quiet time', async () => {
  const devices = await Promise.all([1, 2, 3, 4].map(() => active()))
  for (const [n, one] of devices.entries()) await hear(minutes(n), one)
  await ticks(0, 12)
  const ops = (await mails()).filter((mail) => mail.recipients.includes('truc-ban@coloa.example'))
  expect(ops.map((mail) => mail.subject)).toEqual([
    '[Mất liên lạc] Thiết bị: 1 thiết bị mất liên lạc',
    '[Mất liên lạc] Thiết bị: 3 thiết bị mất liên lạc',
  ])
})

test('a device under test, a suspended one and one on a channel without reports alert nobody', async () => {
  const [tested, suspended] = [await active(), await active()]
  const silent = await active({ channel: 'httttn', address: 'https://10.1.1.1/' })
  await hear(minutes(0), tested, suspended, silent)
  await city.pool.query(
    `insert into dispatch.connection_tests (device_id, fingerprint) values ($1, dispatch.fingerprint_of($1))`,
    [tested.id],
  )
  await city.pool.query(`update public.devices set lifecycle = 'suspended' where id = $1`, [
    suspended.id,
  ])
  await ticks(0, 6)
  expect(await mails()).toEqual([])
  await city.pool.query(
    `update dispatch.connection_tests set ended_at = clock_timestamp(), outcome = 'broken_off' where ended_at is null`,
  )
  await ticks(7, 8)
  expect(await mails()).toHaveLength(2)
})

test('a city that was away itself does not call its devices silent', async () => {
  const one = await active()
  await hear(minutes(0), one)
  await ticks(0, 1)
  await ticks(60, 62)
  expect(await mails()).toEqual([])
  await hear(minutes(62), one)
  await ticks(63, 64)
  expect(await mails()).toEqual([])
})

test('who reads English is written to in English', async () => {
  await city.pool.query(
    `update public.users set preferred_locale = 'en' where email = 'van-hanh@coloa.example'`,
  )
  const one = await active()
  await hear(minutes(0), one)
  await ticks(0, 4)
  const told = await mails()
  const to = (email: string) => told.find(({ recipients }) => recipients.includes(email))
  const [commune, english, vietnamese] = ['phuong', 'van-hanh', 'truc-ban'].map((name) =>
    to(`${name}@coloa.example`),
  )
  expect(commune?.recipients).toEqual(['phuong@coloa.example'])
  expect(vietnamese?.recipients).toEqual(['truc-ban@coloa.example'])
  expect(vietnamese?.subject).toContain('1 thiết bị mất liên lạc')
  expect(english?.recipients).toEqual(['van-hanh@coloa.example'])
  expect(english?.subject).toBe('[Lost] Devices: 1 lost')
  expect(english?.body_text).not.toMatch(/thiết bị/)
})
