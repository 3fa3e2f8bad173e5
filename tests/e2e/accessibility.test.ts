import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './axeFaults.ts'
import { openCity } from './openCity.ts'

/** Nothing serious or critical on a whole page. */
const whole = { within: 'html', isGraveOnly: true }

let city: Awaited<ReturnType<typeof openCity>>
/** Addresses of the demo, one of each kind. */
const found = {
  article: '',
  english: '',
  section: '',
  document: '',
  answer: '',
  gone: '',
  proof: '',
  goneProof: '',
  ward: '',
}

beforeAll(async () => {
  city = await openCity({ size: 'demo', isPortalOnly: true })
  const slugOf = async (collection: string, locale = 'vi') => {
    const { rows } = await city.pool.query<{ slug: string }>(
      `select slug from release.current_items where collection = $1 and log in ('ha-noi', 'common') and locale = $2
       order by (cover is not null) desc, sort_at desc limit 1`,
      [collection, locale],
    )
    return rows[0]?.slug ?? ''
  }
  found.article = `/tin/${await slugOf('articles')}`
  found.document = `/van-ban/${await slugOf('documents')}`
  found.answer = `/hoi-dap/${await slugOf('answers')}`
  found.english = `/en/tin/${await slugOf('articles', 'en')}`
  found.section = `/chuyen-muc/${await slugOf('categories')}`
  const { rows } = await city.pool.query<Record<'gone' | 'ward' | 'proof' | 'goneProof', string>>(
    `select (select sha256 from release.releases where collection = 'articles' order by released_at desc, seq desc limit 1) as proof,
       (select r.sha256 from release.releases r join release.releases w using (collection, doc_id)
         where w.kind = 'withdraw' and r.sha256 is not null limit 1) as "goneProof",
       (select slug from release.releases where kind = 'withdraw' and collection = 'articles' and log = 'ha-noi' limit 1) as gone,
       (select path from public.sites where kind = 'component' and hosting = 'here' and path is not null order by id limit 1) as ward`,
  )
  found.gone = `/tin/${rows[0]?.gone ?? ''}`
  found.ward = rows[0]?.ward ?? ''
  found.proof = `/kiem-chung/${rows[0]?.proof ?? ''}`
  found.goneProof = `/kiem-chung/${rows[0]?.goneProof ?? ''}`
})
afterAll(() => city?.stop())

