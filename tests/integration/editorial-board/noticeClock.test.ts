import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergencyMonths } from '#plugins/editorial-board/emergency/emergencyMonths.ts'
import { recoveryCodes } from '#tests/support/recoveryCodes.ts'
import type { Person } from './openBoards.ts'
import { ids, openNotices } from './openNotices.ts'

let boards: Awaited<ReturnType<typeof openNotices>>
let writer: Person
let editor: Person
let head: Person
let deputy: Person
let member: Person
let registrar: Person
let unit: number

beforeAll(async () => {
  boards = await openNotices()
  writer = await boards.person({ role: 'collaborator' })
  editor = await boards.person({ role: 'editor' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
  member = await boards.person({ role: 'member' })
  registrar = await boards.person({ roles: ['systemAdmin'] })
  const ward = await boards.payload.create({
    collection: 'units',
    data: { code: 'phuong-a', name: 'Phường A', kind: 'ward' },
    overrideAccess: true,
    depth: 0,
  })
  unit = ward.id
  await boards.owner.query(
    `update public.users set is_active = false where email like 'head-%' or email like 'clerk-%' or email like 'first@%'`,
  )
})
afterAll(() => boards.stop())

const waiting = async (title: string) => {
  const id = await boards.draft(writer, title)
  return { id, submission: await boards.submit(writer, id) }
}
/** Friday of a working week, four o'clock in the afternoon. */
const dueOnFriday = (submission: string) =>
  boards.owner.query(
    `update editorial.reviews set step_due_at = '2026-11-27T16:00:00+07:00' where submission_id = $1`,
    [submission],
  )
const warnAt = (now: string) => boards.tick('WarnOfDueSteps', now)
const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
/** A time of publication that a busy machine does not reach while it still decides. */
const soon = () => new Date(Date.now() + 6000).toISOString()
const past = (time: string) => pause(Date.parse(time) - Date.now() + 100)

test('a step is told to be due soon when a quarter of its eight working hours is left, overdue when they are over; each once', async () => {
  const { submission } = await waiting('Sắp đến hạn')
  await dueOnFriday(submission)
  await warnAt('2026-11-27T13:59:00+07:00')
  expect(await boards.toldOf('dueSoon', 'Sắp đến hạn')).toEqual([])
  await warnAt('2026-11-27T14:00:00+07:00')
  await warnAt('2026-11-27T14:01:00+07:00')
  expect(await boards.toldOf('dueSoon', 'Sắp đến hạn')).toEqual(ids(head))
  expect(await boards.toldOf('overdue', 'Sắp đến hạn')).toEqual([])
  await warnAt('2026-11-27T16:00:00+07:00')
  await warnAt('2026-11-30T16:00:00+07:00')
  expect(await boards.toldOf('overdue', 'Sắp đến hạn')).toEqual(ids(head))
  const { rows } = await boards.owner.query<{ subject: string }>(
    `select subject from web.mails where subject like '%Sắp đến hạn%'`,
  )
  expect(rows.map((row) => row.subject)).toEqual([
    '[Quá hạn] ha-noi: Sắp đến hạn, hạn 16:00 ngày 27/11/2026',
  ])
})

test('after a downtime only what is true is told: overdue, not due soon; and what was decided is not told at all', async () => {
  const late = await waiting('Đồng hồ đứng')
  const done = await waiting('Đã duyệt rồi')
  await dueOnFriday(late.submission)
  await dueOnFriday(done.submission)
  expect((await boards.act(head, done.submission, 'approve')).status).toBe(200)
  await warnAt('2026-11-28T09:00:00+07:00')
  expect(await boards.toldOf('dueSoon', 'Đồng hồ đứng')).toEqual([])
  expect(await boards.toldOf('overdue', 'Đồng hồ đứng')).toEqual(ids(head))
  expect(await boards.toldOf('overdue', 'Đã duyệt rồi')).toEqual([])
})

test('what editors leave overdue is told to them, and two working hours later to the head', async () => {
  const { submission } = await waiting('Biên tập chậm')
  const step = { kind: 'edit', actors: ['editor'], quorum: 1, limitHours: 4, key: 'e' }
  const flow = {
    fourEyes: 'contributors',
    steps: [{ ...step, label: { vi: 'Biên tập', en: 'Edit' } }],
  }
  await boards.owner.query(
    `update editorial.reviews set flow = $2::jsonb, actors = '{editor}', step_due_at = '2026-11-27T16:00:00+07:00' where submission_id = $1`,
    [submission, JSON.stringify(flow)],
  )
  await warnAt('2026-11-27T16:30:00+07:00')
  expect(await boards.toldOf('overdue', 'Biên tập chậm')).toEqual(ids(editor))
  await warnAt('2026-11-30T08:30:00+07:00')
  expect(await boards.toldOf('overdue', 'Biên tập chậm')).toEqual(ids(editor))
  await warnAt('2026-11-30T09:30:00+07:00')
  await warnAt('2026-11-30T09:31:00+07:00')
  expect(await boards.toldOf('overdue', 'Biên tập chậm')).toEqual(ids(editor, head))
})

test('two workers carry a scheduled decision out once, and tell the writer once', async () => {
  const { id, submission } = await waiting('Đăng theo giờ')
  const publishAt = soon()
  expect((await boards.act(head, submission, 'approve', { publishAt })).status).toBe(200)
  await boards.tick('CarryOutDecided')
  expect(await boards.shown(id)).toBeNull()
  await boards.work()
  expect(await boards.toldOf('approved', 'Đăng theo giờ')).toEqual(ids(writer))
  await past(publishAt)
  await boards.tick('CarryOutDecided')
  await boards.tick('CarryOutDecided')
  expect(await boards.shown(id)).toBe('Đăng theo giờ')
  const { rows } = await boards.owner.query<{ releases: number; events: number }>(
    `select (select count(*)::int from release.releases where collection = 'articles' and doc_id = $1) as releases,
       (select count(*)::int from editorial.review_events where submission_id = $2 and verb = 'release') as events`,
    [id, submission],
  )
  expect(rows[0]).toEqual({ releases: 1, events: 1 })
  await boards.work()
  expect(await boards.toldOf('released', 'Đăng theo giờ')).toEqual(ids(writer))
})

test('a decision under a mandate that ended is not carried out; writer and decider are told why, the next one goes out', async () => {
  const { body } = await boards.mandate(head, deputy)
  const lapsing = await waiting('Hết uỷ quyền')
  const good = await waiting('Vẫn đăng')
  const publishAt = soon()
  expect((await boards.act(deputy, lapsing.submission, 'approve', { publishAt })).status).toBe(200)
  expect((await boards.act(head, good.submission, 'approve', { publishAt })).status).toBe(200)
  await boards.call('POST', `/editorial-board/mandates/${String(body.id)}/end`, head, {
    reason: 'Đã về.',
  })
  await past(publishAt)
  await boards.tick('CarryOutDecided')
  await boards.work()
  expect(await boards.shown(lapsing.id)).toBeNull()
  expect(await boards.shown(good.id)).toBe('Vẫn đăng')
  expect(await boards.toldOf('lapsed', 'Hết uỷ quyền')).toEqual(ids(writer, deputy))
  const { rows } = await boards.owner.query<{ body_text: string }>(
    `select body_text from web.mails where subject like '[Không đăng được]%Hết uỷ quyền%' limit 1`,
  )
  expect(rows[0]?.body_text).toContain('Vì sao: uỷ quyền của người duyệt không còn hiệu lực')
})

test('a bundle of which one decision is just being taken back is not carried out by the clock', async () => {
  const one = await waiting('Gói một')
  const two = await waiting('Gói hai')
  const bundle = { name: 'Gói', submissionIds: [one.submission, two.submission] }
  expect((await boards.call('POST', '/editorial-board/bundles', head, bundle)).status).toBe(200)
  const publishAt = soon()
  for (const { submission } of [one, two])
    expect((await boards.act(head, submission, 'approve', { publishAt })).status).toBe(200)
  await past(publishAt)
  const last = [one, two].sort((a, b) => (a.submission < b.submission ? 1 : -1))[0]
  const cancelling = await boards.owner.connect()
  let ticking: Promise<void> | undefined
  try {
    await cancelling.query('begin')
    await cancelling.query(
      `update editorial.reviews set state = 'lapsed' where submission_id = $1`,
      [last?.submission],
    )
    ticking = boards.tick('CarryOutDecided')
    await pause(1000)
    await cancelling.query('commit')
  } finally {
    cancelling.release()
  }
  await ticking
  expect([await boards.shown(one.id), await boards.shown(two.id)]).toEqual([null, null])
})

test('a bundle is carried out whole, by two workers once', async () => {
  const one = await waiting('Trọn gói một')
  const two = await waiting('Trọn gói hai')
  const bundle = { name: 'Gói', submissionIds: [one.submission, two.submission] }
  await boards.call('POST', '/editorial-board/bundles', head, bundle)
  const publishAt = soon()
  for (const { submission } of [one, two])
    await boards.act(head, submission, 'approve', { publishAt })
  await past(publishAt)
  await boards.tick('CarryOutDecided')
  expect([await boards.shown(one.id), await boards.shown(two.id)]).toEqual([
    'Trọn gói một',
    'Trọn gói hai',
  ])
  const { rows } = await boards.owner.query(
    `select from release.releases where doc_id = any($1::int[]) and collection = 'articles'`,
    [[one.id, two.id]],
  )
  expect(rows).toHaveLength(2)
})

const emergency = async (who: Person, title: string) => {
  const { body } = await boards.call('POST', '/bulletins?draft=true', who, {
    title,
    text: 'Gió mạnh cấp 9.',
    priority: 'emergency',
    messageKind: 'alert',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    site: boards.city.id,
    areas: [unit],
  })
  const { id } = body.doc as { id: number }
  const [code] = await recoveryCodes(boards.owner, who.id)
  const issued = await boards.call('POST', '/editorial-board/emergency', who, {
    id,
    reasonCode: 'naturalDisaster',
    explanation: 'Bão đổ bộ sớm.',
    code,
  })
  expect(issued.status).toBe(200)
  const { rows } = await boards.owner.query<{ decision_id: string }>(
    `update editorial.after_reviews set due_at = '2026-11-27T16:00:00+07:00' where title = $1 returning decision_id`,
    [title],
  )
  return String(rows[0]?.decision_id)
}
const escalateAt = (now: string) => boards.tick('EscalateEmergencies', now)

test('an emergency is told to those who may review it; overdue to them again, two working hours later to the managing side', async () => {
  const decision = await emergency(member, 'Bão số 9')
  await boards.work()
  expect(await boards.toldOf('emergency', 'Bão số 9')).toEqual(ids(head, deputy))
  await escalateAt('2026-11-27T15:59:00+07:00')
  expect(await boards.toldOf('emergencyOverdue', 'Bão số 9')).toEqual([])
  await escalateAt('2026-11-27T16:00:00+07:00')
  await escalateAt('2026-11-27T16:01:00+07:00')
  expect(await boards.toldOf('emergencyOverdue', 'Bão số 9')).toEqual(ids(head, deputy))
  await escalateAt('2026-11-30T09:30:00+07:00')
  await escalateAt('2026-11-30T09:31:00+07:00')
  expect(await boards.toldOf('emergencyOverdue', 'Bão số 9')).toEqual(ids(head, deputy, registrar))
  const { rows } = await boards.owner.query<{ escalated: string; managing: string }>(
    `select to_char(escalated_at at time zone 'UTC', 'DD HH24:MI') as escalated, to_char(managing_told_at at time zone 'UTC', 'DD HH24:MI') as managing
     from editorial.after_reviews where decision_id = $1`,
    [decision],
  )
  expect(rows[0]).toEqual({ escalated: '27 09:00', managing: '30 02:30' })
  const reviewed = await boards.call(
    'POST',
    `/editorial-board/emergency/${decision}/review`,
    head,
    {
      verdict: 'objected',
      explanation: 'Chưa cần thiết.',
    },
  )
  expect(reviewed.status).toBe(200)
  await boards.work()
  expect(await boards.toldOf('emergencyReviewed', 'Bão số 9')).toEqual(ids(member))
  const open = (await boards.noticesOf(deputy)).notices.filter(
    (one) => one.title === 'Bão số 9' && one.settledAt === null,
  )
  expect(open).toEqual([])
})

test('the only head does not remind himself: what he issued is escalated to the managing side at once', async () => {
  await emergency(head, 'Lũ quét')
  await escalateAt('2026-11-27T16:00:00+07:00')
  expect(await boards.toldOf('emergencyOverdue', 'Lũ quét')).toEqual(ids(deputy, member, registrar))
})

test('the emergencies of a month are counted by board: in time, late, open, objected', async () => {
  const decision = await emergency(deputy, 'Cháy lớn')
  await boards.call('POST', `/editorial-board/emergency/${decision}/review`, head, {
    verdict: 'confirmed',
    explanation: '',
  })
  const shape = (title: string, issued: string, due: string, reviewed: string | null) =>
    boards.owner.query(
      `update editorial.after_reviews set issued_at = $2, due_at = $3, reviewed_at = $4 where title = $1`,
      [title, issued, due, reviewed],
    )
  await shape(
    'Cháy lớn',
    '2026-10-31T23:59:00+07:00',
    '2026-11-02T10:00:00+07:00',
    '2026-11-02T09:00:00+07:00',
  )
  await shape(
    'Bão số 9',
    '2026-11-01T00:00:00+07:00',
    '2026-11-02T10:00:00+07:00',
    '2026-11-02T11:00:00+07:00',
  )
  await shape('Lũ quét', '2026-11-15T08:00:00+07:00', '2026-11-15T12:00:00+07:00', null)
  const count = (months: number, boardCodes = [boards.city.code, boards.ward.code]) =>
    emergencyMonths(
      {
        query: async (text, values = []) => {
          const { rows, rowCount } = await boards.app.query(text, [...values])
          return { rows: rows as never[], rowCount: rowCount ?? 0 } // the caller names the row's shape
        },
      },
      { boards: boardCodes, months, now: new Date('2026-11-24T12:00:00+07:00') },
    )
  const board = boards.city.code
  const november = { month: '2026-11', board, issued: 2, inTime: 0, late: 1, open: 1, objected: 1 }
  const october = { month: '2026-10', board, issued: 1, inTime: 1, late: 0, open: 0, objected: 0 }
  expect(await count(2)).toEqual([november, october])
  expect(await count(1)).toEqual([november])
  expect(await count(2, [boards.ward.code])).toEqual([])
})
