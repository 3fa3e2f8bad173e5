import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readClaims } from '#plugins/update-sla/claims/readClaims.ts'
import { enterEvent } from '#plugins/update-sla/clocks/enterEvent.ts'
import { extendClock } from '#plugins/update-sla/clocks/extendClock.ts'
import { markDone } from '#plugins/update-sla/clocks/markDone.ts'
import { pauseClock } from '#plugins/update-sla/clocks/pauseClock.ts'
import { resumeClock } from '#plugins/update-sla/clocks/resumeClock.ts'
import { readClock } from '#plugins/update-sla/screens/readClocks.ts'
import { readHistory } from '#plugins/update-sla/screens/readHistory.ts'
import { appoint } from '../../support/appoint.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '../../support/newsroom.ts'
import type { Newsroom } from '../../support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let app: BootedPayload
let newsroom: Newsroom
let pool: pg.Pool
let as: Record<'operator' | 'auditor' | 'head' | 'editor' | 'stranger', PayloadRequest>

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 3)
  newsroom = await openNewsroom(app.payload)
  const make = async (name: string, roles: ('operator' | 'auditor')[] = []) => {
    const user = await app.payload.create({
      collection: 'users',
      data: { email: `${name}@coloa.example`, password, fullName: name, isActive: true, roles },
      overrideAccess: true,
      depth: 0,
    })
    return { user, req: await createLocalReq({ user: user as never }, app.payload) } // a user as the session gives it
  }
  const editor = await make('editor')
  await appoint({ board: newsroom.site.code, person: editor.user.id, role: 'editor' })
  as = {
    operator: (await make('operator', ['operator'])).req,
    auditor: (await make('auditor', ['auditor'])).req,
    head: await newsroom.request(),
    editor: editor.req,
    stranger: (await make('stranger')).req,
  }
  await tickAt('2026-03-02 08:00')
})
afterAll(async () => {
  await pool.end()
  await app.stop()
})

const tickAt = (text: string) => slaTick({ payload: app.payload, pool }, at(text))

const owner = 'site:ha-noi'
const enter = (more: Record<string, unknown> = {}, req = as.operator) =>
  enterEvent({
    req,
    now: at('2026-03-03 10:00'),
    event: {
      obligation: 'accountRequest',
      owner,
      title: 'Cấp tài khoản cho phường',
      eventAt: at('2026-03-02 16:00'),
      ...more,
    },
  })

/** What tests read of the clock of an entry; times as in Hà Nội. */
const clockOf = async (entry: number) => {
  const { rows } = await pool.query<{ id: number; due: string; extensions: number }>(
    `select id::float8 as id, to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due, extensions,
       paused_at is not null as "isPaused", ended_by as "endedBy", is_late as "isLate"
     from sla.clocks where collection = 'entry' and doc_id = $1`,
    [entry],
  )
  return rows[0] ?? { id: 0, due: '', extensions: 0 }
}
const enterAndTick = async (more: Record<string, unknown> = {}, tick = '2026-03-03 10:01') => {
  const { entry } = await enter(more)
  await tickAt(tick)
  return { entry, ...(await clockOf(entry)) }
}
const coded = (code: string) => expect.objectContaining({ code }) as Error

test('an event entered late starts its clock when it happened; an act ends it', async () => {
  const { entry, id, due } = await enterAndTick()
  expect(due).toBe('2026-03-03 17:00')
  const done = { clock: id, at: at('2026-03-03 18:00'), note: 'Đã cấp', document: '12/TB' }
  await markDone({ req: as.editor, done, now: at('2026-03-03 18:05') })
  await tickAt('2026-03-03 18:06')
  expect(await clockOf(entry)).toMatchObject({ endedBy: 'act', isLate: true })
  await expect(markDone({ req: as.operator, done, now: at('2026-03-03 18:10') })).rejects.toEqual(
    coded('clock_ended'),
  )
})

test('of two people who mark the same at once one is told that it was done', async () => {
  const { id } = await enterAndTick({ title: 'Khoá tài khoản' }, '2026-03-03 18:07')
  const now = at('2026-03-03 18:20')
  const results = await Promise.allSettled(
    [as.operator, as.head].map((req) =>
      markDone({ req, done: { clock: id, at: now, note: 'Xong', document: null }, now }),
    ),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((one) => one.status === 'rejected')?.reason).toEqual(coded('clock_ended'))
})

