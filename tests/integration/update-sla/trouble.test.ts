import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterEvent } from '#plugins/update-sla/clocks/enterEvent.ts'
import { extendClock } from '#plugins/update-sla/clocks/extendClock.ts'
import { markDone } from '#plugins/update-sla/clocks/markDone.ts'
import { pauseClock } from '#plugins/update-sla/clocks/pauseClock.ts'
import { resumeClock } from '#plugins/update-sla/clocks/resumeClock.ts'
import { applyNotice } from '#plugins/update-sla/notices/applyNotice.ts'
import { reviseObligation } from '#plugins/update-sla/obligations/reviseObligation.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '../../support/newsroom.ts'
import type { Newsroom } from '../../support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let app: BootedPayload
let component: Newsroom
let pool: pg.Pool
let operator: PayloadRequest

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 4)
  await openNewsroom(app.payload)
  component = await openNewsroom(app.payload, 'ba-dinh')
  const user = await app.payload.create({
    collection: 'users',
    data: { email: 'op@coloa.example', password, fullName: 'Vận hành', roles: ['operator'] },
    overrideAccess: true,
    depth: 0,
  })
  operator = await createLocalReq({ user: user as never }, app.payload) // a user as the session gives it
  await tickAt('2027-11-29 08:00')
})
afterAll(async () => {
  await pool.end()
  await app.stop()
})

const tickAt = (text: string) => slaTick({ payload: app.payload, pool }, at(text))

const clockOf = async (collection: string, id: number, obligation: string) => {
  const { rows } = await pool.query<
    Record<string, unknown> & { id: number; due: string; rungs: string[] }
  >(
    `select id::float8 as id, to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due, extensions,
       ended_at is not null as "isEnded", is_late as "isLate",
       (select count(*)::int from sla.adjustments a where a.clock = c.id) as adjustments,
       array(select rung from sla.alerts a where a.clock = c.id order by fires_at, id) as rungs
     from sla.clocks c where collection = $1 and doc_id = $2 and obligation = $3`,
    [collection, id, obligation],
  )
  return rows[0] ?? { id: 0, due: '', rungs: [] }
}

const entered = async (eventAt: string, tick: string) => {
  const event = {
    obligation: 'accountRequest',
    owner: 'site:ba-dinh',
    title: 'Cấp tài khoản',
    eventAt: at(eventAt),
  }
  const { entry } = await enterEvent({ req: operator, now: at(eventAt), event })
  await tickAt(tick)
  return { entry, ...(await clockOf('entry', entry, 'accountRequest')) }
}

const asked = async (code: string, receivedAt: string) => {
  const { id } = await app.payload.create({
    collection: 'questions',
    data: {
      trackingCode: code,
      subject: 'Cấp đổi giấy tờ',
      text: 'Tôi cần đổi giấy tờ ở đâu?',
      site: component.site.id,
      receivedAt: at(receivedAt).toISOString(),
      status: 'received',
    },
    overrideAccess: true,
    depth: 0,
  })
  return id
}
const promise = (id: number, promisedOn: string) =>
  app.payload.update({
    collection: 'questions',
    id,
    data: { status: 'statusNotice', promisedOn },
    overrideAccess: true,
    depth: 0,
  })

test('what ends while it is paused has not become late by the pause', async () => {
  const { entry, id, due } = await entered('2027-11-29 09:00', '2027-11-29 09:01')
  expect(due).toBe('2027-11-30 17:00')
  const reason = 'Chờ đơn vị bổ sung'
  await pauseClock({ req: operator, clock: id, reason, now: at('2027-11-29 10:00') })
  await tickAt('2027-12-02 09:00')
  const now = at('2027-12-02 10:00')
  const done = { clock: id, at: now, note: 'Đã cấp', document: null }
  await markDone({ req: operator, done, now })
  await tickAt('2027-12-02 10:01')
  expect(await clockOf('entry', entry, 'accountRequest')).toMatchObject({
    isEnded: true,
    isLate: false,
    rungs: [],
  })
})

test('an extension is later than what pauses made of the last one', async () => {
  const { id } = await entered('2027-12-02 09:00', '2027-12-02 10:02')
  const common = { req: operator, clock: id, reason: 'Hồ sơ thiếu' }
  await extendClock({ ...common, until: at('2027-12-06 17:00'), now: at('2027-12-02 10:03') })
  await pauseClock({ ...common, now: at('2027-12-03 08:00') })
  await resumeClock({ ...common, now: at('2027-12-06 08:00') })
  await tickAt('2027-12-06 08:01')
  await expect(
    extendClock({ ...common, until: at('2027-12-06 18:00'), now: at('2027-12-06 08:02') }),
  ).rejects.toMatchObject({ code: 'extension_not_later' })
})

test('a promised day in a year of which nothing is known is one extension, and the answer ends it', async () => {
  const id = await asked('CH-2027-0001', '2027-11-30 09:00')
  await tickAt('2027-12-13 08:00')
  await promise(id, '2028-03-01T00:00:00.000Z')
  for (const minute of ['01', '02', '03']) await tickAt(`2027-12-13 08:${minute}`)
  expect(await clockOf('questions', id, 'questionAnswer')).toMatchObject({
    due: '2028-03-02 00:00',
    extensions: 1,
    adjustments: 1,
  })
})

