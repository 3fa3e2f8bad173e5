import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#tests/support/startApp.ts'
import { startProcess } from '#tests/support/startProcess.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { alive } from './alive.ts'
import { openCity, until } from './openCity.ts'
import { startExampleDevice } from './startExampleDevice.ts'

const TITLE = 'Khánh thành cầu vượt Hồ Sen'
const ADDRESS = '/tin/khanh-thanh-cau-vuot-ho-sen'

let city: Awaited<ReturnType<typeof openCity>>
let component: TestProcess & { url: string }
const devices: TestProcess[] = []

beforeAll(async () => {
  city = await openCity()
  const port = await freePort()
  const started = await startProcess({
    script: path.resolve('src/examples/component-site/main.ts'),
    args: [
      '--hub',
      city.url,
      '--site',
      'ha-noi',
      '--port',
      String(port),
      '--data',
      path.join(city.folder, 'site.json'),
    ],
    until: /listening on/,
  })
  component = { ...started, url: `http://127.0.0.1:${port}` }
})

afterAll(async () => {
  for (const one of [...devices, component]) await one?.stop()
  await city?.stop()
})

test('a collaborator writes an article and hands it to the board', async () => {
  const page = await city.signIn('cong-tac-vien')
  await create(page, 'articles')
  await page.fill('#field-title', TITLE)
  await page.fill('#field-lead', 'Cầu dài 320 m, thông xe từ 6 giờ sáng nay.')
  const body = page.locator('[data-lexical-editor=true]').first()
  await body.click()
  await body.pressSequentially('Cầu vượt Hồ Sen thông xe sau mười bốn tháng thi công.')
  await choose(page, 'category', 'Giao thông')
  await page.click('#action-submit-for-review')
  await page.getByText('Đã trình Ban Biên tập').waitFor()
  await page.getByText('Chờ duyệt').first().waitFor()
  expect((await city.read(ADDRESS)).status).toBe(404)
  await page.context().close()
})

test('the head of the board approves it, and within a second both web processes show it', async () => {
  const page = await city.signIn('truong-ban')
  await page.goto(`${city.url}/admin/review`)
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('button', { name: 'Duyệt và công bố' }).waitFor()
  expect(await page.textContent('main, .coloa-page')).toContain('sau mười bốn tháng thi công')
  for (const process of [0, 1] as const) await city.read('/', process) // a portal that is read, not one just started
  const answered = page.waitForResponse((one) => one.url().endsWith('/approve'))
  await page.getByRole('button', { name: 'Duyệt và công bố' }).click()
  expect((await answered).status()).toBe(200)
  const isShown = async () =>
    (await city.read(ADDRESS, 0)).status === 200 && (await city.read(ADDRESS, 1)).status === 200
  expect(await until(isShown, 1000)).toBe(true)
  expect((await city.read('/', 1)).html).toContain(TITLE)
  await page.context().close()
})

test('the component site has pulled it', async () => {
  const isThere = async () => (await (await fetch(component.url)).text()).includes(TITLE)
  expect(await until(isThere, 5000)).toBe(true)
})

test('a withdrawal removes it from the portal and from the component site, and says why', async () => {
  const page = await city.signIn('truong-ban')
  const { rows } = await city.pool.query<{ id: number }>(
    `select doc_id as id from release.current_items where title = $1`,
    [TITLE],
  )
  const id = rows[0]?.id
  // Whoever closed his window without leaving the document keeps it for five minutes, unless somebody takes it over.
  await page.addLocatorHandler(page.locator('#document-locked-take-over'), (button) =>
    button.click(),
  )
  await page.goto(`${city.url}/admin/collections/articles/${id}`)
  await alive(page)
  await page.getByRole('button', { name: 'Gỡ bỏ' }).click()
  await page.getByLabel('Vì sao gỡ').selectOption('error')
  await page.getByLabel('Giải thích').fill('Số liệu chiều dài cầu chưa đúng.')
  await page.getByRole('button', { name: 'Gỡ ngay' }).click()
  await page.getByText('Đã gỡ. Thông báo gỡ').waitFor()
  const gone = await city.read(ADDRESS, 1)
  expect(gone.status).toBe(410)
  expect(gone.html).toContain('Số liệu chiều dài cầu chưa đúng.')
  expect((await city.read('/')).html).not.toContain(TITLE)
  const isGone = async () =>
    !(await (await fetch(component.url)).text()).includes(TITLE) &&
    (await fetch(`${component.url}/articles/${id}`)).status === 410
  expect(await until(isGone, 5000)).toBe(true)
  await page.context().close()
})

