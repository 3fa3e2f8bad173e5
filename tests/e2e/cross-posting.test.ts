import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../src/demo/logins.ts'
import { alive } from './alive.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity, until } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'

const WARD = 'van-phong'
const title = 'Lịch tiêm phòng cúm mùa đông'
const adapted = 'Lịch tiêm phòng cúm tại Văn phòng'
const updated = 'Lịch tiêm phòng cúm mùa đông, bổ sung ngày thứ Bảy'
const own = 'Văn phòng mở thêm quầy tiếp dân'

let city: Awaited<ReturnType<typeof openCity>>
let ward: { head: string; editor: string }
let wardName: string
let cityPage: Page
let wardPage: Page
let article: { id: number; slug: string }
let ownArticle: { id: number; slug: string }

beforeAll(async () => {
  city = await openCity()
  ward = { head: await admit('head'), editor: await admit('editor') }
  article = await write('cong-tac-vien', 'ha-noi', title)
  await publish('cong-tac-vien', 'truong-ban', article.id)
  ownArticle = await write(ward.editor, WARD, own)
  await publish(ward.editor, ward.head, ownArticle.id)
  const { rows } = await city.pool.query<{ name: string }>(
    `select l.name from sites s join sites_locales l on l._parent_id = s.id and l._locale::text = 'vi' where s.code = $1`,
    [WARD],
  )
  wardName = rows[0]?.name ?? ''
  cityPage = await city.signIn('bien-tap')
  wardPage = await city.signIn(ward.head)
})
afterAll(() => city?.stop())

test('an editor of the city offers an article to a site found by name, and sees it wait there', async () => {
  await cityPage.goto(`${city.url}/admin/collections/articles/${article.id}`)
  await alive(cityPage)
  const panel = cityPage.getByRole('region', { name: 'Đăng chéo' })
  await panel.getByRole('button', { name: 'Đăng chéo' }).click()
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  await panel.getByRole('alert').getByText('Hãy chọn ít nhất một trang.').waitFor()
  await panel.getByLabel('Tìm trang theo tên').fill('van phong')
  await panel.getByRole('checkbox', { name: wardName }).check()
  await panel.getByLabel('Lời nhắn, nếu có').fill('Nhờ báo tới người dân quanh trụ sở.')
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  await cityPage.getByText('Đã gửi tới 1 trang.').waitFor()
  await panel.getByRole('link', { name: wardName }).waitFor()
  await panel.getByText('chờ xem xét').waitFor()
})

