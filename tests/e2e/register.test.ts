import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from './axeFaults.ts'
import { openCity } from './openCity.ts'

let city: Awaited<ReturnType<typeof openCity>>
let deputy: { name: string; email: string }

beforeAll(async () => {
  city = await openCity()
  const { rows } = await city.pool.query<{ name: string; email: string }>(
    `select full_name as name, email from public.users where email like 'thanh-vien@%'`,
  )
  deputy = rows[0] ?? { name: '', email: '' }
})
afterAll(() => city?.stop())

const inherited = { format: '', indent: 0, version: 1, direction: 'ltr' }
const words = {
  type: 'text',
  text: 'Tại trụ sở.',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
}
const paragraph = {
  root: {
    type: 'root',
    ...inherited,
    children: [{ type: 'paragraph', ...inherited, children: [words] }],
  },
}

const openBoard = async (page: Page) => {
  await page.goto(`${city.url}/admin/boards/ha-noi`)
  await page.locator('.coloa-part').first().waitFor()
}
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
const inTenDays = new Date(Date.parse(today) + 10 * 86_400_000).toISOString().slice(0, 10)

test('a registrar enters a deputy; a refusal keeps what was typed and says why', async () => {
  const page = await city.signIn('quan-tri')
  await page.goto(`${city.url}/admin/boards`)
  await page.getByLabel('Tìm theo tên').fill('ha noi')
  await page.getByRole('button', { name: 'Lọc' }).click()
  await page.getByText('1 trên 3 Ban Biên tập').waitFor()
  await page.locator('.coloa-table a').first().click()
  await page.getByRole('button', { name: 'Bổ nhiệm' }).click()
  const form = page.getByRole('form', { name: 'Ghi việc bổ nhiệm' })
  await form.getByLabel('Người được bổ nhiệm').fill('thanh-vien')
  await form.getByRole('radio').first().check()
  await form.getByLabel('Vai trò').selectOption('deputy')
  await form.getByLabel('Đến hết ngày').fill('2020-01-01')
  await form.getByLabel('Văn bản quyết định').fill('125/QĐ-UBND')
  await form.getByRole('button', { name: 'Bổ nhiệm' }).click()
  await form.getByRole('alert').getByText('Ngày không đúng').waitFor()
  expect(await form.getByLabel('Văn bản quyết định').inputValue()).toBe('125/QĐ-UBND')
  expect(await form.getByRole('radio').first().isChecked()).toBe(true)
  await form.getByLabel('Đến hết ngày').fill('')
  await form.getByRole('button', { name: 'Bổ nhiệm' }).click()
  const waiting = page.getByRole('region', { name: 'Chờ người thứ hai xác nhận' })
  await waiting.getByText(`Bổ nhiệm ${deputy.name} làm Phó Trưởng Ban`).waitFor()
  expect(await waiting.getByRole('button').count()).toBe(0)
  await page.context().close()
})

test('a second registrar confirms it, and the board shows both', async () => {
  const page = await city.signIn('quan-tri-2')
  await openBoard(page)
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  const row = page
    .getByRole('region', { name: 'Thành phần hiện nay' })
    .getByRole('row')
    .filter({ hasText: '125/QĐ-UBND' })
  await row.getByText('xác nhận').waitFor()
  expect(await row.innerText()).toContain('Phó Trưởng Ban')
  expect(await page.getByText('Chờ người thứ hai xác nhận').count()).toBe(0)
  await page.context().close()
})

test('the head gives that deputy a mandate, and the calendar shows until when', async () => {
  const page = await city.signIn('truong-ban')
  await openBoard(page)
  await page.getByRole('button', { name: 'Uỷ quyền' }).click()
  const form = page.getByRole('form', { name: 'Ghi việc uỷ quyền' })
  await form
    .getByLabel('Người được uỷ quyền')
    .selectOption({ label: `${deputy.name} (Phó Trưởng Ban)` })
  await form.getByLabel('Đến hết ngày').fill(inTenDays)
  await form.getByLabel('Văn bản uỷ quyền').fill('12/GUQ-BBT')
  await form.getByRole('button', { name: 'Uỷ quyền' }).click()
  const calendar = page.getByRole('region', { name: 'Ai ký trong sáu tuần tới' })
  await calendar.getByText('12/GUQ-BBT').waitFor()
  const [first] = await calendar.locator('tbody tr').allInnerTexts()
  expect(first).toContain(deputy.name)
  expect(first).toContain('11 ngày')
  expect(await axeFaults(page)).toEqual([])
  await page.context().close()
})

test('the deputy sees the buttons of a decision, and no button of the register', async () => {
  const title = 'Lịch tiếp công dân tháng 12'
  const { rows } = await city.pool.query<{ site: number; category: number }>(
    `select (select id from public.sites where kind = 'city') as site,
       (select id from public.categories order by id limit 1) as category`,
  )
  const writer = await city.signIn('cong-tac-vien')
  const submitted = await writer.evaluate(
    async (data) => {
      const post = async (path: string, body: unknown) => {
        const answer = await fetch(`/api${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return (await answer.json()) as { doc?: { id: number }; submissionId?: string }
      }
      const { doc } = await post('/articles?draft=true', data)
      return post('/editorial-board/submissions', { collection: 'articles', id: doc?.id })
    },
    { title, lead: 'Sáng thứ Năm hằng tuần.', body: paragraph, ...rows[0] },
  )
  expect(submitted).toHaveProperty('submissionId')
  await writer.context().close()
  const page = await city.signIn('thanh-vien')
  await page.goto(`${city.url}/admin/review/${submitted.submissionId}`)
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByRole('button', { name: 'Duyệt và công bố' }).waitFor()
  await openBoard(page)
  for (const name of ['Bổ nhiệm', 'Cho thôi', 'Uỷ quyền', 'Đổi quy trình', 'Xác nhận'])
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
  await page.context().close()
})

test('an account shows on which boards the person is', async () => {
  const page = await city.signIn('quan-tri')
  const { rows } = await city.pool.query<{ id: number }>(
    'select id from public.users where email = $1',
    [deputy.email],
  )
  await page.goto(`${city.url}/admin/collections/users/${rows[0]?.id}`)
  const boards = page.locator('.coloa-state').filter({ hasText: 'Ban Biên tập' })
  await boards.getByText('Phó Trưởng Ban').waitFor()
  expect(await boards.innerText()).toContain('ký thay')
  await page.context().close()
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})