test('a planned downtime has to be told of 48 hours before it begins', async () => {
  const start = at('2026-03-09 22:00')
  const title = 'Nâng cấp máy chủ'
  const { entry, id, due } = await enterAndTick(
    { obligation: 'downtimeNotice', eventAt: start, title },
    '2026-03-03 18:21',
  )
  expect(due).toBe('2026-03-07 22:00')
  const now = at('2026-03-04 09:00')
  const done = { clock: id, at: now, note: 'Đã thông báo', document: '15/TB-VP' }
  await markDone({ req: as.operator, done, now })
  await tickAt('2026-03-04 09:01')
  expect(await clockOf(entry)).toMatchObject({ endedBy: 'act', isLate: false })
})

test('a pause leaves the working time that was left; an extension is counted', async () => {
  const eventAt = at('2026-03-04 09:00')
  const { entry } = await enterEvent({
    req: as.head,
    now: at('2026-03-04 09:05'),
    event: { obligation: 'accountRequest', owner, title: 'Đổi quyền', eventAt },
  })
  await tickAt('2026-03-04 09:06')
  const { id, due } = await clockOf(entry)
  expect(due).toBe('2026-03-05 17:00')
  const change = (now: string, reason = 'Chờ văn bản của Sở') => ({
    req: as.head,
    clock: id,
    reason,
    now: at(now),
  })
  await pauseClock(change('2026-03-05 15:00'))
  await expect(pauseClock(change('2026-03-05 15:01'))).rejects.toEqual(coded('clock_paused'))
  await tickAt('2026-03-05 15:02')
  expect(await clockOf(entry)).toMatchObject({ isPaused: true })
  await resumeClock(change('2026-03-06 09:00'))
  await expect(resumeClock(change('2026-03-06 09:01'))).rejects.toEqual(coded('clock_not_paused'))
  await tickAt('2026-03-06 09:02')
  expect(await clockOf(entry)).toMatchObject({ isPaused: false, due: '2026-03-06 11:00' })
  const until = at('2026-03-10 17:00')
  await expect(
    extendClock({ ...change('2026-03-06 10:00'), until: at('2026-03-06 10:30') }),
  ).rejects.toEqual(coded('extension_not_later'))
  await expect(extendClock({ ...change('2026-03-06 10:00', ' '), until })).rejects.toEqual(
    coded('bad_input'),
  )
  await extendClock({ ...change('2026-03-06 10:00'), until })
  await tickAt('2026-03-06 10:01')
  expect(await clockOf(entry)).toMatchObject({ due: '2026-03-10 17:00', extensions: 1 })
})

test('a board acts for its own site; only its head and deputy give more time', async () => {
  const { id } = await enterAndTick({ title: 'Tài khoản mới' }, '2026-03-06 10:02')
  const now = at('2026-03-06 10:05')
  const done = { clock: id, at: now, note: 'Xong', document: null }
  const more = { clock: id, reason: 'Nghỉ ốm', now, until: at('2026-03-20 17:00') }
  for (const req of [as.stranger, as.auditor]) {
    await expect(markDone({ req, done, now })).rejects.toEqual(coded('not_owner'))
    await expect(enter({}, req)).rejects.toEqual(coded('not_owner'))
  }
  await expect(extendClock({ ...more, req: as.editor })).rejects.toEqual(coded('not_owner'))
  await expect(enter({ owner: 'site:khong-co' })).rejects.toEqual(coded('owner_unknown'))
  await extendClock({ ...more, req: as.head })
  await markDone({ req: as.editor, done, now })
})

