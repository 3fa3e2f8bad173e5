import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../src/demo/logins.ts'
import { alive } from './alive.ts'
import { openCity, until } from './openCity.ts'

type Item = { id: number; slug: string; title: string; submission: string }

const titles = {
  keyboard: 'Khánh thành cầu vượt Hồ Sen',
  returned: 'Kết quả kiểm tra an toàn thực phẩm',
  refused: 'Tin đồn về việc đổi tên phường',
  bundleA: 'Kế hoạch phân luồng giải chạy đêm',
  bundleB: 'Bãi gửi xe phục vụ giải chạy đêm',
  bundleC: 'Xe buýt đổi lộ trình dịp giải chạy đêm',
  bulkA: 'Lịch tiếp công dân tháng mười hai',
  bulkB: 'Thông báo tạm ngừng cấp nước',
  later: 'Công bố quy hoạch công viên Hồ Sen',
  acting: 'Phát động tháng hành động vì môi trường',
  emergency: 'Cảnh báo ngập sâu tại hầm chui',
  ward: 'Văn phòng tiếp nhận hồ sơ trực tuyến',
}
type Key = keyof typeof titles

let city: Awaited<ReturnType<typeof openCity>>
const items = {} as Record<Key, Item> // filled before the first test
let head: Page
let other: { head: string; editor: string }

beforeAll(async () => {
  city = await openCity()
  other = { head: await admit('van-phong', 'head'), editor: await admit('van-phong', 'editor') }
  const categories = await city.pool.query<{ id: number }>('select id from categories limit 1')
  const sites = await city.pool.query<{ id: number; code: string }>('select id, code from sites')
  const siteOf = (code: string) => sites.rows.find((one) => one.code === code)?.id
  for (const key of Object.keys(titles) as Key[]) {
    const writer = key === 'ward' ? other.editor : 'cong-tac-vien'
    const site = siteOf(key === 'ward' ? 'van-phong' : 'ha-noi')
    items[key] = await write(writer, titles[key], { site, category: categories.rows[0]?.id })
    if (key === 'emergency') continue
    const { body } = await city.call<{ submissionId: string }>(
      writer,
      'POST',
      '/editorial-board/submissions',
      { collection: 'articles', id: items[key].id },
    )
    items[key].submission = body.submissionId
  }
  head = await city.signIn('truong-ban')
})
afterAll(() => city?.stop())

test('the morning: ten items wait for the head of the city’s board, none of them public; the other board has its own', async () => {
  await head.goto(`${city.url}/admin/review`)
  await head.getByText('10 nội dung chờ bạn').waitFor()
  expect(await head.locator('tbody tr').first().textContent()).toMatch(/còn .* làm việc/)
  expect(await head.getByText(titles.ward).count()).toBe(0)
  for (const key of Object.keys(items) as Key[]) expect(await isPublic(key), key).toBe(false)
})

test('one is approved by keyboard alone, and is public', async () => {
  await head.locator('h1').waitFor()
  await head.waitForFunction(() => document.querySelector('.coloa-keys button') !== null)
  await head.keyboard.press('?')
  await head.getByRole('dialog').getByText('Mở nội dung đang ở').waitFor()
  await head.keyboard.press('?')
  for (let turn = 0; turn < 10; turn += 1) {
    await head.keyboard.press('j')
    if ((await focused(head)).includes(titles.keyboard)) break
  }
  await head.keyboard.press('Enter')
  await head.getByRole('heading', { name: titles.keyboard }).waitFor()
  await head.getByRole('button', { name: 'Duyệt và công bố' }).waitFor()
  await head.waitForTimeout(300) // the keys work once the page is alive
  await head.keyboard.press('a')
  expect(await focused(head)).toContain('Duyệt và công bố')
  expect(await isPublic('keyboard')).toBe(false)
  await head.keyboard.press('Enter')
  await head.getByText(`Đã duyệt và công bố “${titles.keyboard}”`).waitFor()
  expect(await isPublic('keyboard')).toBe(true)
})

