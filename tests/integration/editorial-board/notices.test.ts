import { afterAll, beforeAll, expect, test } from 'vitest'
import { tasks } from '#plugins/editorial-board/jobs/index.ts'
import { dayFromNow } from './openBoards.ts'
import type { Person } from './openBoards.ts'
import { ids, openNotices } from './openNotices.ts'

let boards: Awaited<ReturnType<typeof openNotices>>
let writer: Person
let coWriter: Person
let editor: Person
let head: Person
let deputy: Person
let member: Person
let checker: Person
let registrar: Person

beforeAll(async () => {
  boards = await openNotices()
  writer = await boards.person({ role: 'collaborator' })
  coWriter = await boards.person({ role: 'editor' })
  editor = await boards.person({ role: 'editor' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
  member = await boards.person({ role: 'member' })
  checker = await boards.person()
  registrar = await boards.person({ roles: ['systemAdmin'] })
  await boards.person({ role: 'head', site: boards.ward.id })
  await boards.mandate(head, deputy)
  // The newsroom's own head; one head is enough here.
  await boards.owner.query('update public.users set is_active = false where email like $1', [
    'head-%',
  ])
})
afterAll(() => boards.stop())

const waiting = async (title: string) => {
  const id = await boards.draft(writer, title)
  await boards.call('PATCH', `/articles/${id}?draft=true`, coWriter, { lead: 'Sửa cùng.' })
  return { id, submission: await boards.submit(writer, id) }
}
const mailsTo = async (who: Person, text: string) => {
  const { rows } = await boards.owner.query<{ subject: string; body_text: string }>(
    `select m.subject, m.body_text from web.mails m join public.users u on u.email = any (m.recipients)
     where u.id = $1 and m.subject like '%' || $2 || '%'`,
    [who.id, text],
  )
  return rows
}

test('a submission is told to the head and to who acts for the head, once, and to nobody who wrote in it', async () => {
  await waiting('Trình lần đầu')
  expect(await boards.toldOf('submitted', 'Trình lần đầu')).toEqual([])
  await boards.work()
  await boards.work()
  expect(await boards.toldOf('submitted', 'Trình lần đầu')).toEqual(ids(head, deputy))
  const { notices, unread } = await boards.noticesOf(head)
  expect(notices[0]).toMatchObject({ kind: 'submitted', title: 'Trình lần đầu', readAt: null })
  expect(unread).toBe(1)
  expect((await boards.noticesOf(writer)).notices).toEqual([])
  expect(await mailsTo(head, 'Trình lần đầu')).toEqual([]) // for the digest
})

test('a head who wrote in an item himself is not asked to decide it; the job run again tells nobody twice', async () => {
  const id = await boards.draft(head, 'Trưởng Ban viết')
  const submission = await boards.submit(head, id)
  await boards.work()
  expect(await boards.toldOf('submitted', 'Trưởng Ban viết')).toEqual(ids(deputy))
  const { rows } = await boards.owner.query<{ id: string }>(
    `select id from editorial.review_events where submission_id = $1 and verb = 'submit'`,
    [submission],
  )
  const task = tasks(boards.contextOf(boards.pool)).editorialBoardTellOfEvent
  for (let turn = 0; turn < 3; turn += 1) await task?.({ event: Number(rows[0]?.id) }, {} as never) // uses no helper
  expect(await boards.toldOf('submitted', 'Trưởng Ban viết')).toEqual(ids(deputy))
})

test('each step is told to those who may act at it: editors, the checkers of the field, then the head', async () => {
  const other = await boards.payload.create({
    collection: 'categories',
    data: { title: 'Y tế' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  const stranger = await boards.person()
  const entered = async (who: Person, category: number) =>
    boards.call('POST', '/editorial-board/appointments', head, {
      board: boards.city.code,
      person: who.id,
      role: 'checker',
      startsOn: dayFromNow(0),
      document: '7/QĐ',
      categories: [category],
    })
  expect((await entered(checker, boards.category)).status).toBe(200)
  expect((await entered(stranger, other.id)).status).toBe(200)
  const step = (key: string, kind: string, actors: string[]) => ({
    key,
    kind,
    actors,
    label: { vi: `Bước ${key}`, en: `Step ${key}` },
    quorum: 1,
    limitHours: 8,
  })
  const flow = {
    code: 'threeSteps',
    name: { vi: 'Ba bước', en: 'Three steps' },
    fourEyes: 'contributors',
    steps: [
      step('edit', 'edit', ['editor']),
      step('check', 'check', ['checker']),
      step('approval', 'approval', ['head']),
    ],
  }
  const set = (value: unknown) =>
    boards.call('POST', '/editorial-board/flows', head, {
      log: boards.city.code,
      collection: 'articles',
      flow: value,
      document: '9/QĐ',
    })
  expect((await set(flow)).status).toBe(200)
  const { submission } = await waiting('Ba bước')
  await set(null)
  await boards.work()
  expect(await boards.toldOf('submitted', 'Ba bước')).toEqual(ids(coWriter, editor)) // whoever edits may have written
  expect((await boards.act(editor, submission, 'approve')).status).toBe(200)
  await boards.work()
  expect(await boards.toldOf('advanced', 'Ba bước')).toEqual(ids(checker))
  expect((await boards.act(checker, submission, 'approve')).status).toBe(200)
  await boards.work()
  expect(await boards.toldOf('advanced', 'Ba bước')).toEqual(ids(head, deputy, checker))
  expect(
    (await boards.noticesOf(checker)).notices.find((one) => one.kind === 'advanced')?.settledAt,
  ).not.toBeNull()
})

test('a return goes at once, by mail, to submitter, first supplier and the person named, not to who returned it', async () => {
  const { id, submission } = await waiting('Cần làm rõ')
  await boards.work()
  const back = await boards.call(
    'POST',
    `/editorial-board/submissions/${submission}/return`,
    editor,
    {
      explanation: 'Nguồn số liệu ở đâu?',
      person: member.id,
      unit: 'Sở Y tế',
    },
  )
  expect(back.status).toBe(200)
  await boards.work()
  expect(await boards.toldOf('returned', 'Cần làm rõ')).toEqual(ids(writer, member))
  const [mail] = await mailsTo(writer, 'Cần làm rõ')
  expect(mail?.subject).toMatch(/^\[Trả lại\] ha-noi: Cần làm rõ, hạn \d\d:\d\d ngày/)
  expect(mail?.body_text).toContain('Giải thích: Nguồn số liệu ở đâu?')
  expect(mail?.body_text).toContain(`https://coloa.example/admin/collections/articles/${id}`)
  // What the head was asked is over, without his having read it.
  const asked = (await boards.noticesOf(head)).notices.find((one) => one.title === 'Cần làm rõ')
  expect(asked?.settledAt).not.toBeNull()
  // Submitted anew by somebody else, the first supplier is told as well.
  await boards.call('PATCH', `/articles/${id}?draft=true`, coWriter, { lead: 'Đã rõ.' })
  const again = await boards.submit(coWriter, id)
  await boards.act(editor, again, 'return', { explanation: 'Còn thiếu.' })
  await boards.work()
  expect(await boards.toldOf('returned', 'Cần làm rõ')).toEqual(
    [...ids(writer, writer), member.id, coWriter.id].sort((a, b) => a - b),
  )
})

test('a refusal names its ground; a release is told to everybody who wrote in it', async () => {
  const refused = await waiting('Bị từ chối')
  await boards.act(head, refused.submission, 'refuse', {
    ground: 'againstLaw',
    explanation: 'Trái quy định.',
  })
  const released = await waiting('Được đăng')
  expect((await boards.act(head, released.submission, 'approve')).status).toBe(200)
  await boards.work()
  expect(await boards.toldOf('refused', 'Bị từ chối')).toEqual(ids(writer))
  expect((await mailsTo(writer, 'Bị từ chối'))[0]?.body_text).toMatch(
    /Căn cứ: .+ \(điểm a khoản 3 Điều 14 Quy chế 4263\/QĐ-UBND\)/,
  )
  expect(await boards.toldOf('released', 'Được đăng')).toEqual(ids(writer, coWriter))
  await boards.call('POST', '/editorial-board/withdrawals', head, {
    collection: 'articles',
    id: released.id,
    type: 'error',
    explanation: 'Sai số liệu.',
  })
  await boards.work()
  expect(await boards.toldOf('withdrawn', 'Được đăng')).toEqual(ids(writer, coWriter))
})

test('what a person took back asks nobody any more, and what is decided before its job runs asks nobody', async () => {
  const first = await waiting('Rút về')
  await boards.work()
  await boards.act(writer, first.submission, 'recall')
  await boards.work()
  const asked = (await boards.noticesOf(head)).notices.find((one) => one.title === 'Rút về')
  expect(asked?.settledAt).not.toBeNull()
  const second = await waiting('Duyệt ngay')
  await boards.act(head, second.submission, 'approve')
  await boards.work()
  expect(await boards.toldOf('submitted', 'Duyệt ngay')).toEqual([])
})

test('a refused act leaves no notice behind; a worker that dies half way leaves none either, and the next tells all', async () => {
  const { id, submission } = await waiting('Chết giữa chừng')
  await boards.call('PATCH', `/articles/${id}?draft=true`, writer, { title: 'Đã đổi' })
  expect((await boards.act(head, submission, 'approve')).code).toBe('changed_since')
  const jobs = async () =>
    (
      await boards.owner.query(
        `select from graphile_worker.jobs where task_identifier = 'editorialBoardTellOfEvent'`,
      )
    ).rowCount
  expect(await jobs()).toBe(1)
  const { rows } = await boards.owner.query<{ id: string }>(
    `select id from editorial.review_events where submission_id = $1`,
    [submission],
  )
  const dying = dyingAfter(boards.pool, /insert into editorial\.notices/, 1)
  const task = tasks(boards.contextOf(dying)).editorialBoardTellOfEvent
  await expect(task?.({ event: Number(rows[0]?.id) }, {} as never)).rejects.toThrow('worker died')
  expect(await boards.toldOf('submitted', 'Chết giữa chừng')).toEqual([])
  expect(await boards.work()).toEqual([])
  expect(await jobs()).toBe(0)
  expect(await boards.toldOf('submitted', 'Chết giữa chừng')).toEqual(ids(head, deputy))
})

test('appointments and mandates are told to the person concerned, not to who entered them', async () => {
  const newcomer = await boards.person()
  await boards.call('POST', '/editorial-board/appointments', head, {
    board: boards.city.code,
    person: newcomer.id,
    role: 'editor',
    startsOn: dayFromNow(0),
    document: '15/QĐ-UBND',
  })
  const { body } = await boards.mandate(registrar, member, { principal: head.id })
  await boards.call('POST', `/editorial-board/mandates/${String(body.id)}/end`, head, {
    reason: 'Đã về.',
  })
  await boards.work()
  const { rows } = await boards.owner.query<{ person: number; act: string }>(
    `select person, detail -> 'membership' ->> 'act' as act from editorial.notices where kind = 'membership'
       and person = any($1::int[])`,
    [ids(newcomer, member, head)],
  )
  expect(rows.map((row) => `${row.person} ${row.act}`).sort()).toEqual(
    [
      `${newcomer.id} appoint`,
      `${member.id} mandateHeld`,
      `${head.id} mandateGiven`,
      `${member.id} mandateEnd`,
    ].sort(),
  )
})

test('people read and choose for themselves only; machines and strangers not at all', async () => {
  const { notices } = await boards.noticesOf(head)
  const mine = notices.find((one) => one.readAt === null && one.settledAt === null)
  const read = (who: Person | undefined, body: unknown) =>
    boards.call('POST', '/editorial-board/notices/read', who, body)
  expect((await read(undefined, {})).status).toBe(401)
  expect((await read(deputy, { ids: [mine?.id] })).body).toMatchObject({ marked: 0 })
  expect((await read(head, { ids: [mine?.id] })).body).toMatchObject({ marked: 1 })
  await read(head, {})
  expect((await boards.noticesOf(head)).unread).toBe(0)
  const choose = (choices: unknown) =>
    boards.call('POST', '/editorial-board/notices/choices', head, { choices })
  expect((await choose([{ kind: 'submitted', mail: 'sometimes', inApp: 'now' }])).code).toBe(
    'bad_input',
  )
  expect((await choose([{ kind: 'submitted', mail: 'now', inApp: 'digest' }])).code).toBe(
    'bad_input',
  )
  expect((await choose([{ kind: 'submitted', mail: 'now', inApp: 'none' }])).status).toBe(200)
})

test('each is told as he chose: at once and not in the admin, or not at all', async () => {
  await boards.call('POST', '/editorial-board/notices/choices', deputy, {
    choices: [{ kind: 'submitted', mail: 'none', inApp: 'none' }],
  })
  await waiting('Theo lựa chọn')
  await boards.work()
  expect((await mailsTo(head, 'Theo lựa chọn')).map((one) => one.subject)).toHaveLength(1)
  expect((await boards.noticesOf(head)).notices.some((one) => one.title === 'Theo lựa chọn')).toBe(
    false,
  )
  expect(await boards.toldOf('submitted', 'Theo lựa chọn')).toEqual(ids(head))
})

/** A pool whose connection breaks at the statement after `count` that match. */
const dyingAfter = (pool: typeof boards.pool, pattern: RegExp, count: number) =>
  new Proxy(pool, {
    get: (target, name) => {
      if (name !== 'connect') return Reflect.get(target, name) as unknown
      return async () => {
        const client = await target.connect()
        let seen = 0
        return new Proxy(client, {
          get: (inner, key) => {
            const value: unknown = Reflect.get(inner, key)
            if (key === 'query')
              return (text: string, values: unknown[]) => {
                if (pattern.test(text) && ++seen > count) throw new Error('worker died')
                return inner.query(text, values)
              }
            return typeof value === 'function' ? (value as () => unknown).bind(inner) : value
          },
        })
      }
    },
  })
