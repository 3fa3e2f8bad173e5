import { afterAll, beforeAll, expect, test } from 'vitest'
import { paragraph } from '#tests/support/newsroom.ts'
import { openBoards } from './openBoards.ts'
import { recoveryCodes } from '#tests/support/recoveryCodes.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let editor: Person
let head: Person
let deputy: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  editor = await boards.person({ role: 'editor' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
  await boards.mandate(head, deputy)
})
afterAll(() => boards.stop())

const waiting = async (title: string) => {
  const id = await boards.draft(writer, title)
  return { id, submission: await boards.submit(writer, id) }
}
const edit = (id: number, data: Record<string, unknown>) =>
  boards.call('PATCH', `/articles/${id}?draft=true`, writer, data)
const releasesOf = async (id: number) => {
  const { rows } = await boards.owner.query<{ kind: string }>(
    `select kind from release.releases where collection = 'articles' and doc_id = $1 order by seq`,
    [id],
  )
  return rows.map((row) => row.kind)
}

test('a draft that changed after it was submitted is not approved unseen; submitted anew, it is', async () => {
  const { id, submission } = await waiting('Bản đầu')
  await edit(id, { title: 'Bản sửa sau khi trình' })
  expect((await boards.act(head, submission, 'approve')).code).toBe('changed_since')
  expect(await boards.shown(id)).toBeNull()
  const second = await boards.submit(writer, id)
  expect(await boards.stateOf(submission)).toBe('superseded')
  expect((await boards.act(head, submission, 'approve')).status).toBe(409)
  expect((await boards.act(head, second, 'approve')).status).toBe(200)
  expect(await boards.shown(id)).toBe('Bản sửa sau khi trình')
})

test('the other language counts: one letter there and the approval no longer fits', async () => {
  const id = await boards.draft(writer, 'Hai thứ tiếng')
  const inEnglish = (data: Record<string, unknown>) =>
    boards.call('PATCH', `/articles/${id}?draft=true&locale=en`, writer, data)
  await inEnglish({ title: 'Two languages', lead: 'Seen.', body: paragraph('Seen.') })
  const submission = await boards.submit(writer, id)
  await inEnglish({ lead: 'Seen!' })
  expect((await boards.act(head, submission, 'approve')).code).toBe('changed_since')
  expect(await boards.shown(id)).toBeNull()
})

test('a return needs its reason, comes back to the writer and ends the submission', async () => {
  const { id, submission } = await waiting('Trả lại để bổ sung')
  expect((await boards.act(editor, submission, 'return', { explanation: '  ' })).code).toBe(
    'reason_required',
  )
  expect((await boards.act(writer, submission, 'return', { explanation: 'x' })).code).toBe(
    'not_a_member',
  )
  const back = await boards.act(editor, submission, 'return', {
    explanation: 'Thiếu nguồn số liệu.',
  })
  expect(back.status).toBe(200)
  expect((await boards.act(head, submission, 'approve')).code).toBe('not_waiting')
  const state = await boards.call('GET', `/editorial-board/documents/articles/${id}`, writer)
  expect(state.body.review).toMatchObject({
    state: 'returned',
    explanation: 'Thiếu nguồn số liệu.',
  })
  expect(await boards.shown(id)).toBeNull()
})

test('a refusal names a ground of the list in force, and says why', async () => {
  const { submission } = await waiting('Từ chối')
  const refuse = (ground: string, explanation: string, who = head) =>
    boards.act(who, submission, 'refuse', { ground, explanation })
  expect((await refuse('vì-tôi-muốn', 'Không.')).code).toBe('ground_not_in_force')
  expect((await refuse('againstLaw', ' ')).code).toBe('reason_required')
  expect((await refuse('againstLaw', 'Trái quy định.', editor)).code).toBe('not_a_member')
  expect((await refuse('againstLaw', 'Trái quy định.')).status).toBe(200)
  expect(await boards.stateOf(submission)).toBe('refused')
  expect((await boards.act(head, submission, 'approve')).code).toBe('not_waiting')
})

