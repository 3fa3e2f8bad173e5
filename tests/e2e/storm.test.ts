import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpOf } from '#kit/secondFactor/totpOf.ts'
import { startProcess } from '#tests/support/startProcess.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { alive } from './alive.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity, until } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'
import { startExampleDevice } from './startExampleDevice.ts'

type DutyLogin = { email: string; secondFactor?: { secret: string; recoveryCodes: string[] } }

let city: Awaited<ReturnType<typeof openCity>>
let page: Page
let factor: { secret: string; recoveryCodes: string[] }
const devices: TestProcess[] = []

beforeAll(async () => {
  city = await openCity()
  const duty = (city.logins as DutyLogin[]).find(({ email }) => email.startsWith('truc-ban@'))
  if (!duty?.secondFactor) throw new Error('nobody is on duty')
  factor = duty.secondFactor
  await install('loa-http', 'http')
  await install('loa-mqtt', 'mqtt')
  page = await city.signIn('truc-ban')
  await page.goto(`${city.url}/admin/dispatches`) // a server that is in use, not one just started
})
afterAll(async () => {
  for (const one of devices) await one.stop()
  await city?.stop()
})

test('an officer on duty with the keyboard alone has a storm on the air within 60 seconds of opening the page', async () => {
  const started = Date.now()
  await page.goto(`${city.url}/admin/storm`)
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await page.keyboard.press('ArrowDown') // the first of the ready texts: a storm
  await step(page, 'Toàn thành phố')
  await page.keyboard.press('Space')
  await page.getByText(/2 thiết bị ở 1 xã, phường/).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/phát NGAY tới 2 thiết bị/).waitFor()
  await page.keyboard.type(totpOf(factor.secret).codeAt(new Date()))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/storm\/[\w~-]+$/)
  const isHeard = async () =>
    devices.every((one) => one.output().includes('Cảnh báo khẩn cấp: bão đổ bộ'))
  expect(await until(isHeard, 20_000)).toBe(true)
  expect(Date.now() - started).toBeLessThan(60_000)
  await rung('Đã phát xong', '100 %')
  expect(await page.getByText('Chưa có người thứ hai xem xét').count()).toBe(1)
})

test('pressed twice at once it is one bulletin', async () => {
  await page.goto(`${city.url}/admin/storm`)
  await compose('Cháy lớn, sơ tán')
  await page.getByLabel(/^Mã xác thực/).fill(factor.recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: 'PHÁT NGAY' }).dblclick()
  await page.waitForURL(/\/admin\/storm\/[\w~-]+$/)
  const { rows } = await city.pool.query<{ n: number }>(
    `select count(*)::int as n from public.bulletins_locales where title like '%cháy lớn%' and _locale = 'vi'`,
  )
  expect(rows[0]?.n).toBe(1)
})