test('the board finds it on its dashboard, reads it, and takes it in by keyboard alone', async () => {
  await wardPage.goto(`${city.url}/admin`)
  await wardPage.getByText('1 bài của trang khác chờ Ban của bạn xem xét').waitFor()
  await wardPage.goto(`${city.url}/admin/cross-posting`)
  await step(wardPage, title)
  await wardPage.keyboard.press('Enter')
  await wardPage.getByRole('heading', { name: title, level: 1 }).waitFor()
  await wardPage.locator('dl').getByText('Nhờ báo tới người dân').waitFor()
  await wardPage.getByText(/Đúng bản đã gửi lúc \d\d:\d\d/).waitFor()
  await wardPage.getByText(`Đọc trên`).waitFor()
  await wardPage.locator('.coloa-form button:not([disabled])').first().waitFor()
  await step(wardPage, 'Nhận và trình duyệt')
  await wardPage.keyboard.press('Enter')
  await wardPage.waitForURL(/\/admin\/review\//)
  await wardPage.getByRole('button', { name: 'Duyệt và công bố' }).waitFor()
  await step(wardPage, 'Duyệt và công bố')
  await wardPage.keyboard.press('Enter')
  await wardPage.getByText(`Đã duyệt và công bố “${title}”`).waitFor()
  expect(await shows(title)).toBe(true)
})

test('the board adapts its copy: the document says so, and the city’s article stays as it was', async () => {
  const id = await copyId()
  await edit(ward.editor, id, adapted)
  await publish(ward.editor, ward.head, id)
  expect(await shows(adapted)).toBe(true)
  await wardPage.goto(`${city.url}/admin/collections/articles/${id}`)
  await alive(wardPage)
  const panel = wardPage.getByRole('region', { name: 'Đăng chéo' })
  await panel.getByText('Đã biên tập lại tại đây').waitFor()
  expect((await city.read(`/tin/${article.slug}`)).html).toContain(title)
})

test('the city’s update is shown as a diff, and does not touch what the board adapted', async () => {
  await edit('cong-tac-vien', article.id, updated)
  await publish('cong-tac-vien', 'truong-ban', article.id)
  expect(await until(async () => (await waiting()) === 1, 20_000)).toBe(true)
  const id = await copyId()
  await wardPage.goto(`${city.url}/admin/collections/articles/${id}`)
  await alive(wardPage)
  const panel = wardPage.getByRole('region', { name: 'Đăng chéo' })
  await panel.getByText('Bản gốc đã cập nhật lúc').waitFor()
  await panel.getByRole('link', { name: 'Xem thay đổi' }).click()
  await wardPage.getByRole('heading', { name: updated, level: 1 }).waitFor()
  await wardPage.locator('.coloa-diff del').first().waitFor()
  expect(await marked('del')).toContain('tại Văn phòng')
  await wardPage.getByRole('link', { name: 'Bản gốc đã đổi gì' }).click()
  await wardPage.getByText('Bản gốc đã đổi gì từ khi được nhận:').waitFor()
  expect(await marked('ins')).toContain('bổ sung ngày thứ Bảy')
  expect(await marked('del')).not.toContain('Văn phòng')
  expect(await shows(adapted)).toBe(true)
})

test('the board attaches its copy to the original again, and it says what the city says', async () => {
  await wardPage.getByRole('button', { name: 'Nối lại với bản gốc' }).click()
  const form = wardPage.getByRole('form', { name: 'Nối lại với bản gốc' })
  await form.getByText('Bản đã biên tập vẫn còn trong các phiên bản.').waitFor()
  await form.getByRole('button', { name: 'Nối lại với bản gốc' }).click()
  await wardPage.waitForURL(/\/admin\/review\//)
  await wardPage.getByRole('button', { name: 'Duyệt và công bố' }).click()
  await wardPage.getByText(`Đã duyệt và công bố “${updated}”`).waitFor()
  expect(await shows(updated)).toBe(true)
  await wardPage.goto(`${city.url}/admin/collections/articles/${await copyId()}`)
  await alive(wardPage)
  const panel = wardPage.getByRole('region', { name: 'Đăng chéo' })
  await panel.getByText('Đúng với bản gốc').waitFor()
})

test('a component proposes to the city, which returns it with a reason that the component reads', async () => {
  await wardPage.goto(`${city.url}/admin/collections/articles/${ownArticle.id}`)
  await alive(wardPage)
  const panel = wardPage.getByRole('region', { name: 'Đăng chéo' })
  await panel.getByRole('button', { name: 'Đề nghị đăng lên Cổng Thành phố' }).click()
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  await wardPage.getByText('Đã gửi tới 1 trang.').waitFor()
  await cityPage.goto(`${city.url}/admin/cross-posting`)
  await cityPage.getByRole('link', { name: own }).click()
  await cityPage.getByRole('heading', { name: own, level: 1 }).waitFor()
  await cityPage.getByRole('button', { name: 'Trả lại' }).click()
  const form = cityPage.getByRole('form', { name: /^Trả lại cho/ })
  await form.getByLabel('Lý do trả lại').fill('Cổng Thành phố đã có tin chung cho mọi quầy.')
  await form.getByRole('button', { name: 'Trả lại' }).click()
  await cityPage.getByText(`Đã trả lại “${own}”.`).waitFor()
  await cityPage.locator('#acts').getByText('bị trả lại').waitFor()
  await wardPage.goto(`${city.url}/admin/cross-posting?tab=sent`)
  const row = wardPage.locator('tr', { hasText: own })
  await row.getByText('bị trả lại').waitFor()
  await row.getByText('Cổng Thành phố đã có tin chung cho mọi quầy.').waitFor()
})

test('the head enters a standing consent and revokes it; others only read', async () => {
  await wardPage.goto(`${city.url}/admin/cross-posting/consents`)
  await wardPage.getByRole('button', { name: 'Ghi văn bản đồng ý' }).click()
  const form = wardPage.getByRole('form', { name: 'Đồng ý nhận bài của trang khác' })
  await form.getByLabel('Trang gửi', { exact: true }).selectOption('ha-noi')
  await form.getByLabel('Chỉ một phần').check()
  await form.getByLabel('Đến hết ngày').fill(`${new Date().getFullYear() + 1}-12-31`)
  await form.getByLabel('Số, ký hiệu văn bản').fill('05/NQ-BBT')
  await form.getByRole('button', { name: 'Ghi văn bản đồng ý' }).click()
  await form.getByRole('alert').getByText('Hãy đánh dấu ít nhất một loại').waitFor()
  expect(await form.getByLabel('Số, ký hiệu văn bản').inputValue()).toBe('05/NQ-BBT')
  await form.getByRole('group', { name: 'Chuyên mục' }).getByRole('checkbox').first().check()
  await form.getByLabel('Bài mới').check()
  await form.getByRole('button', { name: 'Ghi văn bản đồng ý' }).click()
  const row = wardPage.locator('tr', { hasText: '05/NQ-BBT' })
  await row.getByText('Đang hiệu lực').waitFor()
  await row.getByText('Đăng bài mới').waitFor()
  await cityPage.goto(`${city.url}/admin/cross-posting/consents`)
  await cityPage.locator('tr', { hasText: '05/NQ-BBT' }).waitFor()
  expect(await cityPage.getByRole('button', { name: /Thu hồi|Ghi văn bản/ }).count()).toBe(0)
  await row.getByRole('button', { name: 'Thu hồi' }).click()
  await row.getByLabel('Lý do').fill('Ban muốn xem từng bài.')
  await row.getByRole('button', { name: 'Thu hồi' }).click()
  await row.getByText('Đã thu hồi').waitFor()
  await row.getByText('Ban muốn xem từng bài.').waitFor()
})

test.each([1280, 390])('its pages have no fault that axe finds, %i pixels wide', async (width) => {
  const { rows } = await city.pool.query<{ id: string }>(
    'select id from cross_posting.proposals where log = $1 order by offered_at limit 1',
    [WARD],
  )
  await wardPage.setViewportSize({ width, height: 900 })
  for (const [name, address] of [
    ['incoming', ''],
    ['sent', '?tab=sent'],
    ['settled', '?tab=settled'],
    ['consents', '/consents'],
    ['settled proposal', `/proposals/${rows[0]?.id}`],
  ]) {
    await wardPage.goto(`${city.url}/admin/cross-posting${address}`)
    await alive(wardPage)
    expect(await axeFaults(wardPage), name).toEqual([])
    if (width === 390) expect(await smallTargets(wardPage), name).toEqual([])
    const overflow = await wardPage.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, name).toBeLessThanOrEqual(0)
  }
})

test('nothing complained', () => {
  expect(city.chromium.complaints).toEqual([])
})

/** Goes on by the Tab key until the focus is on what says so. */
const step = async (page: Page, text: string) => {
  for (let turn = 0; turn < 150; turn += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused.startsWith(text)) return
  }
  throw new Error(`the keyboard does not get to “${text}”`)
}

