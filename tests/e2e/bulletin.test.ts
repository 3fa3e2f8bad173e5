import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from './axeFaults.ts'
import { alive } from './alive.ts'
import { openCity } from './openCity.ts'

let city: Awaited<ReturnType<typeof openCity>>

beforeAll(async () => {
  city = await openCity({ size: 'demo' })
})
afterAll(() => city?.stop())

const panel = '.coloa-forms'

test('beside a bulletin: its spoken text by one button, sizes against the hints, screens as boards show them', async () => {
  const page = await city.signIn('truong-ban')
  await page.goto(`${city.url}/admin/collections/bulletins/create`)
  await page.waitForURL(/\/\d+$/)
  await alive(page)
  await page.fill('#field-title', 'Mưa lũ trên sông Hồng')
  await page.fill('#field-text', 'Lúc 8h30 ngày 24/11/2026, mực nước 11,62 m. Gọi 112.')
  await page.getByRole('button', { name: 'Tạo lời đọc từ nội dung' }).click()
  const spoken = page.locator('#field-spokenText')
  await expect
    .poll(() => spoken.inputValue())
    .toBe(
      'Lúc tám giờ ba mươi phút ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu, mực nước mười một phẩy sáu mươi hai mét. Gọi một một hai.',
    )
  await page.getByText('Lời đọc khớp với nội dung.').waitFor()
  await page.getByText(/gợi ý khoảng 300–500 \(khoản 5 Điều 16 .*Hải Phòng\)/).waitFor()
  await page.fill('#field-text', 'Lúc 9h ngày 24/11/2026, mực nước 11,80 m. Gọi 112.')
  await page.getByText('Lời đọc khác với lời đọc tạo từ nội dung hiện tại').click()
  expect(await page.locator(`${panel} ins`).allInnerTexts()).not.toEqual([])
  await page.getByRole('button', { name: 'Xem các màn hình' }).click()
  const screens = page.locator(`${panel} img`)
  await screens.first().waitFor()
  expect(await screens.first().evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(384)
  expect(await axeFaults(page, { within: panel })).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await axeFaults(page, { within: panel })).toEqual([])
  const { right, hidden } = await page.locator(panel).evaluate((one) => ({
    right: one.getBoundingClientRect().right,
    hidden: one.scrollWidth - one.clientWidth,
  }))
  expect(right).toBeLessThanOrEqual(390)
  expect(hidden).toBeLessThanOrEqual(0)
  expect(city.chromium.complaints).toEqual([])
  await page.context().close()
})

test('an emergency that cannot go out is refused at its field, and keeps what was typed', async () => {
  const page = await city.signIn('truong-ban')
  await page.goto(`${city.url}/admin/collections/bulletins/create`)
  await page.waitForURL(/\/\d+$/)
  await alive(page)
  const address = `${city.url}/api/bulletins/${page.url().split('/').pop()}?draft=true&locale=vi`
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const { rows } = await city.pool.query<{ site: number; ward: number }>(
    `select (select id from public.sites where kind = 'city') as site,
       (select id from public.units where kind in ('ward', 'commune') order by id limit 1) as ward`,
  )
  const save = (data: Record<string, unknown>) =>
    page.request.patch(address, { data, headers: { origin: city.url } })
  const draft = { title: 'Cháy lớn ở chợ', text: 'Tránh xa khu chợ.', priority: 'emergency' }
  const saved = await save({ ...draft, site: rows[0]?.site, expiresAt: inAnHour })
  expect(saved.status()).toBe(200)
  await page.reload()
  const submit = page.locator('#action-submit-for-review')
  await submit.click()
  await page.locator('#field-areas').getByText('Bản tin chưa tới được nơi nào').waitFor()
  expect(await page.locator('#field-title').inputValue()).toBe('Cháy lớn ở chợ')
  await save({ areas: [rows[0]?.ward] })
  await page.reload()
  await submit.click()
  const reason = page.locator('#field-reasonCode')
  await reason.getByText('phải nêu lý do có trong danh mục').waitFor()
  await reason.locator('.rs__control').click()
  await page.getByRole('option', { name: /^Cháy, nổ/ }).click()
  await submit.click()
  await page
    .getByText(/^Đã trình/)
    .first()
    .waitFor()
  const kept = (await (await page.request.get(address)).json()) as { reasonCode: string }
  expect(kept.reasonCode).toBe('fire')
  expect(city.chromium.complaints).toEqual([])
  await page.context().close()
})

test('a public answer becomes the draft of a bulletin by one action', async () => {
  const { rows } = await city.pool.query<{ id: number; title: string }>(
    `select doc_id as id, title from release.current_items
     where collection = 'answers' and log = 'ha-noi' and locale = 'vi' order by sort_at desc limit 1`,
  )
  const [answer] = rows
  if (!answer) throw new Error('the demo has no public answer')
  const page = await city.signIn('truong-ban')
  await page.goto(`${city.url}/admin/collections/answers/${answer.id}`)
  await alive(page)
  await page.getByRole('button', { name: 'Tạo bản tin từ câu trả lời' }).click()
  await page.waitForURL(/\/collections\/bulletins\/\d+/)
  await expect
    .poll(() => page.locator('#field-title').inputValue(), { timeout: 30_000 })
    .toBe(answer.title)
  expect(await page.locator('#field-spokenText').inputValue()).not.toMatch(/\d/)
  await page.context().close()
})

test('statistics of grassroots information are read, drawn and taken along', async () => {
  const page = await city.signIn('van-hanh')
  await page.goto(`${city.url}/admin/grassroots-statistics?by=priority&from=2020-01-01`)
  await page.getByRole('heading', { name: 'Thống kê thông tin cơ sở' }).waitFor()
  expect(await page.locator('.coloa-statistics tbody tr').count()).toBeGreaterThan(0)
  expect(await axeFaults(page)).toEqual([])
  for (const kind of ['csv', 'xlsx']) {
    const file = await page.request.get(
      `${city.url}/api/dispatch/statistics/statistics.${kind}?by=priority&from=2020-01-01`,
      { headers: { origin: city.url } },
    )
    expect(file.status()).toBe(200)
    expect((await file.body()).length).toBeGreaterThan(100)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.context().close()
})
