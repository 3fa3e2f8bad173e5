import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#tests/support/startApp.ts'
import type { Person } from './openBoards.ts'
import { openNotices } from './openNotices.ts'

let boards: Awaited<ReturnType<typeof openNotices>>
let writer: Person
let editor: Person
let head: Person

beforeAll(async () => {
  boards = await openNotices()
  writer = await boards.person({ role: 'collaborator' })
  editor = await boards.person({ role: 'editor' })
  head = await boards.person({ role: 'head' })
  await boards.owner.query(
    `update public.users set is_active = false where email like 'head-%' or email like 'clerk-%'`,
  )
})
afterAll(() => boards.stop())

const waiting = async (title: string, now?: string) => {
  const id = await boards.draft(writer, title)
  const submission = await boards.submit(writer, id)
  await boards.work(now ? { now } : {})
  return submission
}
const digestAt = async (now: string) => {
  await boards.tick('SendDigest', now)
  await boards.work({ now })
}
/** The pause before the next attempt is over. */
const hurry = () =>
  boards.owner.query(
    'update graphile_worker._private_jobs set run_at = now() where attempts > 0 and attempts < max_attempts',
  )

test('the digest goes out once, at half past seven of the next working morning, with what still waits', async () => {
  const monday = '2026-11-23T15:00:00+07:00'
  await waiting('Chờ trong thư tóm tắt', monday)
  const done = await waiting('Đã duyệt trước thư', monday)
  await boards.act(head, done, 'approve')
  await boards.work({ now: monday })
  await digestAt('2026-11-24T07:30:00+07:00') // Vietnamese Culture Day: nobody works
  await digestAt('2026-11-25T07:29:00+07:00')
  expect(boards.smtp.mails).toHaveLength(0)
  await digestAt('2026-11-25T07:30:00+07:00')
  await digestAt('2026-11-25T07:31:00+07:00')
  await waiting('Sau thư tóm tắt', '2026-11-25T08:00:00+07:00')
  await digestAt('2026-11-25T09:00:00+07:00')
  const mails = await boards.smtp.arrived(2)
  expect(new Set(mails.map((mail) => mail.subject))).toEqual(
    new Set([
      '[Tóm tắt] 1 nội dung chờ bạn, ngày 25/11/2026',
      '[Tóm tắt] 1 tin khác, ngày 25/11/2026',
    ]),
  )
  expect(mails).toHaveLength(2)
  const toHead = mails.find((mail) => mail.subject?.includes('chờ bạn'))
  expect(toHead?.text).toContain('Chờ trong thư tóm tắt')
  expect(toHead?.text).not.toContain('Đã duyệt trước thư')
  expect(toHead?.text).toContain('Mở danh sách thông báo: https://coloa.example/admin/notices')
  const toWriter = mails.find((mail) => mail.subject?.includes('tin khác'))
  expect(toWriter?.text).toContain('“Đã duyệt trước thư” đã được đăng.')
  await boards.call('POST', '/editorial-board/notices/read', head, {})
  await digestAt('2026-11-26T07:30:00+07:00')
  expect(boards.smtp.mails).toHaveLength(2) // what was read is not repeated
})

test('a mail says the fact, the one thing to do, the particulars and how to change notices; in the reader’s language', async () => {
  const before = boards.smtp.mails.length
  await boards.owner.query(`update public.users set preferred_locale = 'en' where id = $1`, [
    writer.id,
  ])
  const submission = await waiting('Tin thử <b>&')
  await boards.act(editor, submission, 'return', { explanation: 'Thiếu "nguồn" & <ảnh>.' })
  await boards.work()
  const mail = (await boards.smtp.arrived(before + 1)).at(-1)
  expect(mail?.subject).toMatch(/^\[Returned\] ha-noi: Tin thử <b>&, due \d\d:\d\d, /)
  const [fact, action] = (mail?.text ?? '').split('\n')
  expect(fact).toMatch(/^Người \d+ returned “Tin thử <b>&” for clarification, due /)
  expect(action).toMatch(
    /^Open the draft, clarify, submit again: https:\/\/coloa\.example\/admin\/collections\/articles\/\d+$/,
  )
  expect(mail?.text).toContain('Explanation: Thiếu "nguồn" & <ảnh>.')
  expect(mail?.text).toContain('https://coloa.example/admin/notices/choices')
  expect(mail?.html).toContain('Thiếu &quot;nguồn&quot; &amp; &lt;ảnh&gt;.')
  expect(mail?.html).not.toContain('<ảnh>')
  expect(mail?.html).not.toMatch(/<img|<script|http:\/\//)
})

test('nothing is lost while the mail server is away for an hour, and nothing goes out twice', async () => {
  const before = boards.smtp.mails.length
  const smtpUrl = `smtp://127.0.0.1:${await freePort()}`
  const submission = await waiting('Máy chủ thư hỏng')
  await boards.act(editor, submission, 'return', { explanation: 'Làm rõ.' })
  // The pauses between attempts double: an hour is eight of them.
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await boards.work({ smtpUrl })
    await hurry()
  }
  const { rows } = await boards.owner.query<{ attempts: number; sent: boolean; error: string }>(
    `select attempts, sent_at is not null as sent, last_error as error from web.mails where subject like '%Máy chủ thư hỏng%'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.sent).toBe(false)
  expect(rows[0]?.attempts).toBeGreaterThanOrEqual(8)
  expect(rows[0]?.error).toMatch(/ECONNREFUSED/)
  await boards.work()
  await boards.work()
  await boards.smtp.arrived(before + 1)
  expect(boards.smtp.mails.slice(before).map((mail) => mail.subject)).toEqual([
    expect.stringContaining('Máy chủ thư hỏng'),
  ])
})