test('an emergency bulletin reaches an HTTP device and an MQTT device, and the admin shows their receipts', async () => {
  const unit = await city.pool.query<{ id: number; code: string }>(
    `select id, code from public.units where kind in ('ward', 'commune') order by id limit 1`,
  )
  const [ward] = unit.rows
  if (!ward) throw new Error('no ward')
  await install('loa-http', ward, 'http')
  await install('loa-mqtt', ward, 'mqtt')
  const page = await city.signIn('truc-ban')
  await create(page, 'bulletins')
  await page.fill('#field-title', 'Bão số 9 vào đất liền')
  await page.fill('#field-text', 'Gió mạnh cấp 9 từ 18 giờ. Người dân ở trong nhà.')
  await choose(page, 'priority', 'Khẩn cấp')
  await choose(page, 'areas', await unitName(ward.id))
  await page.fill('#field-expiresAt input', inSixHours())
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Phát khẩn' }).click()
  await page.getByRole('combobox', { name: 'Lý do khẩn cấp' }).selectOption('naturalDisaster')
  await page.getByLabel('Giải thích').fill('Bão đổ bộ sớm hơn dự báo.')
  const duty = city.logins.find((one) => one.email.startsWith('truc-ban@'))
  await page.getByLabel('Mã xác thực').fill(duty?.secondFactor?.recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: 'Phát ngay' }).click()
  await page.getByText('Đã phát khẩn.').waitFor()
  const isHeard = async () =>
    devices.every((device) => device.output().includes('ALERT Bão số 9 vào đất liền'))
  expect(await until(isHeard, 5000)).toBe(true)
  await until(async () => {
    const { rows } = await city.pool.query<{ n: number }>(
      `select count(*)::int as n from dispatch.deliveries where state = 'played'`,
    )
    return rows[0]?.n === 2
  }, 5000)
  expect((await city.read('/')).html).toContain('Bão số 9 vào đất liền')
  const operator = await city.signIn('van-hanh')
  await operator.goto(`${city.url}/admin/dispatches`)
  await operator.getByRole('link', { name: 'Bão số 9 vào đất liền' }).click()
  await operator.locator('details.coloa-fold summary').last().click()
  await operator.getByText('loa-mqtt', { exact: true }).waitFor()
  const rows = await operator.locator('.coloa-table tbody tr').allTextContents()
  const ours = rows.filter((row) => /loa-(http|mqtt)/.test(row))
  expect(ours).toHaveLength(2)
  for (const row of ours) expect(row).toContain('Đã phát')
  await operator.context().close()
  await page.context().close()
})

test('a missed update window puts a Vietnamese mail into the mail server', async () => {
  // As if the clock had begun and last been looked at ten days ago: windows of working days have passed without an update.
  await city.pool.query(
    `update sla.progress set judged_until = now() - interval '10 days', began_at = now() - interval '10 days'`,
  )
  // Mails of what was made good since come as well, in any order.
  const ofOperations = () =>
    city.smtp.mails.find(
      (one) =>
        /cập nhật/i.test(one.subject ?? '') &&
        one.text?.includes('Việc cần làm: ') &&
        JSON.stringify(one.to).includes('truc-ban@coloa.example'),
    )
  await until(async () => ofOperations() !== undefined, 75_000)
  expect(ofOperations()).toBeDefined()
})

test('no page of the admin complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})

type AdminPage = Awaited<ReturnType<typeof city.signIn>>

/** Opens a new document: the editor saves a draft at once and goes to its address. */
const create = async (page: AdminPage, collection: string) => {
  await page.goto(`${city.url}/admin/collections/${collection}/create`)
  await page.waitForURL(/\/\d+$/)
  await alive(page)
  await page.locator('#field-title').waitFor()
}

/** Chooses in one of Payload's selects by typing. */
const choose = async (page: AdminPage, field: string, text: string) => {
  const root = page.locator(`#field-${field}`)
  await root.locator('input').first().click()
  await root.locator('input').first().pressSequentially(text)
  await root.locator('.rs__option').filter({ hasText: text }).first().click()
}

/** A time as Payload's date picker takes it by keyboard. */
const inSixHours = () => {
  const at = new Date(Date.now() + 6 * 3_600_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const unitName = async (id: number) => {
  const { rows } = await city.pool.query<{ name: string }>(
    `select name from public.units_locales where _parent_id = $1 and _locale = 'vi'`,
    [id],
  )
  return rows[0]?.name ?? ''
}

/** Starts the example device and enters it in the register. */
const install = async (
  code: string,
  unit: { id: number; code: string },
  channel: 'http' | 'mqtt',
) => {
  const device = await startExampleDevice(city, { code, unit, channel, speed: 100 })
  devices.push(device)
}
