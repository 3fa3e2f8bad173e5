import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { governed } from '#config/governed.ts'
import { openCity } from './openCity.ts'

let city: Awaited<ReturnType<typeof openCity>>
let page: Page

beforeAll(async () => {
  city = await openCity()
  page = await city.signIn('truong-ban')
})
afterAll(() => city?.stop())

/** Payload's own controls, by the names its screens give them. */
const misleading = [
  '#action-publish',
  '#action-unpublish',
  '#action-save',
  '#publish-locale',
  '#schedule-publish',
  '#copy-locale-data__button',
  '[class*="schedule-publish"]',
  '[class*="copy-locale"]',
  '[class*="edit-many"]',
  '[class*="publish-many"]',
  '[class*="unpublish-many"]',
  '.status__action',
  '.restore-version',
].join(', ')

/** What can be seen of them, and what their words are. */
const seen = () => page.locator(misleading).filter({ visible: true }).allInnerTexts()

/** A document of the head's own board that is public. */
const publicOne = async (slug: string) => {
  const { rows } = await city.pool.query<{ id: number }>(
    `select doc_id as id from release.current_items
     where collection = $1 and log in ('ha-noi', 'common') order by seq desc limit 1`,
    [slug],
  )
  return rows[0]?.id
}

test.each(governed.map((one) => one.slug))(
  '%s offers nothing that only a decision does: document, menu, versions, selection',
  async (slug) => {
    await page.goto(`${city.url}/admin/collections/${slug}/${(await publicOne(slug)) ?? 'create'}`)
    await page.waitForURL(/\/\d+(\?|$)/)
    await page.locator('#action-submit-for-review').waitFor()
    await page.locator('.doc-controls__popup button').first().click()
    await page.locator('#action-duplicate').first().waitFor()
    expect(await seen()).toEqual([])
    const menu = await page.locator('.popup__content').filter({ visible: true }).innerText()
    expect(menu.split('\n')).toEqual([
      'Tạo mới',
      'Tạo bản sao',
      'Tạo bản sao Ngôn ngữ đã chọn',
      'Xóa',
    ])

    await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}/versions`)
    await page.locator('.versions').waitFor()
    expect(await seen()).toEqual([])

    await page.goto(`${city.url}/admin/collections/${slug}`)
    await page.locator('.collection-list').waitFor()
    const boxes = page.locator('tbody input[type=checkbox]')
    await boxes.first().check()
    await page.locator('.list-selection').first().waitFor()
    expect(await seen()).toEqual([])
    for (const name of await page.locator('.list-selection button').allInnerTexts()) {
      expect(name).toMatch(/^(Chọn tất cả \(\d+\)|Xóa)$/)
    }
  },
)

test('an older version comes back as a draft, and what is public stays', async () => {
  const id = await publicOne('categories')
  const { rows } = await city.pool.query<{ id: number }>(
    'select id from public._categories_v where parent_id = $1 order by id limit 1',
    [id],
  )
  const before = (await city.read(`/api/categories/${id}`)).html
  await page.goto(`${city.url}/admin/collections/categories/${id}/versions/${rows[0]?.id}`)
  await page.locator('#action-restore-as-draft').waitFor()
  expect(await seen()).toEqual([])
  expect(await page.getByRole('button', { name: /khôi phục/i }).count()).toBe(0)
  await page.locator('#action-restore-as-draft').click()
  await page.waitForURL((url) => url.pathname.endsWith(`/categories/${id}`))
  await page.getByText('Đã lấy lại thành bản nháp').waitFor()
  expect((await city.read(`/api/categories/${id}`)).html).toBe(before)
})

test('a duplicate is a draft that the public does not see', async () => {
  const id = await publicOne('pages')
  await page.goto(`${city.url}/admin/collections/pages/${id}`)
  await page.locator('#action-submit-for-review').waitFor()
  await page.locator('.doc-controls__popup button').first().click()
  await page.locator('#action-duplicate').first().click()
  await page.waitForURL(
    (url) => /\/pages\/\d+$/.test(url.pathname) && !url.pathname.endsWith(`/${id}`),
  )
  const copy = new URL(page.url()).pathname.split('/').at(-1)
  const { rows } = await city.pool.query<{ status: string }>(
    'select _status as status from public.pages where id = $1',
    [copy],
  )
  expect(rows).toEqual([{ status: 'draft' }])
  expect((await city.read(`/api/pages/${copy}`)).status).toBe(404)
})