test('one goes back for clarification in a ready wording, and stays hidden', async () => {
  await open('returned')
  await head.getByRole('button', { name: 'Trả lại để làm rõ' }).click()
  await head.getByLabel('Câu mẫu').selectOption({ index: 1 })
  expect(await head.getByLabel('Giải thích').inputValue()).toContain('nguồn của số liệu')
  await head.getByLabel('Đơn vị cần làm rõ').fill('Sở Y tế')
  await head.getByRole('button', { name: 'Trả lại để làm rõ' }).click()
  await head.getByText(`Đã trả lại “${titles.returned}”`).waitFor()
  expect(await isPublic('returned')).toBe(false)
  expect(await stateOf('returned')).toBe('returned')
})

test('one is refused on a legal ground, and stays hidden', async () => {
  await open('refused')
  await head.getByRole('button', { name: 'Từ chối đăng' }).click()
  await head.getByLabel('Căn cứ từ chối').selectOption('untrue')
  await head.getByLabel('Giải thích').fill('Cơ quan có thẩm quyền chưa có chủ trương này.')
  await head.getByRole('button', { name: 'Từ chối đăng' }).click()
  await head.getByText(`Đã từ chối đăng “${titles.refused}”`).waitFor()
  await head.goto(`${city.url}/admin/review/${items.refused.submission}/record`)
  await head.getByText('(điểm c khoản 3 Điều 14 Quy chế 4263/QĐ-UBND)').waitFor()
  expect(await isPublic('refused')).toBe(false)
  expect(await stateOf('refused')).toBe('refused')
})

test('three are tied to a bundle: two approvals publish nothing, the third publishes all', async () => {
  const bundle: Key[] = ['bundleA', 'bundleB', 'bundleC']
  await choose(bundle)
  await head.getByRole('button', { name: 'Lập gói đăng cùng lúc' }).click()
  await head.getByLabel('Tên gói').fill('Giải chạy đêm')
  await head.getByRole('button', { name: 'Lập gói', exact: true }).click()
  await head.getByText('Đã lập gói “Giải chạy đêm”').waitFor()
  await head.getByText('Duyệt được; đăng khi cả gói “Giải chạy đêm”').first().waitFor()
  await take(titles.bundleC, false)
  await head.getByRole('button', { name: 'Duyệt 2 nội dung' }).click()
  await head.getByText('Xong: 2 được, 0 không được.').waitFor()
  for (const key of bundle) expect(await isPublic(key), key).toBe(false)
  await choose(['bundleC'])
  await head.getByRole('button', { name: 'Duyệt 1 nội dung' }).click()
  await head.getByText('✓ Đã công bố').waitFor()
  for (const key of bundle) expect(await isPublic(key), key).toBe(true)
})

test('two are approved on one screen, each with its own result', async () => {
  await choose(['bulkA', 'bulkB'])
  expect(await head.locator('tbody code').count()).toBe(2)
  await head.getByRole('button', { name: 'Duyệt 2 nội dung' }).click()
  await head.getByText('Xong: 2 được, 0 không được.').waitFor()
  expect(await head.getByText('✓ Đã công bố').count()).toBe(2)
  expect((await isPublic('bulkA')) && (await isPublic('bulkB'))).toBe(true)
})

test('one is approved for tomorrow, waits in its tab, and is taken back', async () => {
  await open('later')
  await head.getByLabel('Vào lúc').check()
  await head.getByLabel('Ngày, giờ đăng').fill(tomorrow())
  await head.getByRole('button', { name: 'Duyệt, đăng vào giờ đã chọn' }).click()
  await head.getByText(`Đã duyệt “${titles.later}”; sẽ đăng lúc`).waitFor()
  await head.goto(`${city.url}/admin/review?tab=decided`)
  await head.getByRole('link', { name: titles.later }).waitFor()
  expect(await isPublic('later')).toBe(false)
  await head.getByRole('button', { name: 'Rút lại quyết định' }).click()
  await head.getByLabel('Lý do').fill('Chờ số liệu mới của Sở Quy hoạch.')
  await head.getByRole('button', { name: 'Rút lại quyết định' }).click()
  await head.getByText('Không có nội dung nào chờ đến giờ đăng.').waitFor()
  expect(await isPublic('later')).toBe(false)
  expect(await stateOf('later')).toBe('lapsed')
})

