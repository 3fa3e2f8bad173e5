import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workingCalendar } from '#config/workingCalendar.ts'
import { dueAt } from '#domain/calendar/dueAt.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity } from './openCity.ts'

let city: Awaited<ReturnType<typeof openCity>>
const titles = ['Câu hỏi về giấy phép', 'Câu hỏi về hộ khẩu', 'Câu hỏi về đất đai']
const eventAt = new Date()
const due = dueAt(
  workingCalendar,
  eventAt,
  { workingDays: 15 },
  { firstDay: 'next', until: 'endOfWork' },
)
const dayOff = workingCalendar.dayOf(due)
const moved = workingCalendar.endOfWork(workingCalendar.addWorkingDays(dayOff, 1))
const written = (day: string) => day.split('-').toReversed().join('/')

beforeAll(async () => {
  city = await openCity()
  await city.pool.query(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     select 'questionAnswer', 1, 'questions', 900000 + n, 'site:ha-noi', t, $2, $2, $3
     from unnest($1::text[]) with ordinality as q(t, n)`,
    [titles, eventAt, due],
  )
})
afterAll(() => city?.stop())

const dues = async () => {
  const { rows } = await city.pool.query<{ due: Date }>(
    'select due_at as due from sla.clocks where title = any($1::text[])',
    [titles],
  )
  return rows.map((row) => row.due)
}

test('an administrator previews a notice, applies it, and three deadlines move', async () => {
  const page = await city.signIn('quan-tri')
  await page.goto(`${city.url}/admin/sla/calendar?year=${dayOff.slice(0, 4)}`)
  const form = page.getByRole('form', { name: 'Nhập thông báo mới' })
  await form.getByLabel('Số, ký hiệu').fill('777/TB-BNV')
  await form.getByLabel('Ngày ban hành').fill(workingCalendar.dayOf(eventAt))
  await form.getByLabel('Cơ quan ban hành').fill('Bộ Nội vụ')
  const day = form.getByRole('group', { name: 'Ngày thứ 1' })
  await day.getByLabel('Ngày', { exact: true }).fill(dayOff)
  await form.getByRole('button', { name: 'Xem trước' }).click()
  await form.getByRole('alert').getByText('Thông báo còn thiếu').waitFor()
  expect(await form.getByLabel('Số, ký hiệu').inputValue()).toBe('777/TB-BNV')
  expect(await day.getByLabel('Ngày', { exact: true }).inputValue()).toBe(dayOff)

  await day.getByLabel('Lý do', { exact: true }).fill('Nghỉ phòng bão')
  await day.getByLabel('Lý do bằng tiếng Anh').fill('Storm')
  await form.getByRole('button', { name: 'Xem trước' }).click()
  const preview = form.getByRole('region', { name: 'Nếu áp dụng thông báo này' })
  for (const title of titles) {
    const row = preview.getByRole('row').filter({ hasText: title })
    await row.waitFor()
    expect(await row.innerText()).toContain(written(dayOff))
    expect(await row.innerText()).toContain(written(workingCalendar.dayOf(moved)))
  }
  expect(await dues()).toEqual([due, due, due])

  await preview.getByRole('button', { name: 'Áp dụng' }).click()
  const log = page.getByRole('region', { name: 'Thông báo đã áp dụng' })
  const entry = log.getByRole('row').filter({ hasText: '777/TB-BNV' })
  await entry.waitFor()
  expect(await dues()).toEqual([moved, moved, moved])
  expect(await form.getByLabel('Số, ký hiệu').inputValue()).toBe('')
  await entry.getByRole('link', { name: /thời hạn/ }).click()
  for (const title of titles) await log.getByRole('row').filter({ hasText: title }).waitFor()
  const grid = page
    .locator('.coloa-year')
    .getByRole('cell')
    .filter({
      has: page.locator(`time[datetime="${dayOff}"]`),
    })
  await page.goto(`${city.url}/admin/sla/calendar?year=${dayOff.slice(0, 4)}`)
  expect(await grid.innerText()).toContain('Nghỉ theo thông báo, Nghỉ phòng bão')
  await page.locator('button:enabled', { hasText: 'Thêm ngày' }).waitFor() // greyed until scripts run
  expect(await axeFaults(page)).toEqual([])
  await page.context().close()
})

test('the same notice again is refused, and what was typed stays', async () => {
  const page = await city.signIn('quan-tri')
  await page.goto(`${city.url}/admin/sla/calendar`)
  const form = page.getByRole('form', { name: 'Nhập thông báo mới' })
  await form.getByLabel('Số, ký hiệu').fill('777/TB-BNV')
  await form.getByLabel('Ngày ban hành').fill(workingCalendar.dayOf(eventAt))
  await form.getByLabel('Cơ quan ban hành').fill('Bộ Nội vụ')
  const day = form.getByRole('group', { name: 'Ngày thứ 1' })
  const later = Temporal.PlainDate.from(dayOff).add({ days: 1 }).toString()
  await day.getByLabel('Ngày', { exact: true }).fill(later)
  await day.getByLabel('Lý do', { exact: true }).fill('Nghỉ phòng bão')
  await form.getByRole('button', { name: 'Xem trước' }).click()
  await form.getByRole('alert').getByText('đã được áp dụng').waitFor()
  expect(await day.getByLabel('Lý do', { exact: true }).inputValue()).toBe('Nghỉ phòng bão')
  await page.context().close()
})

test('an operator reads the calendar and its log, and may not change it', async () => {
  const page = await city.signIn('van-hanh')
  await page.goto(`${city.url}/admin/sla/calendar`)
  await page.getByText('777/TB-BNV').first().waitFor()
  expect(await page.getByRole('form').count()).toBe(0)
  await page.context().close()
  const body = { number: '778/TB-BNV', issuedOn: dayOff, issuingBody: 'Bộ Nội vụ', days: [] }
  for (const path of ['/update-sla/notices', '/update-sla/notices/preview']) {
    const answer = await city.call<unknown>('van-hanh', 'POST', path, body)
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ code: 'forbidden' }] } })
  }
})

test('an operator makes a new version of an obligation; a refusal keeps what was typed', async () => {
  const page = await city.signIn('van-hanh')
  await page.goto(`${city.url}/admin/sla/obligations`)
  const row = page.getByRole('row').filter({ hasText: 'Đăng văn bản: cơ quan thuộc phạm vi' })
  await row.getByText('Căn cứ: điểm c khoản 1 Điều 13 Quy chế 4263').waitFor()
  await row.getByText('Trong 5 ngày làm việc').waitFor()
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Lập bản mới' }).click()
  const form = page.getByRole('form', { name: 'Lập bản mới' })
  await form.getByLabel('Số lượng').fill('4')
  await form.getByLabel('Có hiệu lực từ ngày').fill('2026-01-01')
  await form.getByLabel('Lý do sửa').fill('Thành phố rút ngắn thời hạn')
  await form.getByRole('button', { name: 'Lập bản mới' }).click()
  await form.getByRole('alert').getByText('sớm nhất từ ngày mai').waitFor()
  expect(await form.getByLabel('Số lượng').inputValue()).toBe('4')
  expect(await axeFaults(page)).toEqual([])
  const from = Temporal.PlainDate.from(workingCalendar.dayOf(new Date()))
    .add({ days: 7 })
    .toString()
  await form.getByLabel('Có hiệu lực từ ngày').fill(from)
  await form.getByRole('button', { name: 'Lập bản mới' }).click()
  const made = page.getByRole('row').filter({ hasText: 'Bản 2' })
  await made.getByText('Trong 4 ngày làm việc').waitFor()
  expect(await made.innerText()).toContain(`Từ ${written(from)}`)
  await page.context().close()
  const { rows } = await city.pool.query<{ duration: unknown; from: string }>(
    `select definition -> 'duration' as duration, valid_from::text as from from sla.obligations
     where code = 'documentScope' order by version`,
  )
  expect(rows.map(({ duration }) => duration)).toEqual([{ workingDays: 5 }, { workingDays: 4 }])
  expect(rows[1]?.from).toBe(from)
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})
