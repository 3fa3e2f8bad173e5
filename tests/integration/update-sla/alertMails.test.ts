import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlertRow } from '#plugins/update-sla/alerts/alertRow.ts'
import { threadMail } from '#plugins/update-sla/alerts/threadMail.ts'
import { openSlaDesk } from '#tests/support/slaDesk.ts'
import type { SlaDesk } from '#tests/support/slaDesk.ts'

let desk: SlaDesk
const ops = 'ops@coloa.example'
const editor = 'bien-tap@coloa.example'

beforeAll(async () => {
  desk = await openSlaDesk()
  await desk.site('thanh-pho', 'city')
  for (let n = 2; n <= 51; n += 1) await desk.site(`xa-${n}`)
  await desk.person({ email: editor, site: 'xa-3' })
  await desk.person({ email: 'editor@coloa.example', site: 'xa-4', language: 'en' })
  await desk.tick('2026-11-23T07:00:00+07:00')
})
afterAll(() => desk.stop())

/** Mails of the day's windows. */
const ofToday = (mails: ParsedMail[]) => mails.filter((one) => one.subject?.endsWith('23/11'))

let firstId = ''

test('before a window ends its editors are warned, operations are not', async () => {
  await desk.release('thanh-pho', '2026-11-23T08:10:00+07:00')
  await desk.release('xa-2', '2026-11-23T08:30:00+07:00')
  await desk.tick('2026-11-23T09:30:20+07:00')
  expect(desk.mailsTo(ops)).toEqual([])
  const [mail, ...others] = desk.mailsTo(editor)
  expect(others).toHaveLength(0)
  expect(mail?.subject).toBe('[Sắp đến hạn] Xã xa-3: cập nhật đầu giờ làm việc buổi sáng 23/11')
  expect(mail?.text).toContain(
    'Xã xa-3 chưa có tin, bài mới trong khung giờ 08:00–10:00 ngày 23/11/2026.',
  )
  firstId = mail?.messageId ?? ''
})

test('fifty sites that miss one window are one mail with a table to operations, however many workers tick', async () => {
  await desk.tick('2026-11-23T10:00:20+07:00')
  await desk.tick('2026-11-23T10:01:20+07:00')
  const [mail, ...others] = ofToday(desk.mailsTo(ops))
  expect(others).toHaveLength(0)
  expect(mail?.subject).toBe('[Quá hạn] 49 trang: cập nhật đầu giờ làm việc buổi sáng 23/11')
  expect(mail?.text?.match(/^- Xã xa-\d+; Lần cập nhật gần nhất: /gm)).toHaveLength(49)
  expect(mail?.text).not.toContain('Xã xa-2;')
  expect(String(mail?.html).match(/<th scope="row"/g)).toHaveLength(49)
  expect(mail?.text).toContain('Căn cứ: điểm b khoản 2 Điều 13 Quy chế 4263/QĐ-UBND.')
  expect(mail?.text).toContain('Nếu chưa xong, lần nhắc sau: 1 ngày làm việc sau hạn')
})

test('each mail of a thread answers its first, under one subject', async () => {
  const [mail] = desk.mailsTo(editor)
  expect(mail?.subject).toBe('[Quá hạn] Xã xa-3: cập nhật đầu giờ làm việc buổi sáng 23/11')
  expect(mail?.inReplyTo).toBe(firstId)
  expect(mail?.references).toBe(firstId)
  expect(mail?.messageId).not.toBe(firstId)
})

test('whoever reads English is written to in English', () => {
  const mails = desk.mailsTo('editor@coloa.example')
  expect(mails.map((one) => one.subject)).toEqual([
    '[Due soon] Xã xa-4: update start of the morning 23/11',
    '[Overdue] Xã xa-4: update start of the morning 23/11',
  ])
  expect(mails[1]?.text).toContain('nothing new between 08:00–10:00 on 23/11/2026')
  expect(mails[1]?.text).toContain('Basis: Article 13(2)(b), Regulation 4263/QĐ-UBND.')
})