const marked = async (mark: 'ins' | 'del') =>
  (await wardPage.locator(`.coloa-diff ${mark}`).allTextContents()).join(' ')

const copyId = async (): Promise<number> => {
  const { rows } = await city.pool.query<{ id: number }>(
    'select doc_id as id from cross_posting.copies where log = $1',
    [WARD],
  )
  return rows[0]?.id ?? 0
}

const waiting = async (): Promise<number> => {
  const { rows } = await city.pool.query(
    `select from cross_posting.proposals where log = $1 and state = 'proposed'`,
    [WARD],
  )
  return rows.length
}

/** The component's portal shows a text within a second. */
const shows = async (text: string) => {
  const { rows } = await city.pool.query<{ slug: string }>(
    `select slug from release.current_items where collection = 'articles' and log = $1 and doc_id = $2 and locale = 'vi'`,
    [WARD, await copyId()],
  )
  return until(
    async () => (await city.read(`/s/${WARD}/tin/${rows[0]?.slug}`)).html.includes(text),
    2000,
  )
}

const write = async (who: string, site: string, text: string) => {
  const { rows } = await city.pool.query<{ site: number; category: number }>(
    `select (select id from sites where code = $1) as site, (select id from categories order by id limit 1) as category`,
    [site],
  )
  const { body } = await city.call<{ doc: { id: number; slug: string } }>(
    who,
    'POST',
    '/articles?draft=true',
    {
      ...rows[0],
      title: text,
      lead: `${text}: những điều người dân cần biết.`,
      body: paragraphs([text, 'Mang theo giấy tờ tùy thân.', 'Trẻ em đi cùng người lớn.']),
      author: 'Ban Biên tập',
      sourceAgency: 'Sở Y tế',
    },
  )
  return body.doc
}

const edit = async (who: string, id: number, text: string) => {
  const { status } = await city.call(who, 'PATCH', `/articles/${id}?draft=true`, { title: text })
  expect(status).toBe(200)
}

const publish = async (writer: string, head: string, id: number) => {
  const { body } = await city.call<{ submissionId: string }>(
    writer,
    'POST',
    '/editorial-board/submissions',
    { collection: 'articles', id },
  )
  const { rows } = await city.pool.query<{ sha256: string }>(
    'select sha256 from release.submissions where id = $1',
    [body.submissionId],
  )
  const { status } = await city.call(
    head,
    'POST',
    `/editorial-board/submissions/${body.submissionId}/approve`,
    { sha256: rows[0]?.sha256 },
  )
  expect(status).toBe(200)
}

const paragraphs = (texts: readonly string[]) => {
  const node = { version: 1, format: '', indent: 0, direction: null }
  const leaf = { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
  const children = texts.map((text) => ({
    ...node,
    type: 'paragraph',
    textFormat: 0,
    textStyle: '',
    children: [{ ...leaf, text }],
  }))
  return { root: { ...node, type: 'root', children } }
}

/** Lets somebody of the component's board sign in. @returns the name to sign in with */
const admit = async (role: string): Promise<string> => {
  const password = `Loa-${randomUUID()}-7a`
  const { salt, hash } = await hashPassword(password)
  const { rows } = await city.pool.query<{ email: string }>(
    `update users set salt = $1, hash = $2 where id = (
       select person from editorial.appointments where board = $3 and role = $4 order by person limit 1) returning email`,
    [salt, hash, WARD, role],
  )
  const email = rows[0]?.email ?? ''
  city.logins.push({ email, password })
  return email.split('@')[0] ?? ''
}