test('only who submitted takes it back, and then nobody can approve it', async () => {
  const { id, submission } = await waiting('Rút về')
  expect((await boards.act(editor, submission, 'recall')).code).toBe('not_a_member')
  expect((await boards.act(writer, submission, 'recall')).status).toBe(200)
  expect((await boards.act(head, submission, 'approve')).code).toBe('not_waiting')
  expect(await boards.shown(id)).toBeNull()
})

test('of two approvals at once one counts', async () => {
  const { id, submission } = await waiting('Hai người cùng duyệt')
  const answers = await Promise.all(
    [head, deputy, head, deputy].map((who) => boards.act(who, submission, 'approve')),
  )
  expect(answers.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409])
  expect(await releasesOf(id)).toEqual(['publish'])
})

test('approval against recall: one wins, and the public sees that one', async () => {
  const seen: string[] = []
  for (let turn = 0; turn < 8; turn += 1) {
    const { id, submission } = await waiting(`Tranh nhau ${turn}`)
    const [approved, recalled] = await Promise.all([
      boards.act(head, submission, 'approve'),
      boards.act(writer, submission, 'recall'),
    ])
    expect([approved.status, recalled.status].sort((a, b) => a - b)).toEqual([200, 409])
    const isPublic = (await boards.shown(id)) !== null
    expect(isPublic).toBe(approved.status === 200)
    seen.push(String(await boards.stateOf(submission)))
  }
  expect(seen.every((state) => state === 'approved' || state === 'recalled')).toBe(true)
})

test('approval against an edit: what is released is what was submitted, or nothing', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const { id, submission } = await waiting(`Bản trình ${turn}`)
    const [approved] = await Promise.all([
      boards.act(head, submission, 'approve'),
      edit(id, { title: `Bản chen ngang ${turn}` }),
    ])
    expect([200, 409]).toContain(approved.status)
    expect(await boards.shown(id)).toBe(approved.status === 200 ? `Bản trình ${turn}` : null)
  }
})

test('a withdrawal has a type and an explanation, is the head’s or that of whoever acts for the head, and is not for ever', async () => {
  const { id, submission } = await waiting('Gỡ rồi đăng lại')
  const withdraw = (who: Person, explanation: string, type = 'error') =>
    boards.call('POST', '/editorial-board/withdrawals', who, {
      collection: 'articles',
      id,
      type,
      explanation,
    })
  expect((await withdraw(head, 'Sai.')).code).toBe('not_public')
  await boards.act(head, submission, 'approve')
  expect((await withdraw(head, '  ')).code).toBe('reason_required')
  expect((await withdraw(head, 'Sai.', 'whim')).code).toBe('bad_input')
  expect((await withdraw(editor, 'Sai.')).code).toBe('not_a_member')
  expect(await boards.shown(id)).toBe('Gỡ rồi đăng lại')
  expect((await withdraw(deputy, 'Sai số liệu.')).status).toBe(200)
  expect(await boards.shown(id)).toBeNull()
  expect((await withdraw(head, 'Sai.')).code).toBe('not_public')
  await edit(id, { lead: 'Số liệu đã sửa.' })
  const again = await boards.submit(writer, id)
  expect((await boards.act(head, again, 'approve')).status).toBe(200)
  expect(await boards.shown(id)).toBe('Gỡ rồi đăng lại')
  expect(await releasesOf(id)).toEqual(['publish', 'withdraw', 'publish'])
})

