import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFromNow, openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
})
afterAll(() => boards.stop())

const waiting = async (title: string) => {
  const id = await boards.draft(writer, title)
  return { id, submission: await boards.submit(writer, id) }
}

describe('who may approve', () => {
  test('the head of the board may', async () => {
    const who = await boards.person({ role: 'head' })
    const { id, submission } = await waiting('Duyệt bởi Trưởng Ban')
    expect((await boards.act(who, submission, 'approve')).status).toBe(200)
    expect(await boards.shown(id)).toBe('Duyệt bởi Trưởng Ban')
  })

  test('a deputy may with a mandate, and not without', async () => {
    const head = await boards.person({ role: 'head' })
    const deputy = await boards.person({ role: 'deputy' })
    const { id, submission } = await waiting('Duyệt thay Trưởng Ban')
    expect((await boards.act(deputy, submission, 'approve')).code).toBe('not_a_member')
    expect((await boards.mandate(head, deputy)).status).toBe(200)
    expect((await boards.act(deputy, submission, 'approve')).status).toBe(200)
    expect(await boards.shown(id)).toBe('Duyệt thay Trưởng Ban')
  })

  const others: [string, () => Promise<Person | undefined>, number][] = [
    ['a member', () => boards.person({ role: 'member' }), 403],
    ['an editor', () => boards.person({ role: 'editor' }), 403],
    ['a collaborator', () => boards.person({ role: 'collaborator' }), 403],
    ['the head of another board', () => boards.person({ role: 'head', site: boards.ward.id }), 403],
    [
      'a head whose term ended yesterday',
      () => boards.person({ role: 'head', endsOn: dayFromNow(-1) }),
      403,
    ],
    [
      'a head whose term begins tomorrow',
      () => boards.person({ role: 'head', startsOn: dayFromNow(1) }),
      403,
    ],
    ['a system administrator', () => boards.person({ roles: ['systemAdmin'] }), 403],
    ['an auditor', () => boards.person({ roles: ['auditor'] }), 403],
    ['an operator', () => boards.person({ roles: ['operator'] }), 403],
    ['somebody without a role', () => boards.person(), 403],
    ['a stranger', () => Promise.resolve(undefined), 401],
    ['a made-up session', () => Promise.resolve({ id: 1, token: 'e30.e30.e30' }), 401],
  ]
  test.each(others)('%s may not', async (name, make, status) => {
    const { id, submission } = await waiting(`Không duyệt: ${name}`)
    const answer = await boards.act(await make(), submission, 'approve')
    expect([answer.status, answer.code]).toEqual([
      status,
      status === 401 ? 'not_signed_in' : 'not_a_member',
    ])
    expect(await boards.shown(id)).toBeNull()
    expect(await boards.stateOf(submission)).toBe('submitted')
  })

  test('a head whose account is switched off neither acts with the old session nor signs in', async () => {
    const who = await boards.person({ role: 'head' })
    const { id, submission } = await waiting('Tài khoản đã ngừng')
    const { email } = await boards.payload.update({
      collection: 'users',
      id: who.id,
      data: { isActive: false },
      overrideAccess: true,
      depth: 0,
    })
    expect((await boards.act(who, submission, 'approve')).code).toBe('not_a_member')
    expect(
      (await boards.call('GET', '/articles?draft=true&where[id][exists]=true', who)).status,
    ).toBe(403)
    const login = await boards.call('POST', '/users/login', undefined, {
      email,
      password: 'Mat-khau-1',
    })
    expect([login.status, login.code]).toEqual([403, 'account_inactive'])
    expect(await boards.shown(id)).toBeNull()
  })

  test('nobody approves what he submitted himself, the head neither', async () => {
    const head = await boards.person({ role: 'head' })
    const deputy = await boards.person({ role: 'deputy' })
    const id = await boards.draft(head, 'Bài của Trưởng ban')
    const submission = await boards.submit(head, id)
    expect((await boards.act(head, submission, 'approve')).code).toBe('own_work')
    expect(await boards.shown(id)).toBeNull()
    await boards.mandate(head, deputy)
    expect((await boards.act(deputy, submission, 'approve')).status).toBe(200)
  })
})

describe('what the database itself refuses', () => {
  const decide = (decidedBy: number, capacity: string, log = 'ha-noi') =>
    boards.app
      .query(
        `insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, reason_code, explanation)
         values ($1, 'articles', 1, 'withdraw', $2, $3, 'error', 'x') returning id`,
        [log, decidedBy, capacity],
      )
      .then(
        () => 'recorded',
        (error: Error) => error.message,
      )

  test('a decision in a capacity its maker does not hold that day', async () => {
    const head = await boards.person({ role: 'head' })
    const ended = await boards.person({ role: 'head', endsOn: dayFromNow(-1) })
    const wards = await boards.person({ role: 'head', site: boards.ward.id })
    const member = await boards.person({ role: 'member' })
    expect(await decide(head.id, 'head')).toBe('recorded')
    expect(await decide(head.id, 'head', 'common')).toBe('recorded')
    expect(await decide(member.id, 'emergency')).toBe('recorded')
    expect(await decide(head.id, 'acting')).toBe('mandate_not_in_force')
    for (const [who, capacity, log] of [
      [head, 'deputy', 'ha-noi'],
      [head, 'head', 'phuong-a'],
      [ended, 'head', 'ha-noi'],
      [wards, 'head', 'ha-noi'],
      [wards, 'head', 'common'],
      [member, 'head', 'ha-noi'],
      [member, 'member', 'ha-noi'],
      [writer, 'emergency', 'ha-noi'],
      [head, 'system', 'ha-noi'],
      [head, 'import', 'ha-noi'],
    ] as const) {
      expect(await decide(who.id, capacity, log), `${capacity} of ${log}`).toBe('may_not_decide')
    }
  })

  test('a bulk import by the runtime role', async () => {
    await expect(
      boards.app.query(
        `select release.append_import(gen_random_uuid(), '{}', '{}', '{}', '{}', '{}'::timestamptz[])`,
      ),
    ).rejects.toThrow(/permission denied/)
  })

  test('a changed history', async () => {
    const { submission } = await waiting('Lịch sử không đổi')
    for (const sql of [
      `update editorial.review_events set actor = 1 where submission_id = '${submission}'`,
      `delete from editorial.review_events where submission_id = '${submission}'`,
      'truncate editorial.review_events',
    ]) {
      await expect(boards.app.query(sql), sql).rejects.toThrow(/append_only|permission denied/)
      await expect(boards.owner.query(sql), sql).rejects.toThrow(/append_only/)
    }
  })
})