const pages: [name: string, address: () => string, status?: number][] = [
  ['home', () => '/'],
  ['home in English', () => '/en'],
  ['news', () => '/tin'],
  ['a section', () => found.section],
  ['an article', () => found.article],
  ['an article in English', () => found.english],
  ['an article that is Vietnamese only, in English', () => `/en${found.article}`],
  ['documents', () => '/van-ban'],
  ['documents in English', () => '/en/van-ban'],
  ['a document', () => found.document],
  ['a document in English', () => `/en${found.document}`],
  ['answers', () => '/hoi-dap'],
  ['an answer', () => found.answer],
  ['an answer in English', () => `/en${found.answer}`],
  ['search with hits', () => '/tim-kiem?q=truong+h%E1%BB%8Dc'],
  ['search in English', () => '/en/tim-kiem?q=hanoi'],
  ['search without hits', () => '/tim-kiem?q=zzzzzz'],
  ['the question form', () => '/hoi-dap/gui'],
  ['the question form in English', () => '/en/hoi-dap/gui'],
  ['tracking', () => '/hoi-dap/tra-cuu'],
  ['the component sites', () => '/trang-thanh-phan'],
  ['updates on time', () => '/minh-bach'],
  ['updates on time in English', () => '/en/transparency'],
  ['a page that is not there', () => '/tin/khong-co', 404],
  ['what was withdrawn', () => found.gone, 410],
  ['where a hash is entered', () => '/kiem-chung'],
  ['a proof', () => found.proof],
  ['a proof in English', () => `/en${found.proof}`],
  ['a proof of what was withdrawn', () => found.goneProof],
  ['a hash that nothing has', () => `/kiem-chung/${'0'.repeat(64)}`, 404],
  ['a bad address', () => '/tin?page=abc', 400],
  ['a ward’s home', () => found.ward],
  ['a ward’s question form', () => `${found.ward}/hoi-dap/gui`],
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

  test.each(pages)('%s', async (_name, address, status = 200) => {
    expect((await page.goto(city.url + address()))?.status()).toBe(status)
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

test('in the dark every word is as readable', async () => {
  const page = await city.chromium.open({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const address of [
    '/',
    found.article,
    found.document,
    '/van-ban',
    '/hoi-dap/gui',
    '/tim-kiem?q=truong',
    found.ward,
  ]) {
    await page.goto(city.url + address)
    expect(await axeFaults(page, whole), address).toEqual([])
  }
  await page.context().close()
})

test('complete without scripts: none is loaded, and a question is sent where none may run', async () => {
  for (const [name, address] of pages) {
    const { html } = await city.read(address())
    expect(html.match(/<script(?! type="application\/ld\+json")/g), name).toBeNull()
    expect(html, name).not.toMatch(/ on[a-z]+="|javascript:/)
  }
  const context = await city.chromium.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${city.url}/hoi-dap/gui`)
  await fillQuestion(page)
  await page.click('#send')
  expect(await page.textContent('.tracking strong')).toMatch(/^[0-9A-Z]{4}-/)
  await context.close()
})

test('what stands in another language says so', async () => {
  const { html } = await city.read(`/en${found.document}`)
  expect(html).toMatch(/<span lang="vi">/)
  expect(html).toContain('<div lang="vi" class="full-text"')
  const list = await city.read('/en/van-ban')
  expect(list.html).toMatch(/<td [^>]*lang="vi"/)
})

test('search engines and previews are told title, description, picture, address and languages', async () => {
  const { html } = await city.read(found.english)
  for (const wanted of [
    /<title>[^<]+ – [^<]+<\/title>/,
    /<meta name="description" content="[^"]{20,}"/,
    /<link rel="canonical" href="[^"]+\/en\/tin\/[^"]+"/,
    /<link rel="alternate" hrefLang="vi" href="[^"]+\/tin\//,
    /<link rel="alternate" hrefLang="x-default" href="[^"]+\/tin\//,
    /<meta property="og:type" content="article"/,
    /<meta property="og:locale" content="en_GB"/,
    /<meta property="og:image" content="http[^"]+\/released\/[^"]+"/,
    /<meta property="og:image:alt" content="[^"]+"/,
  ]) {
    expect(html).toMatch(wanted)
  }
  for (const [name, address, status = 200] of pages) {
    const one = (await city.read(address())).html
    if (status !== 200) expect(one, name).toContain('<meta name="robots" content="noindex"/>')
    else if (!address().includes('tim-kiem')) {
      expect(one, name).toMatch(/<meta name="description" content="[^"]+"/)
      expect(one, name).toContain('<link rel="canonical"')
    }
  }
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})

test('the checker is awake: it finds a picture without words', async () => {
  const page = await city.chromium.open()
  await page.setContent('<html lang="vi"><title>x</title><main><h1>x</h1><img src="x.png"></main>')
  expect(await axeFaults(page, whole)).toEqual([expect.stringMatching(/^image-alt: /)])
  await page.context().close()
})

/** Nothing serious or critical for axe, no scrolling sideways, one heading, a title and a language. */
const demandSound = async (page: Page) => {
  expect(await axeFaults(page, whole)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.title()).not.toBe('')
  expect(await page.getAttribute('html', 'lang')).toMatch(/^(vi|en)$/)
}

/** How many px the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const fillQuestion = async (page: Page) => {
  await page.fill('[name=subject]', 'Đèn đường không sáng')
  await page.fill('[name=text]', 'Ngõ 12 tối ba hôm nay, người già đi lại khó.')
  await page.fill('[name=name]', 'Người dân')
  await page.fill('[name=email]', 'nguoi.dan@coloa.example')
  await page.check('[name=consent]')
}
