import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCity } from './openCity.ts'

const phone = { width: 390, height: 844 }

let city: Awaited<ReturnType<typeof openCity>>
let page: Page

beforeAll(async () => {
  city = await openCity({ size: '2x20', isPortalOnly: true })
})
afterAll(() => city?.stop())
beforeEach(async () => {
  page = await city.chromium.open()
  await page.emulateMedia({ reducedMotion: 'reduce' }) // where focus goes, the page is at once
})
afterEach(() => page?.context().close())

test('the first stop leads past the menu to the content', async () => {
  await page.goto(city.url)
  await press('Tab')
  const first = await focused()
  expect(first.text).toBe('Đến nội dung chính')
  expect(first.isInView).toBe(true)
  await press('Enter', 'Tab')
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
  await press('Enter')
  await page.waitForURL(/\/tin\//)
})

test.each([
  ['wide', { width: 1280, height: 900 }],
  ['a phone', phone],
])('every stop of the home page shows where one is, on %s', async (_name, size) => {
  await page.setViewportSize(size)
  await page.goto(city.url)
  const links = await page.locator('a:visible, button:visible, summary:visible').count()
  const seen: string[] = []
  for (let step = 0; step < 300; step += 1) {
    await press('Tab')
    const stop = await focused()
    if (stop.tag === 'BODY') break
    expect(stop.outline, stop.text).toBeGreaterThanOrEqual(2)
    expect(stop.isInView, stop.text).toBe(true)
    seen.push(stop.text)
  }
  expect(seen.length).toBeGreaterThanOrEqual(links)
})

test('menu and search of a phone open, lead on and close without a finger', async () => {
  await page.setViewportSize(phone)
  await page.goto(city.url)
  await page.locator('.drawer summary').first().focus()
  await press('Enter')
  expect(await page.locator('.drawer[open]').count()).toBe(1)
  await press('Tab', 'Tab')
  expect((await focused()).text).toBe('Tin tức')
  await press('Enter')
  await page.waitForURL(/\/tin$/)
  await page.locator('.drawer summary').nth(1).focus()
  await press('Space', 'Tab')
  await page.keyboard.type('ha noi')
  await press('Enter')
  await page.waitForURL(/tim-kiem\?q=ha\+noi/)
  expect(await page.locator('.found li').count()).toBeGreaterThan(0)
})

test('a question by keyboard: the mistakes come first, lead to their fields, and the receipt is told', async () => {
  await page.goto(`${city.url}/hoi-dap/gui`)
  await page.locator('[name=subject]').focus()
  await page.keyboard.type('Đèn đường không sáng')
  await press('Enter')
  await page.locator('[role=alert]').waitFor()
  expect((await focused()).id).toBe('result')
  await press('Tab', 'Enter')
  expect((await focused()).id).toBe('text')
  await page.keyboard.type('Ngõ 12 tối ba hôm nay, người già đi lại khó.')
  await press('Tab')
  await page.keyboard.type('Người dân')
  await press('Tab', 'Tab', 'Tab')
  expect((await focused()).id).toBe('consent')
  await press('Space', 'Tab')
  expect((await focused()).id).toBe('send')
  await press('Enter')
  await page.locator('.tracking').waitFor()
  expect((await focused()).tag).toBe('H1')
  const code = (await page.textContent('.tracking strong')) ?? ''
  await press('Tab', 'Enter')
  await page.waitForURL(/tra-cuu/)
  await page.locator('[name=code]').focus()
  await page.keyboard.type('khong co')
  await press('Enter')
  await page.locator('[role=alert]').waitFor()
  expect((await focused()).id).toBe('result')
  await press('Tab', 'Enter')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(code.toLowerCase())
  await press('Enter')
  await page.locator('.standing').waitFor()
  expect((await focused()).text).toContain('Đèn đường không sáng')
})

test('nothing complained', () => {
  expect(city.chromium.complaints).toEqual([])
})

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Where the keyboard is, and whether one sees it there. */
const focused = () =>
  page.evaluate(() => {
    const one = document.activeElement ?? document.body
    const style = getComputedStyle(one)
    const { top, bottom, left, right } = one.getBoundingClientRect()
    return {
      tag: one.tagName,
      id: one.id,
      text: (one.textContent ?? '').trim(),
      outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    }
  })