test('an emergency bulletin goes out at once by a member, with a code and a reason; nothing else does', async () => {
  const member = await boards.person({ role: 'member' })
  const ward = await boards.payload.create({
    collection: 'units',
    data: { code: 'phuong-a', name: 'Phường A', kind: 'ward' },
    overrideAccess: true,
    depth: 0,
  })
  const bulletin = async (priority: string) => {
    const { body } = await boards.call('POST', '/bulletins?draft=true', editor, {
      title: `Bản tin ${priority}`,
      text: 'Gió mạnh cấp 9.',
      priority,
      messageKind: 'alert',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      site: boards.city.id,
      areas: [ward.id],
    })
    return (body.doc as { id: number }).id
  }
  const [code] = await recoveryCodes(boards.owner, member.id)
  const issue = (who: Person, id: number, explanation = 'Bão đổ bộ sớm.') =>
    boards.call('POST', '/editorial-board/emergency', who, {
      id,
      reasonCode: 'naturalDisaster',
      explanation,
      code,
    })
  const storm = await bulletin('emergency')
  const fair = await bulletin('normal')
  expect((await issue(member, fair)).code).toBe('not_an_emergency')
  expect((await issue(editor, storm)).code).toBe('not_a_member')
  expect((await issue(member, storm, ' ')).code).toBe('reason_required')
  expect((await boards.call('GET', `/bulletins/${storm}`)).status).toBe(404)
  expect((await issue(member, storm)).status).toBe(200)
  expect((await boards.call('GET', `/bulletins/${storm}`)).status).toBe(200)
  const { rows } = await boards.owner.query<{ capacity: string; reason_code: string }>(
    `select capacity, reason_code from release.decisions where collection = 'bulletins' and doc_id = $1`,
    [storm],
  )
  expect(rows).toEqual([{ capacity: 'emergency', reason_code: 'naturalDisaster' }])
})

test('an emergency without an end is refused before anybody hears it', async () => {
  const { body } = await boards.call('POST', '/bulletins?draft=true', head, {
    title: 'Không có giờ kết thúc',
    text: 'Gió mạnh.',
    priority: 'emergency',
    site: boards.city.id,
  })
  const answer = await boards.call('POST', '/editorial-board/emergency', head, {
    id: (body.doc as { id: number }).id,
    reasonCode: 'naturalDisaster',
    explanation: 'Bão.',
  })
  expect([answer.status, answer.code]).toEqual([422, 'invalid_content'])
})

test('what is incomplete is refused with every missing field, and the draft is kept', async () => {
  const id = await boards.draft(writer, 'Chưa có nội dung', { body: null })
  const answer = await boards.call('POST', '/editorial-board/submissions', writer, {
    collection: 'articles',
    id,
  })
  expect([answer.status, answer.code]).toEqual([422, 'invalid_content'])
  expect(JSON.stringify(answer.body)).toContain('body')
  const kept = await boards.call('GET', `/articles/${id}?draft=true`, writer)
  expect(kept.body.title).toBe('Chưa có nội dung')
})

test.each([
  ['no submission', 'POST', '/editorial-board/submissions/x/approve', {}, 'submission_missing'],
  [
    'no document',
    'POST',
    '/editorial-board/submissions',
    { collection: 'articles', id: 2_000_000 },
    'document_missing',
  ],
  [
    'no such collection',
    'POST',
    '/editorial-board/submissions',
    { collection: 'users', id: 1 },
    'not_governed',
  ],
  ['a wrong type', 'POST', '/editorial-board/submissions', { collection: 7, id: 'x' }, 'bad_input'],
  ['a list for a body', 'POST', '/editorial-board/submissions', [1], 'bad_input'],
] as const)('%s is a clear refusal', async (_name, method, path, body, code) => {
  const answer = await boards.call(method, path, head, body)
  expect(answer.code).toBe(code)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

test('the history of a document names every step in its order', async () => {
  const { id, submission } = await waiting('Lịch sử')
  await boards.act(editor, submission, 'return', { explanation: 'Thêm ảnh.' })
  await edit(id, { lead: 'Đã thêm.' })
  const second = await boards.submit(writer, id)
  await boards.act(head, second, 'approve')
  const { rows } = await boards.owner.query<{ verb: string; actor: number }>(
    `select verb, actor from editorial.review_events where collection = 'articles' and doc_id = $1 order by id`,
    [id],
  )
  expect(rows).toEqual([
    { verb: 'submit', actor: writer.id },
    { verb: 'return', actor: editor.id },
    { verb: 'submit', actor: writer.id },
    { verb: 'approve', actor: head.id },
  ])
})