test('the deputy acts for the head by a dated mandate, and the record says so', async () => {
  const ids = await city.pool.query<{ key: string; id: number }>(
    `select split_part(email, '@', 1) as key, id from users where email like 'truong-ban@%' or email like 'pho-ban@%'`,
  )
  const idOf = (key: string) => ids.rows.find((one) => one.key === key)?.id
  const granted = await city.call('truong-ban', 'POST', '/editorial-board/mandates', {
    board: 'ha-noi',
    principal: idOf('truong-ban'),
    delegate: idOf('pho-ban'),
    startsOn: dayFromNow(0),
    endsOn: dayFromNow(7),
    document: 'Giấy uỷ quyền số 12/GUQ-BBT',
  })
  expect(granted.status).toBe(200)
  const deputy = await city.signIn('pho-ban')
  await deputy.goto(`${city.url}/admin/review/${items.acting.submission}`)
  await deputy.getByText('theo Giấy uỷ quyền số 12/GUQ-BBT').first().waitFor()
  await deputy.getByRole('button', { name: 'Duyệt và công bố' }).click()
  await deputy.getByText(`Đã duyệt và công bố “${titles.acting}”`).waitFor()
  expect(await isPublic('acting')).toBe(true)
  await deputy.goto(`${city.url}/admin/review/${items.acting.submission}/record`)
  await deputy.getByText('theo Giấy uỷ quyền số 12/GUQ-BBT').first().waitFor()
  const { rows } = await city.pool.query<{ hash: string; sha256: string }>(
    `select l.hash, d.sha256 from editorial.ledger l join release.decisions d on l.text::jsonb #>> '{content,id}' = d.id::text
     where d.submission_id = $1 and l.kind = 'decision'`,
    [items.acting.submission],
  )
  const page = (await deputy.textContent('.coloa-record')) ?? ''
  expect(page).toContain(rows[0]?.hash)
  expect(page).toContain(`/kiem-chung/${rows[0]?.sha256}`)
  expect((await city.read(`/kiem-chung/${rows[0]?.sha256}`)).html).toContain(titles.acting)
  expect(await deputy.locator('svg.coloa-qr').count()).toBe(1)
  await deputy.context().close()
})

test('an emergency goes out before approval with its inner mark, and another person reviews it', async () => {
  const member = await city.signIn('thanh-vien')
  await member.goto(`${city.url}/admin/collections/articles/${items.emergency.id}`)
  await alive(member)
  await member.getByRole('button', { name: 'Phát khẩn' }).click()
  await member.getByRole('combobox', { name: 'Lý do khẩn cấp' }).selectOption('naturalDisaster')
  await member.getByLabel('Giải thích').fill('Nước lên nhanh, cần báo người dân ngay.')
  await member.getByRole('button', { name: 'Phát ngay' }).click()
  await member.getByText('Đã phát khẩn, chưa hậu kiểm').waitFor()
  await member.getByText('Cần một người khác trong Ban hậu kiểm.').waitFor()
  expect(await isPublic('emergency')).toBe(true)
  expect((await read('emergency')).html).not.toContain('hậu kiểm')
  await member.context().close()
  await head.goto(`${city.url}/admin/review?tab=emergency`)
  await head.getByRole('button', { name: 'Hậu kiểm' }).click()
  await head.getByLabel('Kết luận').selectOption('confirmed')
  await head.getByRole('button', { name: 'Ghi kết luận' }).click()
  await head.getByText('Không có nội dung phát khẩn nào chờ hậu kiểm.').waitFor()
  expect(await isPublic('emergency')).toBe(true)
})

