import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyNotice } from '#plugins/update-sla/notices/applyNotice.ts'
import type { Notice, NoticeDay } from '#plugins/update-sla/notices/notice.ts'
import { previewNotice } from '#plugins/update-sla/notices/previewNotice.ts'
import { readNotices } from '#plugins/update-sla/notices/readNotices.ts'
import { readShifts } from '#plugins/update-sla/notices/readShifts.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let pool: pg.Pool
let owner: pg.Pool
const now = new Date('2026-11-24T09:00:00+07:00')
const person = { id: null, name: 'Quản trị viên' }

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 4)
  owner = openPool(app.ownerUrl, 2)
  await owner.query(
    `insert into sla.progress (judged_until) values ($1) on conflict (one) do update set judged_until = $1`,
    [now],
  )
  await openClocks()
})
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()])
  await app.stop()
})

/** 300 clocks of two, ten and fifteen working days, begun in the weeks before; each twentieth has ended. */
const openClocks = () =>
  owner.query(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at, ended_at)
     select o.code, o.version, 'articles', n, 'site:ha-noi', 'Việc số ' || n, t.at, t.at, $1, case when n % 20 = 0 then $1::timestamptz end
     from generate_series(1, 300) n
       cross join lateral (select timestamptz '2026-11-10 09:00+07' + n * interval '4 hours' as at) t
       join sla.obligations o on o.code = (array['policyLaw', 'planTender', 'programme'])[1 + n % 3]`,
    [now],
  )

const notice = (
  number: string,
  days: readonly NoticeDay[],
  more: Partial<Notice> = {},
): Notice => ({
  number,
  issuedOn: '2026-11-20',
  issuingBody: 'Bộ Nội vụ',
  link: null,
  unit: null,
  fullYear: null,
  days,
  ...more,
})
const day = (date: string, kind: NoticeDay['kind'] = 'off'): NoticeDay => ({
  date,
  kind,
  reason: 'Nghỉ bão',
  reasonEn: 'Storm',
})
const apply = (one: Notice) => applyNotice({ pool, notice: one, person, now })

type Clock = { id: string; event: string; days: number; due: string; ended: boolean }
const clocks = async (): Promise<Clock[]> =>
  (
    await owner.query<Clock>(
      `select c.id, to_char(c.event_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as event,
         (o.definition -> 'duration' ->> 'workingDays')::int as days, c.ended_at is not null as ended,
         to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due
       from sla.clocks c join sla.obligations o on o.code = c.obligation and o.version = c.version order by c.id`,
    )
  ).rows

/** Counts day by day on what is stored, as a clerk with a paper calendar would. */
const expectedDue = async () => {
  const { rows } = await owner.query<{ date: string; kind: string }>(
    'select date, kind::text as kind from public.working_days where unit_id is null',
  )
  const kinds = new Map(rows.map(({ date, kind }) => [date, kind]))
  return ({ event, days }: Clock): string => {
    const at = new Date(`${event}T00:00:00Z`)
    for (let left = days; left > 0;) {
      at.setUTCDate(at.getUTCDate() + 1)
      const kind = kinds.get(at.toISOString().slice(0, 10))
      const isRest = at.getUTCDay() === 0 || at.getUTCDay() === 6
      if (kind ? kind !== 'off' : !isRest) left -= 1
    }
    const last = at.toISOString().slice(0, 10)
    return `${last} ${kinds.get(last) === 'halfDay' ? '12:00' : '17:00'}`
  }
}

test('a notice moves each open clock exactly as a recomputation from scratch, and logs each that it moved', async () => {
  let number = 0
  const dates = fc.integer({ min: 1, max: 55 }).map((later) => {
    const at = new Date(Date.UTC(2026, 10, 5 + later))
    return at.toISOString().slice(0, 10)
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(dates, { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom('off', 'work', 'halfDay' as const), { minLength: 6, maxLength: 6 }),
      async (chosen, kinds) => {
        number += 1
        const before = await clocks()
        const one = notice(
          `${number}/TB-BNV`,
          chosen.map((date, index) => day(date, kinds[index] as NoticeDay['kind'])), // as many kinds as days
        )
        const preview = await previewNotice({ pool, notice: one, now, limit: 1000 })
        expect(await clocks()).toEqual(before)
        const { id, open, moved } = await apply(one)
        const after = await clocks()
        const due = await expectedDue()
        for (const clock of after) if (!clock.ended) expect(clock.due, clock.event).toBe(due(clock))
        expect(after.filter(({ ended }) => ended)).toEqual(before.filter(({ ended }) => ended))
        const changed = after.filter((clock, index) => clock.due !== before[index]?.due)
        const shifts = await readShifts(pool, { notice: id, offset: 0, limit: 1000 })
        expect(shifts.map(({ clock }) => clock).sort()).toEqual(
          changed.map(({ id: one1 }) => one1).sort(),
        )
        expect([open, moved]).toEqual([285, changed.length])
        expect(preview).toMatchObject({ open: 285, later: expect.any(Number) as number })
        expect(preview.first.map((each) => [each.id, each.dueAfter])).toEqual(
          shifts.map((each) => [each.clock, each.dueAfter]),
        )
      },
    ),
    { numRuns: 12 },
  )
})

test('of one notice entered twice at once one is applied; two different ones are both', async () => {
  const same = notice('200/TB-BNV', [day('2026-12-08')])
  const answers = await Promise.allSettled([
    apply(same),
    apply({ ...same, number: ' 200/tb-bnv ' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'notice_known', status: 409 },
  })
  await Promise.all([
    apply(notice('201/TB-BNV', [day('2026-12-09')])),
    apply(notice('202/TB-BNV', [day('2026-12-10')])),
  ])
  const due = await expectedDue()
  for (const clock of await clocks()) if (!clock.ended) expect(clock.due).toBe(due(clock))
})

test.each<[string, Partial<Notice>]>([
  ['notice_incomplete', { number: '  ' }],
  ['notice_incomplete', { days: [] }],
  ['notice_incomplete', { days: [{ ...day('2026-12-11'), reason: '' }] }],
  ['notice_bad_day', { days: [day('2026-02-30')] }],
  ['notice_bad_day', { issuedOn: '24/11/2026' }],
  ['notice_bad_link', { link: 'javascript:alert(1)' }],
  ['notice_day_twice', { days: [day('2026-12-11'), day('2026-12-11', 'work')] }],
  ['notice_year_unknown', { days: [day('2028-01-03')] }],
  ['notice_year_unknown', { days: [day('2029-01-03')], fullYear: 2029 }],
  ['notice_year_unknown', { days: [day('2024-12-31')] }],
  ['notice_year_announced', { days: [day('2026-12-11')], fullYear: 2026 }],
  ['notice_incomplete', { days: [day('2026-12-11')], fullYear: 2027 }],
  ['notice_incomplete', { unit: 1, fullYear: 2027 }],
  ['notice_unit_missing', { unit: 4711 }],
])('%s leaves everything as it was: %j', async (code, wrong) => {
  const before = [await clocks(), await readNotices(pool), await expectedDays()]
  const one = { ...notice('300/TB-BNV', [day('2026-12-11')]), ...wrong }
  await expect(previewNotice({ pool, notice: one, now })).rejects.toMatchObject({ code })
  await expect(apply(one)).rejects.toMatchObject({ code })
  expect([await clocks(), await readNotices(pool), await expectedDays()]).toEqual(before)
})

const expectedDays = async (year = '2027') =>
  (
    await owner.query<{ date: string; kind: string; expected: boolean; reason: string }>(
      `select w.date, w.kind::text as kind, w.is_provisional as expected, l.reason
       from public.working_days w join public.working_days_locales l on l._parent_id = w.id and l._locale::text = 'vi'
       where w.date like $1 and unit_id is null order by w.date`,
      [`${year}-%`],
    )
  ).rows

test('the notice of a full year takes the place of what was expected of it', async () => {
  expect((await expectedDays()).filter(({ expected }) => expected)).toHaveLength(12)
  const days = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-09-01', '2027-09-02'].map((date) =>
    day(date),
  )
  await apply(notice('400/TB-BNV', days, { fullYear: 2027 }))
  expect(await expectedDays()).toEqual(
    days.map(({ date }) => ({ date, kind: 'off', expected: false, reason: 'Nghỉ bão' })),
  )
  await expect(
    apply(notice('401/TB-BNV', [day('2027-03-03')], { fullYear: 2027 })),
  ).rejects.toMatchObject({ code: 'notice_year_announced' })
})

test('the notice of the next full year makes it known', async () => {
  await apply(notice('500/TB-BNV', [day('2028-01-03')], { fullYear: 2028 }))
  expect(await expectedDays('2028')).toHaveLength(1)
  await apply(notice('501/TB-BNV', [day('2028-03-03')]))
  expect(await expectedDays('2028')).toHaveLength(2)
})

test('the application changes no day of the calendar but by a notice that says so, in one transaction', async () => {
  const add = (date: string, kind = 'off') =>
    `insert into public.working_days (date, kind, instrument) values ('${date}', '${kind}', '1/TB')`
  const write = (number: string, changes: object[]) =>
    `insert into sla.calendar_notices (number, issued_on, issuing_body, days, changes, entered_by_name, applied_at)
     values ('${number}', '2026-11-20', 'Bộ Nội vụ', '[]', '${JSON.stringify(changes)}', 'x', now())`
  const change = { date: '2027-06-07', unit: null, before: null, after: { kind: 'off' } }
  const before = await expectedDays()
  const refused = [
    [add('2027-06-07')],
    [`update public.working_days set kind = 'work' where date = '2027-09-02'`],
    [`delete from public.working_days where date = '2027-09-02'`],
    [write('550/TB', []), add('2027-06-07')],
    [write('550/TB', [change]), add('2027-06-07', 'work')],
    [write('550/TB', [change]), `delete from public.working_days where date = '2027-09-02'`],
  ]
  for (const texts of refused) {
    const client = await pool.connect()
    await client.query('begin')
    for (const text of texts.slice(0, -1)) await client.query(text)
    const [last = ''] = texts.slice(-1)
    await expect(client.query(last), texts.join()).rejects.toMatchObject({ code: '42501' })
    await client.query('rollback')
    client.release()
  }
  await pool.query(write('551/TB', [change]))
  await expect(pool.query(add('2027-06-07'))).rejects.toMatchObject({ code: '42501' })
  await expect(
    pool.query(`insert into sla.calendar_notices (number, issued_on, issuing_body, days, changes, entered_by_name, applied_at,
      written_in) values ('552/TB', '2026-11-20', 'x', '[]', '[]', 'x', now(), '1')`),
  ).rejects.toMatchObject({ code: '42501' })
  expect(await expectedDays()).toEqual(before)
})

test('a unit’s own day moves its clocks alone', async () => {
  const unit = await app.payload.create({
    collection: 'units',
    data: { code: 'so-tai-chinh', name: 'Sở Tài chính', kind: 'department' },
    overrideAccess: true,
    depth: 0,
  })
  await owner.query(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     select obligation, version, collection, 9000 + doc_id, 'unit:so-tai-chinh', title, event_at, noticed_at, due_at
     from sla.clocks where ended_at is null order by id desc limit 5`,
  )
  const before = await clocks()
  const { id, moved } = await apply(notice('600/TB-STC', [day('2027-01-05')], { unit: unit.id }))
  expect(moved).toBeGreaterThan(0)
  const shifts = await readShifts(pool, { notice: id, offset: 0, limit: 1000 })
  expect([...new Set(shifts.map((shift) => shift.owner))]).toEqual(['unit:so-tai-chinh'])
  const after = await clocks()
  expect(after.slice(0, 300)).toEqual(before.slice(0, 300))
})

