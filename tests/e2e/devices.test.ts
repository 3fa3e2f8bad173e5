import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess } from '#tests/support/startProcess.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { alive } from './alive.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'

const sizes = [
  ['wide', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

let city: Awaited<ReturnType<typeof openCity>>
let page: Page
let device: TestProcess | undefined

beforeAll(async () => {
  city = await openCity({ size: 'demo' })
  page = await city.signIn('van-hanh')
})
afterAll(async () => {
  await device?.stop()
  await city?.stop()
})

const look = async (name: string, size: string) => {
  await alive(page)
  const folder = process.env.COLOA_PICTURES
  if (folder) {
    const file = `${name}-${size.replace(' ', '-')}.png`
    await page.screenshot({ path: `${folder}/${file}`, fullPage: true })
  }
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, name).toBeLessThanOrEqual(0)
  expect(await axeFaults(page), name).toEqual([])
  if (size !== 'wide') expect(await smallTargets(page), name).toEqual([])
}

test.each(sizes)('board, record and import fit and are accessible, %s', async (name, size) => {
  await page.setViewportSize(size)
  await page.goto(`${city.url}/admin/device-board`)
  await page.getByRole('img', { name: /Sơ đồ theo tọa độ/ }).waitFor()
  await look('board', name)
  await page
    .getByText(/^\d+,\d GB$/)
    .first()
    .waitFor()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(height).toBeLessThan(5000)
  await page.getByRole('link', { name: /Mất liên lạc/ }).click()
  await page.waitForURL(/state=lost/)
  await page.locator('.coloa-table tbody a').first().click()
  await page.getByRole('heading', { name: 'Vòng đời: Đang hoạt động' }).waitFor()
  await page.getByText('Thiết bị đang hoạt động nhưng chưa có khóa').waitFor()
  await look('record', name)
  await page.goto(`${city.url}/admin/device-board/import`)
  await look('import', name)
})

test('a new device goes from the form to the air by keyboard: key, connection test, check, activation', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const made = await city.call<{ doc: { id: number } }>('van-hanh', 'POST', '/devices', {
    code: 'LOA-MOI',
    name: 'Cụm loa mới, chợ Hôm',
    deviceClass: 'loudspeakerCluster',
    unit: await unitId(),
    channel: 'mqtt',
    capabilities: { forms: ['text'] },
  })
  expect(made.status).toBe(201)
  const { id } = made.body.doc
  await startDevice()
  await page.goto(`${city.url}/admin/device-board/${id}`)
  await page.getByText('Việc tiếp theo:').waitFor()
  await press('Ghi khóa công khai…')
  await page.getByLabel('Khóa công khai (base64 hoặc PEM)').fill(publicKey())
  await press('Ghi khóa')
  await page.getByText('Chạy kiểm thử kết nối.').waitFor()
  await press('Bắt đầu kiểm thử')
  await page.getByText(/^Đang kiểm thử: /).waitFor()
  await page.getByText('Đạt', { exact: true }).first().waitFor({ timeout: 90_000 })
  expect(await page.locator('.coloa-steps-table .coloa-late').allTextContents()).toEqual([])
  await page.getByText('Ghi kết quả đánh giá an toàn thông tin mạng.').waitFor()
  await press('Ghi kết quả đánh giá…')
  await page.getByLabel('Số văn bản').fill('15/BB-TTDL')
  await press('Ghi kết quả')
  await press('Đưa vào hoạt động')
  await page.getByRole('heading', { name: 'Vòng đời: Đang hoạt động' }).waitFor()
  await look('active', 'wide')
  await page.goto(`${city.url}/admin/collections/devices/${id}`)
  await page.getByText('Thiết bị đang hoạt động, không cần làm gì thêm.').waitFor()
  await page.fill('#field-model', 'SM-300')
  await page.click('#action-save')
  await page.getByText(/trở về trạng thái Đã đăng ký/).waitFor()
})

const press = async (name: string) => {
  const button = page.getByRole('button', { name, exact: true })
  await button.waitFor()
  await page.waitForFunction(() => document.querySelector('.coloa-page button:disabled') === null)
  await button.focus()
  await page.keyboard.press('Enter')
}

const unitId = async () => {
  const { rows } = await city.pool.query<{ id: number }>(
    `select id from public.units where code = '00004'`,
  )
  return rows[0]?.id
}

const startDevice = async () => {
  device = await startProcess({
    script: path.resolve('src/examples/device/main.ts'),
    env: {
      DEVICE_CODE: 'LOA-MOI',
      UNIT_CODE: '00004',
      HUB_URL: city.url,
      HUB_KEY: city.hubKey,
      KEY_FILE: path.join(city.folder, 'loa-moi.pem'),
      STATE_FILE: path.join(city.folder, 'loa-moi.json'),
      MEDIA_DIR: path.join(city.folder, 'loa-moi.media'),
      MQTT_URL: city.broker.url,
    },
    until: /connected to the broker|subscribed to/,
  })
}

const publicKey = () => /public key (\S+)/.exec(device?.output() ?? '')?.[1] ?? ''
