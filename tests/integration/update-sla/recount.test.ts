import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { enterEvent } from '#plugins/update-sla/clocks/enterEvent.ts'
import { extendClock } from '#plugins/update-sla/clocks/extendClock.ts'
import { readTickState } from '#plugins/update-sla/clocks/tickState.ts'
import { createUpdateSlaRecount } from '#plugins/update-sla/jobs/updateSlaRecount.ts'
import { applyNotice } from '#plugins/update-sla/notices/applyNotice.ts'
import { recount } from '#plugins/update-sla/recount.ts'
import { openPool } from '#tests/support/openPool.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '../../support/newsroom.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let app: BootedPayload
let pool: pg.Pool
let owner: pg.Pool
let operator: PayloadRequest
/** Three that began together; the last was given more time. */
let entries: number[]

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const now = at('2027-12-03 06:00')

const tickAt = (when: Date) => slaTick({ payload: app.payload, pool }, when)

const recounted = (when = now) =>
  inTransaction(pool, async (client) =>
    recount(client, await readTickState(client, when, at('2027-11-29 05:00'))),
  )

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 4)
  owner = openPool(app.ownerUrl, 2)
  await openNewsroom(app.payload)
  await openNewsroom(app.payload, 'ba-dinh')
  const user = await app.payload.create({
    collection: 'users',
    data: { email: 'op@coloa.example', password, fullName: 'Vận hành', roles: ['operator'] },
    overrideAccess: true,
    depth: 0,
  })
  operator = await createLocalReq({ user: user as never }, app.payload) // a user as the session gives it
  await tickAt(at('2027-11-29 05:00'))
  const event = {
    obligation: 'accountRequest',
    owner: 'site:ba-dinh',
    eventAt: at('2027-12-02 09:00'),
  }
  entries = []
  for (const title of ['Cấp tài khoản', 'Hai  dấu cách\tvà\nxuống dòng ', 'Gia hạn']) {
    const { entry } = await enterEvent({
      req: operator,
      now: event.eventAt,
      event: { ...event, title },
    })
    entries.push(entry)
  }
  await tickAt(at('2027-12-02 10:00'))
  const [, , last] = await clocks()
  await extendClock({
    req: operator,
    clock: Number(last?.id),
    until: at('2027-12-10 17:00'),
    reason: 'Chờ đơn vị bổ sung',
    now: at('2027-12-02 11:00'),
  })
  await tickAt(now)
})
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()])
  await app.stop()
})

const clocks = async () => {
  const { rows } = await pool.query<{ id: string; title: string; due: Date }>(
    `select id, title, due_at as due from sla.clocks where collection = 'entry' and doc_id = any($1) order by doc_id`,
    [entries],
  )
  return rows
}

test('what was counted step by step differs from nothing', async () => {
  const [first, second, last] = await clocks()
  expect(second?.title).toBe('Hai dấu cách và xuống dòng')
  expect(second?.due).toEqual(first?.due)
  expect(last?.due).not.toEqual(first?.due)
  expect(await recounted()).toEqual({ clocks: 0, dues: 0, verdicts: [] })
})

test('a due time that was written past the tick is put right, be it of one that others began with or of an extended one', async () => {
  const before = await clocks()
  await owner.query(`update sla.clocks set due_at = due_at + interval '1 day' where id = any($1)`, [
    [before[1]?.id, before[2]?.id],
  ])
  expect(await recounted()).toEqual({ clocks: 0, dues: 2, verdicts: [] })
  expect(await clocks()).toEqual(before)
})

test('a clock that says something else than its source is put right', async () => {
  const before = await clocks()
  await owner.query(`update sla.clocks set title = 'Khác  hẳn' where id = $1`, [before[0]?.id])
  expect(await recounted()).toMatchObject({ clocks: 1, dues: 0 })
  expect(await clocks()).toEqual(before)
})

test('a verdict that the log does not bear out, or that is missing, is told', async () => {
  const { rows } = await owner.query<{ code: string; first: string; last: string }>(
    `select window_code as code, min(day)::text as first, max(day)::text as last from sla.verdicts
     where site = 'ba-dinh' group by 1 having count(*) > 2 order by 1 limit 1`,
  )
  const [window] = rows
  const of = [window?.code, window?.first]
  await owner.query('alter table sla.verdicts disable trigger append_only')
  await owner.query(
    `update sla.verdicts set state = 'met' where site = 'ba-dinh' and window_code = $1 and day = $2`,
    of,
  )
  await owner.query(
    `with gone as (delete from sla.recoveries where site = 'ba-dinh' and window_code = $1 and day = $2)
     delete from sla.verdicts where site = 'ba-dinh' and window_code = $1 and day = $2`,
    [window?.code, window?.last],
  )
  await owner.query('alter table sla.verdicts enable trigger append_only')
  const common = { site: 'ba-dinh', window: window?.code, counted: 'missed' }
  expect((await recounted()).verdicts).toEqual([
    { ...common, day: window?.first, stored: 'met' },
    { ...common, day: window?.last, stored: null },
  ])
})

test('operations are told what differs, once', async () => {
  const context = {
    pool,
    now: () => now,
    logger: pino({ level: 'silent' }),
    env: readRuntimeEnv({ ...process.env, OPS_MAIL: 'ops@coloa.example' }),
  } as unknown as JobContext // what the task uses of it
  for (let night = 0; night < 2; night += 1) await createUpdateSlaRecount(context)({}, {} as never) // the task uses no helper
  const { rows } = await owner.query<{ subject: string; text: string }>(
    `select subject, body_text as text from web.mails where key like 'sla:recount:%' and recipients = array['ops@coloa.example']`,
  )
  expect(rows.map(({ subject }) => subject)).toEqual([
    '[Đếm lại khác] 2 kết quả khung giờ, 0 thời hạn',
  ])
  expect(rows[0]?.text).toContain('Đang ghi: đạt; Đếm lại: thiếu')
  expect(rows[0]?.text).toContain('Đang ghi: không có; Đếm lại: thiếu')
})

test('a day that a notice made a working day when it was over misses no verdicts', async () => {
  const monday = at('2027-12-06 06:00')
  await tickAt(monday)
  const { verdicts } = await recounted(monday)
  await applyNotice({
    pool,
    person: { id: null, name: 'Quản trị viên' },
    now: monday,
    notice: {
      number: '12/TB',
      issuedOn: '2027-12-05',
      issuingBody: 'Bộ Nội vụ',
      link: null,
      unit: null,
      fullYear: null,
      days: [{ date: '2027-12-04', kind: 'work', reason: 'Làm bù', reasonEn: 'Worked' }],
    },
  })
  expect((await recounted(monday)).verdicts).toEqual(verdicts)
})
