import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
let site: string
let key: string

beforeAll(async () => {
  city = await openCity({ size: '2x20' })
  const { rows } = await city.pool.query<{ code: string }>(
    `select code from public.sites where kind = 'component' and is_active order by code limit 1`,
  )
  site = rows[0]?.code ?? ''
  await fill()
  page = await city.signIn('van-hanh')
})
afterAll(() => city?.stop())

/** A site that has read to a number, before a withdrawal; an endpoint that fails, one that is gone; an old key that is misused. */
const fill = async () => {
  const { rows } = await city.pool.query<{ id: string }>(
    `insert into cross_posting.site_keys (site, label, scopes, hint, hash, expires_at, revoked_at) values
       ($1, 'Máy chủ WordPress chính', array['feed', 'propose'], 'cpk_aB3x…9fQz', repeat('a', 64), now() + interval '300 days', null),
       ($1, 'Khóa cũ của đơn vị trước', array['feed'], 'cpk_Zk1m…0pLs', repeat('b', 64), now() + interval '30 days', now())
     returning id`,
    [site],
  )
  key = rows[0]?.id ?? ''
  await city.pool.query(
    `insert into cross_posting.key_uses values ($1, now() - interval '40 seconds', '203.0.113.25')`,
    [key],
  )
  await city.pool.query(
    `insert into cross_posting.key_refusals (key_id, code, n, last_address) values ($1, 'key_revoked', 14, '198.51.100.7')`,
    [rows[1]?.id],
  )
  await city.pool.query(
    `insert into cross_posting.pulls select $1, 'ha-noi', $2, greatest(0, seq - 3), now() - interval '40 seconds'
     from release.site_sequences where log = 'ha-noi'`,
    [key, site],
  )
  await city.pool.query(
    `with e as (insert into cross_posting.endpoints (site, url, logs, state, problem) values
         ($1, 'https://trang-thanh-phan.example/wp-json/coloa/v1/hook', array['ha-noi', 'common'], 'active', null),
         ($1, 'https://may-chu-cu.example/hook', array['ha-noi'], 'gone', 'gone') returning id, state),
       h as (insert into cross_posting.hints (endpoint_id, log, lane, seq, collection, doc_id, kind, released_at, failures, failing_since, next_at)
         select id, 'ha-noi', 1, 40, 'articles', 1, 'publish', now(), 5, now() - interval '2 hours', now() + interval '1 hour' from e where state = 'active')
     insert into cross_posting.attempts (endpoint_id, type, log, seq, message_id, started_at, duration_ms, latency_ms, outcome, status)
     select e.id, 'release', 'ha-noi', n, gen_random_uuid(), now() - make_interval(mins => 60 - n), 120 + n,
       case when n < 30 then 200 + n * 40 end, case when n < 30 then 'accepted' when n % 3 = 0 then 'timeout' else 'refused' end,
       case when n < 30 then 200 when n % 3 = 0 then null else 503 end
     from e, generate_series(1, 40) n where e.state = 'active'`,
    [site],
  )
}

test.each(sizes)('the screens of sites fit and are accessible, %s', async (name, size) => {
  await page.setViewportSize(size)
  const folder = process.env.COLOA_PICTURES
  for (const path of ['/cross-posting/sites', `/cross-posting/sites/${site}`]) {
    await page.goto(`${city.url}/admin${path}`)
    await alive(page)
    if (folder) {
      const file = `${name.replace(' ', '-')}${path.replaceAll('/', '-')}.png`
      await page.screenshot({ path: `${folder}/${file}`, fullPage: true })
    }
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(tooWide, path).toBeLessThanOrEqual(0)
    expect(await axeFaults(page), path).toEqual([])
    if (name !== 'wide') expect(await smallTargets(page), path).toEqual([])
  }
})

test('a technician sees what is lacking, makes a key that is shown once, and revokes another', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${city.url}/admin/cross-posting/sites/${site}`)
  await page.getByText('Còn thiếu 3 tin.').waitFor()
  await page.getByText(/Bị từ chối 14 lần/).waitFor()
  await page.getByLabel('Tên khóa').fill('Máy chủ dự phòng')
  await page.getByRole('button', { name: 'Tạo khóa' }).click()
  const secret = page.getByLabel('Chép ngay, sẽ không hiện lại:')
  expect(await secret.inputValue()).toMatch(/^cpk_[\w-]{43}$/)
  await page.getByText('Máy chủ dự phòng').waitFor()
  await page.getByRole('button', { name: 'Thu hồi: Máy chủ WordPress chính' }).click()
  await page.getByText('bị từ chối ngay từ lần gọi sau').waitFor()
  await page.getByRole('button', { name: 'Đồng ý' }).click()
  await page.getByText('Đã thu hồi khóa.').waitFor()
  const { rows } = await city.pool.query<{ revoked: boolean }>(
    'select revoked_at is not null as revoked from cross_posting.site_keys where id = $1',
    [key],
  )
  expect(rows).toEqual([{ revoked: true }])
  await page.reload()
  expect(await page.getByLabel('Chép ngay, sẽ không hiện lại:').count()).toBe(0)
})

test('a webhook in a private network is entered and refused with the reason in words', async () => {
  await page.getByLabel('Địa chỉ', { exact: true }).fill('http://127.0.0.1:9/hook')
  await page.getByRole('button', { name: 'Thêm và xác minh' }).click()
  await page.getByText('Đã thêm, đang xác minh.').waitFor()
  await page.getByText('Địa chỉ thuộc mạng nội bộ: không gọi').first().waitFor()
})