test('a wrong code keeps everything that was typed, over a reload, too', async () => {
  await page.goto(`${city.url}/admin/storm`)
  await compose('Sự cố hóa chất')
  await page.getByLabel(/^Mã xác thực/).fill('000000')
  await page.keyboard.press('Enter')
  await page.getByText('Mã xác thực không đúng').waitFor()
  await page.reload()
  await page.getByText('Đã khôi phục nội dung bạn soạn dở').waitFor()
  expect(await page.getByLabel('Tiêu đề').inputValue()).toContain('sự cố hóa chất')
  expect(await page.getByLabel('Toàn thành phố').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Xóa, soạn mới' }).click()
})

test('from the wall it is corrected and ended in two presses each, and the devices obey', async () => {
  await page.goto(`${city.url}/admin/dispatches?kind=alert`)
  await page.getByRole('link', { name: /cháy lớn/ }).click()
  await page.getByRole('button', { name: 'Sửa lời, phát lại' }).click()
  await page.getByLabel('Nội dung').fill('Đám cháy đã lan sang khu chợ. Tránh đường Láng.')
  await page.getByRole('button', { name: 'Phát lời mới' }).click()
  await page.waitForURL(/\/admin\/storm\/[\w~-]+$/)
  await page.getByText('Các lệnh của bản tin này').waitFor()
  await page.getByRole('button', { name: 'Kết thúc', exact: true }).click()
  await page.getByRole('button', { name: 'Kết thúc bản tin' }).click()
  await page.getByText('Đã kết thúc.').waitFor()
  const isStopped = async () => devices.every((one) => /CANCEL/i.test(one.output()))
  expect(await until(isStopped, 15_000)).toBe(true)
})

test('an exercise says so on every device and is scored', async () => {
  await page.goto(`${city.url}/admin/storm`)
  await compose('Diễn tập thông báo khẩn cấp')
  await page.getByText('Đây là diễn tập: mọi thiết bị').waitFor()
  await page.getByLabel(/^Mã xác thực/).fill(factor.recoveryCodes[1] ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/storm\/[\w~-]+$/)
  const isSaid = async () => devices.every((one) => one.output().includes('DIỄN TẬP'))
  expect(await until(isSaid, 20_000)).toBe(true)
  await rung('Đã phát xong', '100 %')
  await page.goto(`${city.url}/admin/drills`)
  const plan = page.getByRole('button', { name: 'Thêm kế hoạch', disabled: false })
  await plan.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Thêm kế hoạch')
  await page.getByRole('link', { name: /DIỄN TẬP/ }).click()
  await page.getByText('Mọi xã, phường đều có thiết bị phát được.').waitFor()
})

test('the proof that is downloaded holds offline', async () => {
  await page.goto(`${city.url}/admin/dispatches?kind=alert`)
  await page.getByRole('link', { name: /bão đổ bộ/ }).click()
  const href = await page.getByRole('link', { name: /Tải hồ sơ/ }).getAttribute('href')
  const proof = await page.request.get(`${city.url}${href}`)
  const file = path.join(city.folder, 'proof.json')
  await writeFile(file, await proof.body())
  const keys = path.join(city.folder, 'jwks.json')
  await writeFile(keys, await (await fetch(`${city.url}/.well-known/jwks.json`)).text())
  const verified = await startProcess({
    script: path.resolve('src/verifier/main.ts'),
    args: ['verify-proof', file, '--keys', keys, '--vi'],
    env: {},
    until: /Kết luận/,
  })
  expect(verified.output()).toContain('Kết luận: đúng như đã ký.')
  await verified.stop()
})

test.each([1280, 390])('its pages have no fault that axe finds, %i pixels wide', async (width) => {
  const { rows } = await city.pool.query<{ storm: string; drill: string }>(
    `select (select id from dispatch.dispatches where kind = 'alert' order by number limit 1) as storm,
       (select id from dispatch.dispatches where kind = 'exercise' limit 1) as drill`,
  )
  await page.setViewportSize({ width, height: 900 })
  for (const address of [
    '/storm',
    `/storm/${rows[0]?.storm}`,
    `/storm/${rows[0]?.storm}/proof`,
    '/dispatches',
    '/drills',
    `/drills/${rows[0]?.drill}`,
    '/second-factor',
    '/grassroots-statistics',
    '/grassroots-statistics?by=commune',
  ]) {
    await page.goto(`${city.url}/admin${address}`)
    await alive(page)
    expect(await axeFaults(page), address).toEqual([])
    if (width === 390) expect(await smallTargets(page), address).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, address).toBeLessThanOrEqual(0)
    await keepPicture(`${address.replace(/\W+/g, '-')}-${width}`)
  }
})

test.each([1280, 390])('so has the confirmation, %i pixels wide', async (width) => {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${city.url}/admin/storm`)
  await compose('Lũ, ngập sâu')
  expect(await axeFaults(page)).toEqual([])
  expect(await isReachBefore('PHÁT NGAY')).toBe(true)
  await keepPicture(`-confirm-${width}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Xem lại và phát' }).waitFor()
  expect(await isReachBefore('Xem lại và phát')).toBe(true)
  await keepPicture(`-composed-${width}`)
})