test('a mistyped year keeps the tick from nothing', async () => {
  const id = await asked('CH-2027-0002', '2027-12-01 09:00')
  const other = await asked('CH-2027-0003', '2027-12-01 09:00')
  await tickAt('2027-12-13 09:00')
  await promise(id, '9999-12-31T00:00:00.000Z')
  await promise(other, '2027-12-28T00:00:00.000Z')
  for (const minute of ['01', '02']) await tickAt(`2027-12-13 09:${minute}`)
  expect(await clockOf('questions', other, 'questionAnswer')).toMatchObject({
    due: '2027-12-29 00:00',
  })
  expect(await clockOf('questions', id, 'questionAnswer')).toMatchObject({ adjustments: 0 })
})

test('a revised ladder does not take rungs from the windows of the day before', async () => {
  const { rows } = await pool.query<{ definition: { ladder: object[] } }>(
    `select definition from sla.obligations where code = 'componentMorning'`,
  )
  const definition = rows[0]?.definition
  const ladder = [
    ...(definition?.ladder ?? []),
    { code: 'later', when: { minutes: 16 * 1440 }, to: ['ops'], severity: 'breach' },
  ]
  const revise = (version: number, given: object[], validFrom: string) =>
    reviseObligation({
      req: operator,
      now: at('2027-12-13 09:30'),
      revision: {
        code: 'componentMorning',
        version,
        definition: { ...definition, ladder: given },
        validFrom,
        validTo: null,
        reason: 'Quy chế mới',
        document: null,
      },
    })
  await revise(1, ladder, '2027-12-14')
  await revise(2, definition?.ladder ?? [], '2027-12-15')
  for (const day of ['14', '15', '28', '29', '30']) await tickAt(`2027-12-${day} 06:00`)
  await tickAt('2027-12-30 18:05')
  const { rows: later } = await pool.query(
    `select day::text from sla.alerts where rung = 'later' and owner = 'site:ba-dinh'`,
  )
  expect(later).toEqual([{ day: '2027-12-14' }])
})

test('what is due in the last days of the known years is told, though its last rungs lie beyond', async () => {
  const id = await asked('CH-2027-0004', '2027-12-09 09:00')
  await tickAt('2027-12-30 18:06')
  const { due, rungs } = await clockOf('questions', id, 'questionAnswer')
  expect(due).toBe('2027-12-30 17:00')
  expect(rungs).toEqual(['half', 'dayBefore', 'due'])
})

test('who comes after the day of a report does not owe it this year', async () => {
  const make = (code: string) =>
    app.payload.create({
      collection: 'units',
      data: { code, name: code, kind: 'department', validFrom: '2027-01-01T00:00:00.000Z' },
      overrideAccess: true,
      depth: 0,
    })
  await make('so-moi')
  await tickAt('2027-12-31 06:00')
  const { rows } = await pool.query(
    `select obligation, due_at from sla.clocks where owner = 'unit:so-moi' and collection = 'period' and doc_id < 10000
       and due_at < '2027-12-31'`,
  )
  expect(rows).toEqual([])
})

test('a page is looked through again and again', async () => {
  const { rows } = await pool.query<{ id: number }>(
    `with act as (insert into sla.acts (obligation, collection, doc_id, owner, at, note, late_reason)
       values ('pageReview', 'pages', 1, 'site:ba-dinh', '2027-12-20', 'Đã rà soát', 'Nhập bù'))
     insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     values ('pageReview', 1, 'pages', 1, 'site:ba-dinh', 'Giới thiệu', '2027-12-20', '2027-12-01', '2028-06-20')
     returning id::float8 as id`,
  )
  const now = at('2027-12-31 07:00')
  const done = { clock: rows[0]?.id ?? 0, at: now, note: 'Đã rà soát', document: null }
  await expect(markDone({ req: operator, done, now })).resolves.toBeTruthy()
  await expect(markDone({ req: operator, done, now })).rejects.toMatchObject({
    code: 'clock_ended',
  })
})

test('a year without a notice stops nothing; its notice judges the working days that went by', async () => {
  await tickAt('2028-01-05 09:00')
  const verdicts = async (window: string, site: string) =>
    (
      await pool.query<{ day: string }>(
        `select day::text from sla.verdicts where window_code = $1 and site = $2 and day >= '2028-01-01' order by day`,
        [window, site],
      )
    ).rows.map(({ day }) => day)
  expect(await verdicts('cityEvening', 'ha-noi')).toHaveLength(4)
  expect(await verdicts('componentAfternoon', 'ba-dinh')).toEqual([])
  const days = [
    { date: '2028-01-01', kind: 'off' as const, reason: 'Tết Dương lịch', reasonEn: 'New Year' },
    { date: '2028-01-04', kind: 'off' as const, reason: 'Nghỉ bù', reasonEn: 'Day in lieu' },
  ]
  await applyNotice({
    pool,
    person: { id: null, name: 'Quản trị' },
    now: at('2028-01-05 09:30'),
    notice: {
      number: '1/TB-BNV',
      issuedOn: '2028-01-05',
      issuingBody: 'Bộ Nội vụ',
      link: null,
      unit: null,
      fullYear: 2028,
      days,
    },
  })
  await tickAt('2028-01-05 09:31')
  expect(await verdicts('componentAfternoon', 'ba-dinh')).toEqual(['2028-01-03'])
})
