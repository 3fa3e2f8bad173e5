import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from './axeFaults.ts'
import { openCity, until } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'

const sizes = [
  ['wide', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

let city: Awaited<ReturnType<typeof openCity>>
let page: Page
const submitted: string[] = []

beforeAll(async () => {
  city = await openCity({ size: '2x20' })
  for (const title of [
    'Lịch tiêm chủng mở rộng cho trẻ em dưới năm tuổi',
    'Kế hoạch phân luồng',
    'Cấp nước',
  ])
    submitted.push(await submit(title))
  await city.call('pho-ban', 'POST', `/editorial-board/submissions/${submitted[2]}/return`, {
    explanation: 'Nguồn số liệu ở đâu?',
  })
  const isTold = await until(async () => {
    const { rows } = await city.pool.query<{ told: number; mails: number }>(
      `select (select count(*)::int from editorial.notices n join public.users u on u.id = n.person where u.email like 'truong-ban@%') as told,
         (select count(*)::int from web.mails where key like 'board:returned%') as mails`,
    )
    return (rows[0]?.told ?? 0) >= 3 && (rows[0]?.mails ?? 0) > 0
  }, 30_000)
  expect(isTold).toBe(true)
  page = await city.signIn('truong-ban')
})
afterAll(() => city?.stop())

test.each(sizes)('notices and choices fit and are accessible, %s', async (name, size) => {
  await page.setViewportSize(size)
  for (const path of ['/admin/notices', '/admin/notices/choices']) {
    await page.goto(`${city.url}${path}`)
    await page.locator('h1').waitFor()
    // The menu that Payload opens at first folds when its scripts run.
    await expect.poll(() => tooWide(page), { message: path }).toBeLessThanOrEqual(0)
    if (name === 'wide') expect(await headsOffColumns(page), path).toEqual([])
    expect(await axeFaults(page), path).toEqual([])
    if (name !== 'wide') expect(await smallTargets(page), path).toEqual([])
    const folder = process.env.COLOA_PICTURES
    if (folder)
      await page.screenshot({
        path: `${folder}/${name.replace(' ', '-')}${path.replaceAll('/', '-')}.png`,
        fullPage: true,
      })
  }
})

test('the navigation counts what is unread; a notice leads to its item and is read then', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${city.url}/admin/notices`)
  const link = page.locator('a.coloa-nav[href="/admin/notices"]')
  const before = Number(await link.locator('span').textContent())
  expect(before).toBeGreaterThan(0)
  await page.locator('.coloa-unread a').first().click()
  await page.waitForURL(/\/admin\/review\/[0-9a-f-]{36}/)
  const isRead = await until(async () => {
    await page.goto(`${city.url}/admin/notices`)
    return (await page.locator('.coloa-unread').count()) === before - 1
  }, 20_000)
  expect(isRead).toBe(true)
})

test('choices are made by keyboard, saved, and found again', async () => {
  await page.goto(`${city.url}/admin/notices/choices`)
  const digest = page.locator('input[name=submitted-mail][value=digest]')
  await digest.focus()
  expect(await digest.isChecked()).toBe(true)
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('input[name=submitted-mail][value=none]').isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('Đã lưu').waitFor()
  await page.reload()
  expect(await page.locator('input[name=submitted-mail][value=none]').isChecked()).toBe(true)
  expect(await page.locator('input[name=returned-mail][value=now]').isChecked()).toBe(true)
})

test('all are marked as read at once, and the filter then shows none', async () => {
  await page.goto(`${city.url}/admin/notices`)
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click()
  await page.locator('.coloa-unread').first().waitFor({ state: 'detached' })
  await page.goto(`${city.url}/admin/notices?show=unread`)
  await page.getByText('Không có thông báo nào như bạn đã lọc.').waitFor()
})

test('the emergency tab of the desk tells the months, also when there was none', async () => {
  await page.goto(`${city.url}/admin/review?tab=emergency`)
  await page.getByRole('heading', { name: 'Phát khẩn theo tháng' }).waitFor()
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})

test('the mails fit a phone of 320 pixels', async () => {
  const { rows } = await city.pool.query<{ html: string }>(
    `select body_html as html from web.mails where key like 'board:%'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  const reader = await city.chromium.open({ width: 320, height: 640 })
  for (const { html } of rows) {
    await reader.setContent(html)
    expect(await tooWide(reader)).toBeLessThanOrEqual(0)
  }
})

const tooWide = (of: Page) =>
  of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Heads of the table that do not stand above the cells of the first row. */
const headsOffColumns = (of: Page): Promise<string[]> =>
  of.evaluate(() => {
    const cells = document.querySelectorAll('tbody tr:first-child > *')
    return [...document.querySelectorAll('thead th')].flatMap((head, index) => {
      const off =
        head.getBoundingClientRect().left - (cells[index]?.getBoundingClientRect().left ?? 0)
      return Math.abs(off) > 1 ? [head.textContent] : []
    })
  })

/** An article by the city's contributor, handed to the board. @returns the submission's id */
const submit = async (title: string): Promise<string> => {
  const { rows } = await city.pool.query<{ site: number; category: number }>(
    `select (select id from sites where code = 'ha-noi') as site, (select min(id) from categories) as category`,
  )
  const { body: made } = await city.call<{ doc: { id: number } }>(
    'cong-tac-vien',
    'POST',
    '/articles?draft=true',
    { title, lead: title, body: paragraph(title), ...rows[0] },
  )
  const { body } = await city.call<{ submissionId: string }>(
    'cong-tac-vien',
    'POST',
    '/editorial-board/submissions',
    { collection: 'articles', id: made.doc.id },
  )
  return body.submissionId
}

const paragraph = (text: string) => {
  const node = { version: 1, format: '', indent: 0, direction: null }
  const leaf = { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
  const line = { ...node, type: 'paragraph', textFormat: 0, textStyle: '', children: [leaf] }
  return { root: { ...node, type: 'root', children: [line] } }
}
