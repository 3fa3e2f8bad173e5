import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCity } from './openCity.ts'

type Finding = {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary: string }[]
}

let city: Awaited<ReturnType<typeof openCity>>
let axe: string
/** Addresses of one article, one document and one answer of the demo. */
const found: Record<'article' | 'document' | 'answer' | 'ward', string> = {
  article: '',
  document: '',
  answer: '',
  ward: '',
}

beforeAll(async () => {
  city = await openCity({ size: 'demo', isPortalOnly: true })
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const slugOf = async (collection: string) => {
    const { rows } = await city.pool.query<{ slug: string }>(
      `select slug from release.current_items where collection = $1 and log = 'ha-noi' and locale = 'vi'
       order by (cover is not null) desc, sort_at desc limit 1`,
      [collection],
    )
    return rows[0]?.slug ?? ''
  }
  found.article = `/tin/${await slugOf('articles')}`
  found.document = `/van-ban/${await slugOf('documents')}`
  found.answer = `/hoi-dap/${await slugOf('answers')}`
  const { rows } = await city.pool.query<{ path: string }>(
    `select path from public.sites where kind = 'component' and hosting = 'here' and path is not null order by id limit 1`,
  )
  found.ward = rows[0]?.path ?? ''
})
afterAll(() => city?.stop())

const pages: [string, () => string][] = [
  ['home', () => '/'],
  ['home in English', () => '/en'],
  ['news', () => '/tin'],
  ['an article', () => found.article],
  ['documents', () => '/van-ban'],
  ['a document', () => found.document],
  ['answers', () => '/hoi-dap'],
  ['an answer', () => found.answer],
  ['search with hits', () => '/tim-kiem?q=tr%C6%B0%E1%BB%9Dng'],
  ['search without hits', () => '/tim-kiem?q=zzzzzz'],
  ['the question form', () => '/hoi-dap/gui'],
  ['the question form in English', () => '/en/hoi-dap/gui'],
  ['tracking', () => '/hoi-dap/tra-cuu'],
  ['a page that is not there', () => '/tin/khong-co'],
  ['a bad address', () => '/tin?page=abc'],
  ['a ward’s home', () => found.ward],
]

const widths = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

describe.each(widths)('at $width px', (size) => {
  let page: Page
  beforeAll(async () => {
    page = await city.chromium.open(size)
  })
  afterAll(() => page?.context().close())

  test.each(pages)('%s', async (_name, address) => {
    await page.goto(city.url + address())
    await demandSound(page)
  })

  test('the question form with mistakes, and what follows a question', async () => {
    await page.goto(`${city.url}/hoi-dap/gui`)
    await page.fill('[name=subject]', 'Đèn đường')
    await page.locator('form button[type=submit]').last().click()
    await page.locator('[role=alert]').first().waitFor()
    expect(await page.inputValue('[name=subject]')).toBe('Đèn đường')
    await demandSound(page)
    await fillQuestion(page)
    await page.locator('form button[type=submit]').last().click()
    await page.getByText('Mã tra cứu').first().waitFor()
    await demandSound(page)
    const code = (await page.textContent('.tracking strong'))?.trim() ?? ''
    expect(code).toMatch(/^[0-9A-Z]{4}-/)
    await page.goto(`${city.url}/hoi-dap/tra-cuu`)
    await page.fill('[name=code]', code)
    await page.locator('form button[type=submit]').last().click()
    await page.getByText('Đèn đường').first().waitFor()
    await demandSound(page)
  })
})

test('letters of twice the size neither hide nor cut anything', async () => {
  const page = await city.chromium.open({ width: 390, height: 844 })
  for (const address of ['/', found.article, '/hoi-dap/gui', '/van-ban']) {
    await page.goto(city.url + address)
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%', 'important')
    })
    expect(await overflow(page), address).toBeLessThanOrEqual(0)
  }
  await page.context().close()
})

test('by keyboard alone: to the content, to an article, and a question sent', async () => {
  const page = await city.chromium.open()
  await page.goto(city.url)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatch(/^Đến nội dung|^Bỏ qua|^Chuyển đến nội dung/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tin\//)
  await page.goto(`${city.url}/hoi-dap/gui`)
  await page.locator('[name=subject]').focus()
  await page.keyboard.type('Đèn đường không sáng')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ngõ 12 tối ba hôm nay, người già đi lại khó.')
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab')
    expect(await isFocusVisible(page), await focused(page)).toBe(true)
    const kind = await page.evaluate(() => {
      const one = document.activeElement as HTMLInputElement | null
      return { type: one?.type ?? '', name: one?.name ?? '', required: one?.required ?? false }
    })
    if (kind.type === 'checkbox') await page.keyboard.press('Space')
    else if (kind.name === 'name') await page.keyboard.type('Người dân')
    else if (kind.name === 'email') await page.keyboard.type('nguoi.dan@coloa.example')
    if (kind.type === 'submit') break
  }
  await page.keyboard.press('Enter')
  await page.getByText('Mã tra cứu').first().waitFor()
  await page.context().close()
})

test('complete without scripts: not one is loaded', async () => {
  const page = await city.chromium.open()
  for (const [name, address] of pages) {
    await page.goto(city.url + address())
    expect(await page.locator('script:not([type="application/ld+json"])').count(), name).toBe(0)
  }
  await page.context().close()
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})

test('the checker is awake: it finds a picture without words', async () => {
  const page = await city.chromium.open()
  await page.setContent('<html lang="vi"><title>x</title><main><h1>x</h1><img src="x.png"></main>')
  expect((await graveFindings(page)).map((one) => one.id)).toEqual(['image-alt'])
  await page.context().close()
})

/** Nothing serious or critical for axe, no scrolling sideways, one heading, a title and a language. */
const demandSound = async (page: Page) => {
  expect(await graveFindings(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.title()).not.toBe('')
  expect(await page.getAttribute('html', 'lang')).toMatch(/^(vi|en)$/)
}

const graveFindings = async (page: Page): Promise<Finding[]> => {
  const findings = (await page.evaluate(`(() => {
    ${axe}
    return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact,
        nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))
  })()`)) as Finding[]
  return findings.filter((one) => one.impact === 'serious' || one.impact === 'critical')
}

/** How many px the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const focused = (page: Page) =>
  page.evaluate(
    () =>
      (document.activeElement?.textContent ?? '').trim() || String(document.activeElement?.tagName),
  )

const isFocusVisible = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one) return false
    const style = getComputedStyle(one)
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none'
  })

const fillQuestion = async (page: Page) => {
  await page.fill('[name=subject]', 'Đèn đường không sáng')
  await page.fill('[name=text]', 'Ngõ 12 tối ba hôm nay, người già đi lại khó.')
  await page.fill('[name=name]', 'Người dân')
  await page.fill('[name=email]', 'nguoi.dan@coloa.example')
  await page.check('[name=consent]')
}
