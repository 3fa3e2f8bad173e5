import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let head: Person
let stranger: Person
let auditor: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  head = await boards.person({ role: 'head' })
  stranger = await boards.person({ role: 'head', site: boards.ward.id })
  auditor = await boards.person({ roles: ['auditor'] })
})
afterAll(() => boards.stop())

type Thread = {
  id: string
  isOpen: boolean
  quote: string | null
  fieldLabel?: string
  submissionId: string
  comments: { body: string; authorName: string }[]
  acts: { act: string; actor: number }[]
}
const anchor = { field: 'title', locale: 'vi' }
const waiting = async (title: string) => {
  const id = await boards.draft(writer, title)
  return { id, submission: await boards.submit(writer, id) }
}
const open = (who: Person | undefined, submission: string, body: Record<string, unknown>) =>
  boards.call('POST', `/editorial-board/submissions/${submission}/threads`, who, body)
const act = (who: Person | undefined, thread: string, verb: string, body: unknown = {}) =>
  boards.call('POST', `/editorial-board/threads/${thread}/${verb}`, who, body)
const opened = async (submission: string, text = 'Thiếu ngày.') =>
  (await open(head, submission, { ...anchor, text })).body as unknown as Thread
const listed = async (who: Person | undefined, id: number) => {
  const answer = await boards.call('GET', `/editorial-board/documents/articles/${id}/threads`, who)
  return { ...answer, threads: (answer.body.threads ?? []) as Thread[] }
}

test('a reviewer comments on a field, the submitter answers, and it is resolved and reopened', async () => {
  const { id, submission } = await waiting('Trao đổi')
  const thread = await opened(submission)
  expect(thread.isOpen).toBe(true)
  expect((await act(writer, thread.id, 'comments', { text: 'Đã thêm ngày.' })).status).toBe(200)
  expect((await act(head, thread.id, 'resolve')).status).toBe(200)
  expect((await act(writer, thread.id, 'comments', { text: 'Còn nữa.' })).code).toBe(
    'thread_resolved',
  )
  expect((await act(head, thread.id, 'resolve')).code).toBe('thread_resolved')
  expect((await act(writer, thread.id, 'reopen')).status).toBe(200)
  expect((await act(writer, thread.id, 'reopen')).code).toBe('thread_open')
  const { threads } = await listed(writer, id)
  expect(threads).toHaveLength(1)
  expect(threads[0]?.fieldLabel).toBe('Tiêu đề')
  expect(threads[0]?.comments.map((one) => one.body)).toEqual(['Thiếu ngày.', 'Đã thêm ngày.'])
  expect(threads[0]?.acts.map((one) => [one.act, one.actor])).toEqual([
    ['resolve', head.id],
    ['reopen', writer.id],
  ])
})

test('a quoted passage stands in the field it is taken from', async () => {
  const { submission } = await waiting('Trích một đoạn văn')
  const quoting = (quote: string, more: Record<string, unknown> = anchor) =>
    open(head, submission, { ...more, quote, text: 'Xem lại.' })
  expect((await quoting('một  đoạn\n')).body.quote).toBe('một  đoạn')
  expect((await quoting('một câu')).code).toBe('quote_not_found')
  expect((await quoting('x'.repeat(501))).code).toBe('quote_too_long')
  const body = { field: 'body', locale: 'vi' }
  expect((await quoting('Nội dung của Trích', body)).status).toBe(200)
  expect((await quoting('Trích một đoạn văn', { field: 'author', locale: null })).code).toBe(
    'quote_not_found',
  )
})

