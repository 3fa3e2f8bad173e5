import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from './axeFaults.ts'
import { openCity } from './openCity.ts'

let city: Awaited<ReturnType<typeof openCity>>
let article: { id: number; title: string }
let submission: string

beforeAll(async () => {
  city = await openCity()
  const { rows } = await city.pool.query<{ id: number; title: string }>(
    `select i.doc_id as id, i.title from release.current_items i join public.articles a on a.id = i.doc_id
       join public.sites s on s.id = a.site_id
     where i.collection = 'articles' and i.locale = 'vi' and s.kind = 'city' and a.cover_id is not null
       and exists (select from public.articles_locales l where l._parent_id = a.id and l._locale = 'en')
     order by i.doc_id limit 1`,
  )
  if (!rows[0]) throw new Error('no released article in two languages with a picture')
  article = rows[0]
})

afterAll(() => city?.stop())

/** A call of the API as the person whose page it is. */
const call = (page: Page, method: string, address: string, body?: unknown) =>
  page.evaluate(
    async ([verb, url, content]) => {
      const answer = await fetch(`/api${url}`, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        ...(content === undefined ? {} : { body: content }),
      })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    [method, address, body === undefined ? undefined : JSON.stringify(body)] as const,
  )

type Node = { type: string; text?: string; children?: Node[] }

/** Changes a word of the first paragraph, drops the second and adds one at the end. */
const reworded = (body: { root: Node }) => {
  const children = (body.root.children ?? []).map((node, index) =>
    index === 0 ? onText(node, (text) => text.replace(/\S+$/u, 'trong quý IV năm 2026.')) : node,
  )
  const added = onText(children[0] as Node, () => 'Người dân gọi 1022 để được hướng dẫn.')
  return { root: { ...body.root, children: [...children.filter((_, at) => at !== 1), added] } }
}
const onText = (node: Node, change: (text: string) => string): Node => ({
  ...node,
  ...(node.text === undefined ? {} : { text: change(node.text) }),
  ...(node.children ? { children: node.children.map((child) => onText(child, change)) } : {}),
})

/** Pictures of the page at the two widths, where a folder for them is named. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.PICTURES_DIR
  if (!folder) return
  await mkdir(folder, { recursive: true })
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('a clerk changes what is public and hands it in', async () => {
  const page = await city.signIn('cong-tac-vien')
  const { body } = await call(page, 'GET', `/articles/${article.id}?draft=true&depth=0&locale=vi`)
  const { rows } = await city.pool.query<{ id: number }>(
    'select id from public.media where id <> $1 and mime_type like $2 order by id limit 1',
    [body.cover, 'image/%'],
  )
  const saved = await call(page, 'PATCH', `/articles/${article.id}?draft=true&locale=vi`, {
    title: `${article.title} <script>alert(1)</script>`,
    lead: `${String(body.lead as string)} Không thu phí.`,
    body: reworded(body.body as { root: Node }),
    cover: rows[0]?.id,
    contentKind: 'policyLaw',
  })
  expect(saved.status).toBe(200)
  const english = await call(page, 'PATCH', `/articles/${article.id}?draft=true&locale=en`, {
    title: 'Another English title',
  })
  expect(english.status).toBe(200)
  const handed = await call(page, 'POST', '/editorial-board/submissions', {
    collection: 'articles',
    id: article.id,
  })
  expect(handed.status).toBe(200)
  submission = String(handed.body.submissionId as string)
  await page.context().close()
})

const openReview = async (page: Page) => {
  await page.goto(`${city.url}/admin/review/${submission}`)
  await page.getByText('Thay đổi so với bản đang công khai').waitFor()
}

test('the board sees word by word what changes for the public', async () => {
  const page = await city.signIn('truong-ban')
  await openReview(page)
  const marks = async (sign: 'ins' | 'del') => page.locator(`.coloa-diff ${sign}`).allTextContents()
  expect(await marks('ins')).toContain('<script>alert(1)</script>')
  expect((await marks('ins')).join()).toContain('Không thu phí.')
  expect(await page.locator('#part-shared').getByText('Ảnh khác').count()).toBe(1)
  expect(await page.getByText('Pháp luật, chính sách, chế độ').count()).toBeGreaterThan(0)
  expect(await page.locator('#part-en').textContent()).toContain('Another English title')
  expect(await page.getByText(/^\d+ mục không đổi$/).count()).toBeGreaterThan(0)
  await picture(page, 'review')
  await page.setViewportSize({ width: 390, height: 800 })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await page.context().close()
})

test('a comment is written by keyboard, and what was typed survives a refusal', async () => {
  const page = await city.signIn('truong-ban')
  await openReview(page)
  const button = page.getByRole('button', { name: 'Góp ý về “Tóm tắt”' }).first()
  await button.and(page.locator(':enabled')).waitFor()
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Góp ý về “Tóm tắt”' }).waitFor()
  await page.keyboard.type('Không thu phí nào? Ghi rõ văn bản.')
  await page.route('**/threads', (route) => route.abort())
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').filter({ hasText: 'lời bạn viết vẫn còn đây' }).waitFor()
  await picture(page, 'refused')
  await page.unroute('**/threads')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Đã gửi góp ý.').waitFor()
  await page.locator('.coloa-thread').getByText('Không thu phí nào? Ghi rõ văn bản.').waitFor()
  await page.getByText('Còn 1 góp ý chưa giải quyết.').waitFor()
  await page.context().close()
})