test('what was made good is told in the same thread to whoever was told before, several sites together', async () => {
  await desk.release('xa-3', '2026-11-23T10:20:00+07:00')
  await desk.tick('2026-11-23T10:21:00+07:00')
  const [mail, ...others] = desk.mailsTo(editor)
  expect(others).toHaveLength(0)
  expect(mail?.subject).toBe('[Đã khắc phục] Xã xa-3: cập nhật đầu giờ làm việc buổi sáng 23/11')
  expect(mail?.text).toContain('Căn cứ: điểm b khoản 2 Điều 13')
  expect(mail?.references).toBe(firstId)
  await desk.release('xa-4', '2026-11-23T10:31:00+07:00')
  await desk.tick('2026-11-23T10:32:00+07:00')
  expect(desk.mailsTo(ops)).toEqual([])
  await desk.tick('2026-11-23T10:51:01+07:00')
  const told = desk.mailsTo(ops)
  expect(told.map((one) => one.subject)).toEqual([
    '[Đã khắc phục: 2 trang] 49 trang: cập nhật đầu giờ làm việc buổi sáng 23/11',
  ])
})

test('after an outage everybody gets one mail about all it held up', async () => {
  desk.mailsTo('editor@coloa.example')
  await desk.tick('2026-11-23T15:30:00+07:00')
  expect(desk.mailsTo(ops).map((one) => one.subject)).toContain(
    '[Quá hạn] Cổng Thành phố: cập nhật đầu giờ làm việc buổi chiều 23/11',
  )
  desk.mailsTo(editor)
  await desk.tick('2026-11-25T12:00:00+07:00', { isAfterOutage: true })
  const [mail, ...others] = desk.mailsTo(ops)
  expect(others).toHaveLength(0)
  expect(mail?.subject).toMatch(/^\[Bù sau gián đoạn\] \d+ việc quá hạn/)
  expect(mail?.text).toContain(
    'Hệ thống nhắc hạn đã dừng từ 15:30 23/11/2026 đến 12:00 25/11/2026 (44 giờ 30 phút).',
  )
  expect(mail?.text).toContain('Xã xa-5')
  expect(desk.mailsTo(editor).map((one) => one.subject)).toHaveLength(1)
})

test('operations hear that the clock stood still even when nothing was missed', async () => {
  await desk.tick('2026-11-25T20:00:00+07:00')
  desk.mailsTo(ops)
  await desk.tick('2026-11-25T20:40:00+07:00', { isAfterOutage: true })
  expect(desk.mailsTo(ops).map((one) => one.subject)).toEqual([
    '[Bù sau gián đoạn] không bỏ lỡ lần nhắc nào, từ 20:00 25/11 đến 20:40 25/11',
  ])
})

test('nothing was lost and nothing doubled: every telling is in a mail that was sent', async () => {
  const { rows } = await desk.owner.query(
    `select count(*)::int as tellings, count(*) filter (where m.sent_at is null)::int as unsent,
       (select count(*)::int from web.mails) as mails from sla.tellings t left join web.mails m on m.key = t.mail`,
  )
  const [sum] = rows as { tellings: number; unsent: number; mails: number }[]
  expect(sum?.tellings).toBeGreaterThan(200)
  expect(sum?.unsent).toBe(0)
  expect(desk.smtp.mails).toHaveLength(sum?.mails ?? 0)
})

test('what is due at midnight is told as the end of the day before', () => {
  const report = {
    kind: 'report',
    label: { vi: 'Báo cáo năm', en: 'Report' },
    clause: 'P-1',
    ladder: [],
  }
  const alert = {
    incident: 'clock:1',
    thread: 'clock:1',
    owner: 'site:xa-2',
    rung: 'near',
    dueAt: new Date('2026-12-15T00:00:00+07:00'),
    firesAt: new Date('2026-12-01T08:00:00+07:00'),
    day: null,
    definition: report,
    nameVi: 'Xã xa-2',
    nameEn: 'Xa-2',
    title: '',
  } as unknown as AlertRow // what a mail reads of it
  const mail = threadMail({
    alerts: [alert],
    language: 'vi',
    publicUrl: 'https://coloa.example',
    acknowledgeUrl: 'https://coloa.example/sla/acknowledge',
  })
  expect(mail.subject).toBe('[Sắp đến hạn hết ngày 14/12] Xã xa-2: Báo cáo năm')
  expect(mail.text).toContain('có hạn đến hết ngày 14/12/2026')
  expect(mail.text).not.toContain('15/12')
})