test('a second factor is set up by who knows the password of the account', async () => {
  const login = city.logins.find(({ email }) => email.startsWith('van-hanh@'))
  const other = await city.signIn('van-hanh')
  await other.goto(`${city.url}/admin/second-factor`)
  await other.getByLabel('Mật khẩu đăng nhập').fill('không phải mật khẩu này')
  await other.getByRole('button', { name: 'Thiết lập ngay' }).click()
  await other.getByText('Mật khẩu không đúng').waitFor()
  await other.getByLabel('Mật khẩu đăng nhập').fill(login?.password ?? '')
  await other.keyboard.press('Enter')
  await other.waitForFunction(
    () => document.activeElement?.getAttribute('autocomplete') === 'one-time-code',
  )
  const secret = (await other.locator('code').first().textContent())?.replaceAll(' ', '') ?? ''
  await other.keyboard.type(totpOf(secret).codeAt(new Date()))
  await other.keyboard.press('Enter')
  await other.waitForFunction(() =>
    document.activeElement?.textContent.includes('Hãy cất các mã khôi phục này'),
  )
  await other.close()
})

test('what is ended offers nothing but its proof and a new bulletin', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${city.url}/admin/dispatches?kind=alert`)
  await page.getByRole('link', { name: /cháy lớn/ }).click()
  await page.getByText(/Đã kết thúc lúc/).waitFor()
  expect(await page.getByRole('timer').count()).toBe(0)
  expect(await page.getByRole('button', { name: /Sửa lời|Gia hạn|Gửi lại|dự phòng/ }).count()).toBe(
    0,
  )
  await page.getByRole('link', { name: 'Phát lại như bản tin mới' }).click()
  await page.waitForURL(/again=/)
  expect(await page.getByLabel('Tiêu đề').inputValue()).toContain('cháy lớn')
})

test('nothing complained', () => {
  expect(city.chromium.complaints).toEqual([])
})

/** Takes a ready text, the whole city, and opens the confirmation. */
const compose = async (template: string) => {
  const choice = page.getByLabel('Chuyện gì đang xảy ra?')
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await choice.selectOption({ label: template })
  await page.getByLabel('Toàn thành phố').check()
  await page.getByText(/2 thiết bị ở 1 xã, phường/).waitFor()
  await page.getByRole('button', { name: 'Xem lại và phát' }).click()
}

/** Waits until a rung of the wall shows a figure. */
const rung = (name: string, percent: string) =>
  page.locator('.coloa-rungs li').filter({ hasText: name }).getByText(percent).waitFor()

/** Goes on by the Tab key until the focus is in what is labelled so. */
const step = async (on: Page, label: string) => {
  for (let turn = 0; turn < 60; turn += 1) {
    await on.keyboard.press('Tab')
    const focused = await on.evaluate(
      () => document.activeElement?.closest('label')?.textContent ?? '',
    )
    if (focused.startsWith(label)) return
  }
  throw new Error(`the keyboard does not get to “${label}”`)
}

/** Whether whom it reaches stands above, or beside from further up, what is pressed. */
const isReachBefore = async (button: string): Promise<boolean> => {
  const top = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN
  const reach = await top(page.getByRole('heading', { name: 'Sẽ tới' }))
  return reach < (await top(page.getByRole('button', { name: button })))
}

/** For people to look at, where a folder is given. */
const keepPicture = async (name: string) => {
  const folder = process.env.COLOA_TEST_PICTURES
  if (folder) await page.screenshot({ path: path.join(folder, `storm${name}.png`), fullPage: true })
}

/** Starts the example device in the first ward and enters it in the register. */
const install = async (code: string, channel: 'http' | 'mqtt') => {
  const wards = await city.pool.query<{ id: number; code: string }>(
    `select id, code from public.units where kind in ('ward', 'commune') order by id limit 1`,
  )
  const [ward] = wards.rows
  if (!ward) throw new Error('no ward')
  const device = await startExampleDevice(city, { code, unit: ward, channel, speed: 20 })
  devices.push(device)
}