test('the other board decides its own item on its own site', async () => {
  const page = await city.signIn(other.head)
  await page.goto(`${city.url}/admin/review`)
  await page.getByText('1 nội dung chờ bạn').waitFor()
  await page.getByRole('link', { name: titles.ward }).click()
  await page.getByRole('button', { name: 'Duyệt và công bố' }).click()
  await page.getByText(`Đã duyệt và công bố “${titles.ward}”`).waitFor()
  expect(await isPublic('ward')).toBe(true)
  await page.context().close()
})

test('the evening: nothing waits, and what was returned, refused or taken back is still hidden', async () => {
  await head.goto(`${city.url}/admin/review?tab=all`)
  await head.getByText('Không có nội dung nào chờ duyệt.').waitFor()
  const shown: Key[] = []
  for (const key of Object.keys(items) as Key[]) if (await isPublic(key)) shown.push(key)
  expect(Object.keys(items).filter((key) => !shown.some((one) => one === key))).toEqual([
    'returned',
    'refused',
    'later',
  ])
  expect(city.chromium.complaints).toEqual([])
})

/** Both portals show it within a second, or do not show it at all. */
const isPublic = async (key: Key): Promise<boolean> => {
  const isShown = async () => (await read(key)).status === 200
  if (!(await isReleased(key))) return isShown()
  return until(isShown, 1000)
}

const read = (key: Key) =>
  city.read(`${key === 'ward' ? '/s/van-phong' : ''}/tin/${items[key].slug}`)

const isReleased = async (key: Key) => {
  const { rows } = await city.pool.query(
    `select from release.current_items where collection = 'articles' and doc_id = $1`,
    [items[key].id],
  )
  return rows.length > 0
}

const stateOf = async (key: Key) => {
  const { rows } = await city.pool.query<{ state: string }>(
    'select state from editorial.reviews where submission_id = $1',
    [items[key].submission],
  )
  return rows[0]?.state
}

const open = async (key: Key) => {
  await head.goto(`${city.url}/admin/review/${items[key].submission}`)
  await head.getByRole('heading', { name: titles[key] }).waitFor()
}

/** Marks items on the desk and goes to the screen of the chosen. */
const choose = async (keys: readonly Key[]) => {
  await head.goto(`${city.url}/admin/review`)
  for (const key of keys) await head.getByLabel(`Chọn “${titles[key]}”`).check()
  await head.getByRole('button', { name: `Xem các nội dung đã chọn (${keys.length})` }).click()
  await head.getByRole('heading', { name: 'Các nội dung đã chọn' }).waitFor()
}

const take = (title: string, isTaken: boolean) =>
  head.getByLabel(`Duyệt “${title}”`).setChecked(isTaken)

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

const write = async (who: string, title: string, more: Record<string, unknown>): Promise<Item> => {
  const { body } = await city.call<{ doc: { id: number; slug: string } }>(
    who,
    'POST',
    '/articles?draft=true',
    { title, lead: `${title}: những điều người dân cần biết.`, body: paragraph(title), ...more },
  )
  return { id: body.doc.id, slug: body.doc.slug, title, submission: '' }
}

const paragraph = (text: string) => {
  const node = { version: 1, format: '', indent: 0, direction: null }
  const leaf = { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
  const line = { ...node, type: 'paragraph', textFormat: 0, textStyle: '', children: [leaf] }
  return { root: { ...node, type: 'root', children: [line] } }
}

/** Lets somebody of a board sign in. @returns the name she signs in with */
const admit = async (board: string, role: string): Promise<string> => {
  const password = `Loa-${randomUUID()}-7a`
  const { salt, hash } = await hashPassword(password)
  const { rows } = await city.pool.query<{ email: string }>(
    `update users set salt = $1, hash = $2 where id = (
       select person from editorial.appointments where board = $3 and role = $4 order by person limit 1) returning email`,
    [salt, hash, board, role],
  )
  const email = rows[0]?.email ?? ''
  city.logins.push({ email, password })
  return email.split('@')[0] ?? ''
}

const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    new Date(Date.now() + days * 86_400_000),
  )

const tomorrow = () => `${dayFromNow(1)}T08:00`