test('notices and shifts are never changed, not even by the owner of the database', async () => {
  for (const attack of [
    `update sla.calendar_notices set number = 'x'`,
    'delete from sla.shifts',
    'truncate sla.shifts',
  ])
    await expect(owner.query(attack)).rejects.toThrow('append_only')
})

test('what was reached before a notice is told by the days that held then, once', async () => {
  const { rows: made } = await owner.query<{ id: string }>(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at, climbed_until, next_rung_at)
     select code, version, 'articles', 9999, 'site:ha-noi', 'Vừa đến hạn', '2027-03-01 09:00+07', '2027-03-01 09:00+07',
       '2027-03-03 17:00+07', '2027-03-02 17:30+07', '2027-03-03 17:00+07'
     from sla.obligations where code = 'policyLaw' returning id`,
  )
  const clock = made[0]?.id
  const one = notice('700/TB-BNV', [day('2027-03-03')])
  // The workers stood still; at half past five the deadline was over, then the day was declared off.
  await applyNotice({ pool, notice: one, person, now: new Date('2027-03-03T17:30:00+07:00') })
  const { rows } = await owner.query<{ rung: string; due: Date }>(
    'select rung, due_at as due from sla.alerts where clock = $1 order by id',
    [clock],
  )
  expect(rows).toEqual([{ rung: 'due', due: new Date('2027-03-03T17:00:00+07:00') }])
  const [shift] = await readShifts(pool, { notice: await lastNotice(), offset: 0, limit: 1 })
  expect(shift).toMatchObject({ clock, dueAfter: new Date('2027-03-04T17:00:00+07:00') })
})

const lastNotice = async () => (await readNotices(pool))[0]?.id ?? ''

test('the next rung moves with its clock', async () => {
  const { rows: made } = await owner.query<{ id: string }>(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at, next_rung_at)
     select code, version, 'articles', 9998, 'site:ha-noi', 'Nửa đường', '2027-04-05 09:00+07', '2027-04-05 09:00+07',
       '2027-04-07 17:00+07', '2027-04-06 13:30+07'
     from sla.obligations where code = 'policyLaw' returning id`,
  )
  await apply(notice('650/TB-BNV', [day('2027-04-06')]))
  const { rows } = await owner.query<{ due: Date; next: Date }>(
    'select due_at as due, next_rung_at as next from sla.clocks where id = $1',
    [made[0]?.id],
  )
  expect(rows).toEqual([
    { due: new Date('2027-04-08T17:00:00+07:00'), next: new Date('2027-04-07T13:30:00+07:00') },
  ])
})