test('what is selected in the submitted text is quoted', async () => {
  const page = await city.signIn('truong-ban')
  await openReview(page)
  await page.evaluate(() => {
    const mark = [...document.querySelectorAll('.coloa-after ins')].find((one) =>
      one.textContent?.includes('Không thu phí.'),
    )
    if (mark) window.getSelection()?.selectAllChildren(mark)
  })
  await page.getByRole('button', { name: 'Góp ý về “Tóm tắt”' }).first().click()
  await page.locator('.coloa-comment-form blockquote').getByText('Không thu phí.').waitFor()
  await page.getByRole('textbox', { name: 'Góp ý về “Tóm tắt”' }).fill('Bỏ câu này?')
  await picture(page, 'writing')
  await page.getByRole('button', { name: 'Gửi góp ý' }).click()
  await page.locator('.coloa-thread blockquote').getByText('Không thu phí.').waitFor()
  await picture(page, 'threads')
  await page.context().close()
})

test('the clerk finds the open comments at the draft, answers, and the head resolves', async () => {
  const clerk = await city.signIn('cong-tac-vien')
  await clerk.goto(`${city.url}/admin/collections/articles/${article.id}`)
  const link = clerk.getByRole('link', { name: /Tóm tắt: Không thu phí nào/ })
  await link.waitFor()
  await picture(clerk, 'draft')
  await link.click()
  const thread = clerk.locator('.coloa-thread').filter({ hasText: 'Ghi rõ văn bản' })
  await thread.getByRole('button', { name: 'Trả lời' }).click()
  await clerk.getByRole('textbox', { name: 'Lời trả lời' }).fill('Theo Nghị quyết 05.')
  await clerk.getByRole('button', { name: 'Gửi trả lời' }).click()
  await thread.getByText('Theo Nghị quyết 05.').waitFor()
  await clerk.context().close()
  const head = await city.signIn('truong-ban')
  await openReview(head)
  await head
    .locator('.coloa-thread')
    .filter({ hasText: 'Theo Nghị quyết 05.' })
    .getByRole('button', { name: 'Đánh dấu đã giải quyết' })
    .click()
  await head.getByText('1 góp ý đã giải quyết').waitFor()
  await head.getByText('Còn 1 góp ý chưa giải quyết.').waitFor()
  await picture(head, 'resolved')
  await head.context().close()
})

test('the review page is sound for those who do not see it, in light and in dark', async () => {
  const page = await city.signIn('truong-ban')
  await openReview(page)
  await page.getByRole('button', { name: 'Góp ý về “Tiêu đề”' }).first().click()
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    await page.waitForTimeout(600) // buttons fade into their colours
    expect(await axeFaults(page), theme).toEqual([])
  }
  await picture(page, 'dark')
  await page.context().close()
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})