test('what is missing, too long or about nothing is refused with its own code', async () => {
  const { submission } = await waiting('Sai đầu vào')
  const code = async (body: Record<string, unknown>) => {
    const answer = await open(head, submission, body)
    return [answer.status, answer.code]
  }
  expect(await code({ ...anchor, text: ' \n ' })).toEqual([422, 'comment_empty'])
  expect(await code({ ...anchor, text: 'x'.repeat(4001) })).toEqual([422, 'comment_too_long'])
  expect(await code({ ...anchor, text: 'x'.repeat(50_000) })).toEqual([400, 'bad_input'])
  expect(await code({ text: 'Góp ý' })).toEqual([400, 'bad_input'])
  expect(await code({ field: 'password', locale: 'vi', text: 'x' })).toEqual([422, 'unknown_field'])
  expect(await code({ field: 'title', locale: 'fr', text: 'x' })).toEqual([422, 'unknown_field'])
  expect(await code({ field: 'title', locale: null, text: 'x' })).toEqual([422, 'unknown_field'])
  expect(await code({ field: 'author', locale: null, text: 'Ai viết?' })).toEqual([200, undefined])
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect((await open(head, nowhere, { ...anchor, text: 'x' })).code).toBe('submission_missing')
  expect((await open(head, 'x', { ...anchor, text: 'x' })).code).toBe('submission_missing')
  expect((await act(head, nowhere, 'resolve')).code).toBe('thread_missing')
  expect((await act(head, 'x', 'comments', { text: 'x' })).code).toBe('thread_missing')
})

test('nobody without a role on that board sees or writes', async () => {
  const { id, submission } = await waiting('Chuyện riêng của Ban')
  const thread = await opened(submission, 'Chỉ Ban đọc được.')
  for (const who of [stranger, auditor, undefined]) {
    const expected = who ? [403, 'not_a_member'] : [401, 'not_signed_in']
    const answers = [
      await open(who, submission, { ...anchor, text: 'x' }),
      await act(who, thread.id, 'comments', { text: 'x' }),
      await act(who, thread.id, 'resolve'),
      await act(who, thread.id, 'reopen'),
      await listed(who, id),
    ]
    for (const answer of answers) {
      expect([answer.status, answer.code]).toEqual(expected)
      expect(JSON.stringify(answer.body)).not.toContain('Chỉ Ban đọc được')
    }
  }
  const left = await boards.person({ role: 'head', endsOn: '2020-02-01' })
  expect((await act(left, thread.id, 'resolve')).code).toBe('not_a_member')
})

test('an open thread goes along to the next submission; the old one takes no new comments', async () => {
  const { id, submission } = await waiting('Bản một')
  const thread = await opened(submission)
  await boards.call('PATCH', `/articles/${id}?draft=true`, writer, { title: 'Bản hai' })
  const second = await boards.submit(writer, id)
  expect((await open(head, submission, { ...anchor, text: 'x' })).code).toBe(
    'submission_superseded',
  )
  const { threads } = await listed(head, id)
  expect(threads.map((one) => [one.id, one.isOpen])).toEqual([[thread.id, true]])
  expect(threads[0]?.submissionId).not.toBe(second)
  expect((await act(head, thread.id, 'resolve')).status).toBe(200)
})

test('of two people who resolve at once, one does and the other is told', async () => {
  const { submission } = await waiting('Cùng lúc')
  for (let turn = 0; turn < 5; turn += 1) {
    const thread = await opened(submission)
    const answers = await Promise.all([
      act(head, thread.id, 'resolve'),
      act(writer, thread.id, 'resolve'),
    ])
    expect(answers.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409])
  }
})

test('what was said is never changed or taken away', async () => {
  const { submission } = await waiting('Không sửa được')
  const thread = await opened(submission)
  await act(head, thread.id, 'resolve')
  for (const table of ['threads', 'thread_comments', 'thread_acts']) {
    const column = table === 'threads' ? 'id' : 'thread_id'
    for (const statement of [
      `update editorial.${table} set ${column} = ${column} where ${column} = '${thread.id}'`,
      `delete from editorial.${table} where ${column} = '${thread.id}'`,
      `truncate editorial.${table} cascade`,
    ]) {
      await expect(boards.owner.query(statement), statement).rejects.toThrow()
      await expect(boards.app.query(statement), statement).rejects.toThrow(/permission denied/)
    }
  }
})