test('an act that is dated back needs a reason, and shows who entered it and when', async () => {
  const { entry, id } = await enterAndTick({ title: 'Tài khoản cũ' }, '2026-03-06 10:06')
  const done = { clock: id, at: at('2026-03-06 09:30'), note: 'Đã cấp', document: null }
  const now = at('2026-03-06 10:07')
  const mark = (lateReason?: string) =>
    markDone({ req: as.editor, done: { ...done, ...(lateReason ? { lateReason } : {}) }, now })
  for (const reason of [undefined, '  '])
    await expect(mark(reason)).rejects.toEqual(
      expect.objectContaining({ code: 'late_reason_missing', details: { field: 'lateReason' } }),
    )
  const write = (reason: string) =>
    pool.query(
      `insert into sla.acts (obligation, collection, doc_id, owner, at, note, late_reason)
       values ('accountRequest', 'entry', ${entry}, '${owner}', '2026-03-06T09:30:00+07:00', 'x', ${reason})`,
    )
  for (const reason of ['null', `' '`])
    await expect(write(reason)).rejects.toMatchObject({ code: '42501' })
  await expect(
    pool.query(`insert into sla.acts (obligation, collection, doc_id, owner, at, note, entered_at)
      values ('accountRequest', 'entry', ${entry}, '${owner}', now(), 'x', '2026-03-01')`),
  ).rejects.toMatchObject({ code: '42501' })
  const before = Date.now()
  await mark('Nhập bù sau khi mất mạng')
  await tickAt('2026-03-06 10:08')
  expect(await clockOf(entry)).toMatchObject({ endedBy: 'act' })
  const clock = await readClock(as.operator, String(id))
  if (!clock) throw new Error('the operator sees every clock')
  const claims = await readClaims(pool, clock)
  expect(claims).toMatchObject([
    { isEnd: false, at: at('2026-03-02 16:00'), enteredAt: at('2026-03-03 10:00') },
    { isEnd: true, at: done.at, by: as.editor.user?.id, lateReason: 'Nhập bù sau khi mất mạng' },
  ])
  expect(claims[0]?.by).toBe(as.operator.user?.id)
  expect(claims[1]?.enteredAt.getTime()).toBeGreaterThan(before - 60_000)
  const history = await readHistory(pool, clock, now)
  expect(history.find(({ kind }) => kind === 'act')?.claim).toEqual(claims[1])
  expect(history.find(({ kind }) => kind === 'noticed')?.by).toBe(as.operator.user?.id)
})

test('a time that is stated in a document is kept with who stated it, and an end dated back with its reason', async () => {
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  const question = await app.payload.create({
    collection: 'questions',
    data: {
      trackingCode: 'HN-2026-0001',
      subject: 'Đèn đường hỏng',
      text: 'Đèn ở ngõ 5 hỏng.',
      site: newsroom.site.id,
      receivedAt: ago(50),
      status: 'received',
    },
    req: as.editor,
    overrideAccess: false,
    depth: 0,
  })
  const forward = (data: object) =>
    app.payload.update({
      collection: 'questions',
      id: question.id,
      data: { status: 'forwarded', ...data },
      req: as.head,
      overrideAccess: false,
      depth: 0,
    })
  await expect(forward({ forwardedAt: ago(40) })).rejects.toMatchObject({
    name: 'ValidationError',
    data: { errors: [{ path: 'lateReason', message: expect.stringContaining('ghi lùi') }] },
  })
  const [first, second] = [ago(40), ago(0)]
  await forward({ forwardedAt: first, lateReason: 'Chuyển bằng giấy trước' })
  await forward({ forwardedAt: second })
  await forward({ note: 'không đổi thời điểm' })
  const { rows } = await pool.query(
    `select field, is_end as "isEnd", at, before, late_reason as reason, by from sla.claims
     where collection = 'questions' and doc_id = $1 order by id`,
    [question.id],
  )
  const head = as.head.user?.id
  expect(rows).toEqual([
    {
      field: 'receivedAt',
      isEnd: false,
      at: new Date(question.receivedAt),
      before: null,
      reason: null,
      by: as.editor.user?.id,
    },
    {
      field: 'forwardedAt',
      isEnd: true,
      at: new Date(first),
      before: null,
      reason: 'Chuyển bằng giấy trước',
      by: head,
    },
    {
      field: 'forwardedAt',
      isEnd: true,
      at: new Date(second),
      before: new Date(first),
      reason: null,
      by: head,
    },
  ])
  for (const text of ['update sla.claims set at = now()', 'delete from sla.claims'])
    await expect(pool.query(text), text).rejects.toMatchObject({ code: '42501' })
})

test('what does not fit is refused by its code', async () => {
  await expect(enter({ obligation: 'nothing' })).rejects.toEqual(coded('obligation_unknown'))
  await expect(enter({ obligation: 'documentIssuer' })).rejects.toEqual(coded('not_by_hand'))
  await expect(enter({ title: '  ' })).rejects.toEqual(coded('bad_input'))
  await expect(enter({ eventAt: at('2026-03-04 10:00') })).rejects.toEqual(coded('bad_time'))
  const now = at('2026-03-06 11:00')
  const done = { clock: 999_999, at: now, note: 'Xong', document: null }
  await expect(markDone({ req: as.operator, done, now })).rejects.toEqual(coded('clock_unknown'))
  const { id } = await enterAndTick({ title: 'Tài khoản' }, '2026-03-06 11:01')
  for (const time of ['2026-03-02 15:00', '2026-03-06 12:00'])
    await expect(
      markDone({ req: as.operator, done: { ...done, clock: id, at: at(time) }, now }),
    ).rejects.toEqual(coded('bad_time'))
})
