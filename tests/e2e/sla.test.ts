import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alive } from './alive.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity, until } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'

const sizes = [
  ['wide', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

let city: Awaited<ReturnType<typeof openCity>>
let page: Page
let missedDay: string
let clock: string
let takenOnClock: string

beforeAll(async () => {
  city = await openCity({ size: '2x20' })
  await fill()
  page = await city.signIn('van-hanh')
})
afterAll(() => city?.stop())

/** Verdicts of the last 200 weekdays on all sites, one in eleven missed, and clocks in every state. */
const fill = async () => {
  await city.pool.query(
    `insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state)
     select s.code, w.code, d::date, 'P-13.2', (d::date + w.at) at time zone 'Asia/Ho_Chi_Minh', (d::date + w.at + interval '2 hours') at time zone 'Asia/Ho_Chi_Minh',
       case when (extract(doy from d)::int * 7 + w.n + length(s.code)) % 11 = 0 then 'missed' else 'met' end
     from public.sites s, generate_series(current_date - 280, current_date - 1, interval '1 day') d,
       (values ('componentMorning', interval '8 hours', 0), ('componentAfternoon', interval '13 hours', 3)) w(code, at, n)
     where extract(isodow from d) < 6 on conflict do nothing`,
  )
  const { rows: days } = await city.pool.query<{ day: string }>(
    `select day::text as day from sla.verdicts where site = 'ha-noi' and state = 'missed' order by day desc limit 1`,
  )
  missedDay = days[0]?.day ?? ''
  const { rows } = await city.pool.query<{ id: string; title: string }>(
    `with wanted(title, due_at) as (values ('Đề nghị cấp tài khoản cho cán bộ phường ở xa trung tâm thành phố', now() - interval '2.3 days'),
         ('Đề nghị đổi quyền', now() + interval '2.1 days'), ('Đề nghị khóa tài khoản', now() + interval '6 days'),
         ('Đề nghị cấp lại mật khẩu', now() - interval '5 days'),
         ('Đề nghị thu hồi quyền', now() - interval '4 days')),
       entered as (insert into sla.entries (obligation, owner, title, event_at)
         select 'accountRequest', 'site:ha-noi', title, now() - interval '40 days' from wanted returning *)
     insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     select e.obligation, 1, 'entry', e.id, e.owner, e.title, e.event_at, e.entered_at, w.due_at from entered e join wanted w using (title)
     returning id, title`,
  )
  const idOf = (title: string) => rows.find((row) => row.title.startsWith(title))?.id ?? ''
  clock = idOf('Đề nghị cấp tài khoản')
  takenOnClock = idOf('Đề nghị thu hồi')
  await city.pool.query(
    `insert into sla.adjustments (clock, kind, at, until, reason)
     select id, 'extend', noticed_at, due_at, 'Chờ số liệu của quận' from sla.clocks where collection = 'entry'`,
  )
  await city.pool.query(
    `insert into sla.adjustments (clock, kind, at, reason) values ($1, 'pause', now() - interval '2 days', 'Chờ đơn vị bổ sung')`,
    [idOf('Đề nghị khóa')],
  )
  await city.pool.query(
    `update sla.clocks set paused_at = now() - interval '2 days' where id = $1`,
    [idOf('Đề nghị khóa')],
  )
  await city.pool.query(
    `insert into sla.alerts (incident, thread, obligation, version, owner, clock, rung, severity, due_at, fires_at, noted_at)
     select 'clock:' || id, 'clock:' || id, obligation, version, owner, id, 'due', 'breach', due_at, now(), now()
     from sla.clocks where id = any($1::bigint[])`,
    [[clock, takenOnClock]],
  )
  // A report that 150 communes owe; they are none any more, so that no clock begins for them.
  await city.pool.query(
    `with made as (insert into public.units (code, kind, valid_to)
         select 'gop-' || n, 'ward', now() - interval '1 day' from generate_series(1, 150) n returning id, code),
       named as (insert into public.units_locales (_parent_id, _locale, name)
         select id, 'vi', 'Phường thử số ' || split_part(code, '-', 2) from made)
     insert into sla.alerts (incident, thread, obligation, version, owner, rung, severity, due_at, fires_at, noted_at)
     select 'clock:' || 900000 + m.id, 'clock:' || 900000 + m.id, o.code, o.version, 'unit:' || m.code, 'due', 'breach',
       now() - interval '1 day', now() - interval '1 day', now()
     from made m, (select code, version from sla.obligations where definition ->> 'kind' = 'report' order by code limit 1) o`,
  )
  await city.pool.query(
    `insert into web.bounces (email, reason, mail_key) values ('khong-con@coloa.example', '550 5.1.1 No such user', 'x')`,
  )
}

test.each(sizes)('the pages of the clocks fit and are accessible, %s', async (name, size) => {
  await page.setViewportSize(size)
  const folder = process.env.COLOA_PICTURES
  for (const path of [
    '/sla',
    '/sla/clocks',
    '/sla/alerts',
    `/sla/clocks/${clock}`,
    '/sla/obligations',
    '/sla/obligations/questionAnswer',
    '/sla/league?period=' + missedDay.slice(0, 4),
    `/sla/sites/ha-noi?year=${missedDay.slice(0, 4)}`,
    `/sla/sites/ha-noi?day=${missedDay}`,
  ]) {
    await page.goto(`${city.url}/admin${path}`)
    await alive(page)
    if (folder) {
      const file = `${name.replace(' ', '-')}${path.replaceAll(/[/?=]/g, '-')}.png`
      await page.screenshot({ path: `${folder}/${file}`, fullPage: true })
    }
    expect(await tooWide(page), path).toBeLessThanOrEqual(0)
    expect(await axeFaults(page), path).toEqual([])
    if (name !== 'wide') expect(await smallTargets(page), path).toEqual([])
  }
})

test('the board counts what is late and leads to it', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${city.url}/admin/sla`)
  const late = page.locator('.coloa-sums a').filter({ hasText: 'việc quá hạn' })
  expect(Number(await late.locator('strong').innerText())).toBeGreaterThan(0)
  await late.click()
  await page.getByRole('link', { name: /^Đề nghị cấp tài khoản/ }).click()
  await page.getByText('Chờ số liệu của quận').waitFor()
  await page
    .getByText(/^Cảnh báo “/)
    .first()
    .waitFor()
  expect(await page.locator('.coloa-standing').innerText()).toMatch(/quá hạn/)
})

test('nothing moves away under the mouse when the scripts start', async () => {
  await page.goto(`${city.url}/admin/sla/clocks/${clock}`)
  await alive(page)
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Object.assign(globalThis, { seen })
    const look = () => {
      if (document.querySelector('.template-default--nav-hydrated')) {
        const place = document.querySelector('.coloa-acts summary')?.getBoundingClientRect()
        seen.add(`${place?.x} ${place?.y}`)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.reload()
  await alive(page)
  const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen])
  expect(seen).toHaveLength(1)
  expect(seen[0]).not.toMatch(/undefined/)
})

test('a clock is marked as done by what was done', async () => {
  await page.goto(`${city.url}/admin/sla/clocks?q=cap+lai+mat+khau`)
  await page.getByRole('link', { name: 'Đề nghị cấp lại mật khẩu' }).click()
  await page.locator('.coloa-acts').waitFor()
  await alive(page)
  const act = page.locator('details').filter({ hasText: 'Ghi là đã làm xong' })
  await act.locator('summary').click()
  await act.getByLabel('Đã làm gì').fill('Đã cấp lại mật khẩu qua văn thư')
  await act.getByRole('button', { name: 'Ghi là đã làm xong' }).click()
  await page.getByText('Đã ghi.').waitFor()
  await page.locator('.coloa-timeline').getByText('Đã cấp lại mật khẩu qua văn thư').waitFor()
})

test('a site is silenced for planned work', async () => {
  await page.goto(`${city.url}/admin/sla/alerts`)
  const form = page.getByRole('form', { name: 'Thêm khoảng tắt nhắc' })
  expect(await form.getByLabel('Đơn vị').inputValue()).toBe('')
  await form.getByLabel('Lý do').fill('Bảo trì máy chủ')
  await form.getByLabel('Đến').fill(inDays(2))
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  await form.getByText('Hãy chọn tắt nhắc cho đơn vị nào').waitFor()
  expect(await form.getByLabel('Đơn vị').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('Đơn vị').selectOption('site:ha-noi')
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  await form.getByText('Hãy chọn tắt nhắc về việc nào').waitFor()
  await form.getByLabel('Việc').selectOption({ label: 'Mọi việc' })
  await form.getByLabel('Đến').fill(inDays(9))
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  await form.getByText('Khoảng tắt nhắc dài nhất là 7 ngày').waitFor()
  expect(await form.getByLabel('Lý do').inputValue()).toBe('Bảo trì máy chủ')
  await form.getByLabel('Đến').fill(inDays(2))
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  await page.getByRole('row').filter({ hasText: 'Bảo trì máy chủ' }).waitFor()
  const { rows } = await city.pool.query<{ owner: string }>(
    `select owner from sla.silences where reason = 'Bảo trì máy chủ'`,
  )
  expect(rows).toEqual([{ owner: 'site:ha-noi' }])
})

test('a year leads to a day and its evidence', async () => {
  await page.goto(`${city.url}/admin/sla/sites/ha-noi?year=${missedDay.slice(0, 4)}`)
  expect(await page.locator('.coloa-chart svg[aria-label]').count()).toBe(1)
  const written = missedDay.split('-').toReversed().join('/')
  await page.getByRole('link', { name: written, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(written) }).waitFor()
  await page.getByText('Không có bản phát hành nào trong khung giờ này.').first().waitFor()
})

test('what is shown is taken along as an Excel file', async () => {
  await page.goto(`${city.url}/admin/sla/clocks?state=late&q=can+bo+phuong`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Excel (XLSX)' }).click(),
  ])
  const rows = await readSheet(await readFile(await download.path()))
  expect(rows).toHaveLength(2)
  expect(rows[1]?.[0]).toContain('cán bộ phường')
})

test('the league is sorted by its heads', async () => {
  await page.goto(`${city.url}/admin/sla/league?period=${missedDay.slice(0, 4)}`)
  await page.getByRole('link', { name: 'Khung giờ thiếu' }).click()
  await page.locator('th[aria-sort=descending]').waitFor()
  const missed = await page.locator('td[data-label="Khung giờ thiếu"]').allInnerTexts()
  expect(missed.map(Number)).toEqual(missed.map(Number).toSorted((a, b) => b - a))
})

test('the dashboard tells it in short, and a document bears its clocks', async () => {
  const { rows } = await city.pool.query<{ id: number }>(
    `select p.id from public.pages p join public.sites s on s.id = p.site_id where s.code = 'ha-noi' order by p.id limit 1`,
  )
  const id = rows[0]?.id ?? 0
  await city.pool.query(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     values ('pageReview', 1, 'pages', $1, 'site:ha-noi', 'Giới thiệu', now(), now(), now() + interval '90 days') on conflict do nothing`,
    [id],
  )
  const admin = await city.signIn('quan-tri')
  await admin.setViewportSize({ width: 1280, height: 900 })
  const folder = process.env.COLOA_PICTURES
  await admin.goto(`${city.url}/admin`)
  const summary = admin.locator('.coloa-summary').filter({ hasText: 'Cập nhật hôm nay' })
  await summary.getByRole('link', { name: 'Mở trang Thời hạn' }).waitFor()
  if (folder) await admin.screenshot({ path: `${folder}/wide-dashboard.png`, fullPage: true })
  await admin.goto(`${city.url}/admin/collections/pages/${id}`)
  const badges = admin.locator('.coloa-badges')
  await badges.getByRole('link', { name: 'Rà soát trang thông tin cố định' }).waitFor()
  expect(await badges.innerText()).toMatch(/(còn|quá hạn) .*làm việc/)
  if (folder) await admin.screenshot({ path: `${folder}/wide-badges.png` })
  await admin.context().close()
})

test('everybody reads how often each site was updated on time', async () => {
  const isCounted = await until(
    async () => (await city.read('/minh-bach')).html.includes('Thành phố Hà Nội</th>'),
    20_000,
  )
  expect(isCounted).toBe(true)
  const reader = await city.chromium.open()
  for (const [name, size] of sizes) {
    await reader.setViewportSize(size)
    await reader.goto(`${city.url}/minh-bach`)
    if (process.env.COLOA_PICTURES)
      await reader.screenshot({
        path: `${process.env.COLOA_PICTURES}/${name.replace(' ', '-')}-record.png`,
        fullPage: true,
      })
    expect(await tooWide(reader)).toBeLessThanOrEqual(0)
    expect(await axeFaults(reader, { within: 'main' })).toEqual([])
  }
})

test('an incident is taken on, a site is silenced and told again, a refused address is cleared', async () => {
  await page.goto(`${city.url}/admin/sla/alerts`)
  const row = page.getByRole('row').filter({ hasText: 'Đề nghị thu hồi quyền' })
  await row.getByRole('button', { name: /^Tiếp nhận: / }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByLabel('Xem').selectOption({ label: 'Tất cả trong 7 ngày qua' })
  await page.getByLabel('Tìm theo chữ').fill('thu hoi quyen')
  await page.getByRole('button', { name: 'Lọc' }).click()
  await row.getByText(/tiếp nhận lúc/).waitFor()

  const form = page.getByRole('form', { name: 'Thêm khoảng tắt nhắc' })
  await form.getByLabel('Đơn vị').selectOption('site:ha-noi')
  await form.getByLabel('Việc').selectOption({ label: 'Mọi việc' })
  await form.getByLabel('Từ').fill(inDays(2))
  await form.getByLabel('Đến').fill(inDays(1))
  await form.getByLabel('Lý do').fill('Bảo trì máy chủ theo kế hoạch')
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  await form.getByRole('alert').getByText('phải kết thúc sau').waitFor()
  expect(await form.getByLabel('Lý do').inputValue()).toBe('Bảo trì máy chủ theo kế hoạch')
  await form.getByLabel('Đến').fill(inDays(3))
  await form.getByRole('button', { name: 'Tắt nhắc' }).click()
  const silence = page.getByRole('row').filter({ hasText: 'Bảo trì máy chủ theo kế hoạch' })
  await silence.getByRole('button', { name: /^Kết thúc ngay/ }).click()
  await silence.getByText('kết thúc sớm lúc').waitFor()

  const bounce = page.getByRole('row').filter({ hasText: 'khong-con@coloa.example' })
  await bounce.getByRole('button', { name: /^Cho gửi lại/ }).click()
  await bounce.waitFor({ state: 'detached' })
  const { rows } = await city.pool.query(
    `select (select count(*)::int from sla.silences where owner = 'site:ha-noi' and ended_at is not null) as silences,
       (select count(*)::int from sla.acknowledgements where incident = 'clock:' || $1) as acknowledged,
       (select count(*)::int from web.bounces where cleared_by is not null) as cleared`,
    [takenOnClock],
  )
  expect(rows).toEqual([{ silences: 1, acknowledged: 1, cleared: 1 }])
})

test.each(sizes)('what 150 units owe is one row that opens, %s', async (name, size) => {
  await page.setViewportSize(size)
  await page.goto(`${city.url}/admin/sla/alerts`)
  await alive(page)
  const { group, members } = groupOf(150)
  await group.getByRole('button', { name: /^Tiếp nhận cả 150 việc/ }).waitFor()
  const [row, table] = [
    await group.boundingBox(),
    await page.locator('table').first().boundingBox(),
  ]
  expect(row?.width).toBeCloseTo(table?.width ?? 0, -1) // a row of the table, not a box within a cell
  await members.getByText('Xem từng đơn vị').click()
  await members.getByText('Phường thử số 150').waitFor()
  expect(await members.getByRole('listitem').count()).toBe(150)
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  expect(await axeFaults(page)).toEqual([])
  if (name !== 'wide') expect(await smallTargets(page)).toEqual([])
})

test('one of many is taken on alone, the others together', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${city.url}/admin/sla/alerts`)
  await alive(page)
  const { members } = groupOf(150)
  await members.getByText('Xem từng đơn vị').click()
  const one = members.getByRole('listitem').filter({ hasText: 'Phường thử số 77' })
  await one.getByRole('button', { name: /^Tiếp nhận: Phường thử số 77/ }).click()
  const { group: rest } = groupOf(149)
  await rest.getByRole('button', { name: /^Tiếp nhận cả 149 việc/ }).click()
  await page.getByText('Đã tiếp nhận 149 việc.').waitFor()
  await rest.waitFor({ state: 'detached' })
  const { rows } = await city.pool.query(
    `select count(*)::int as taken from sla.acknowledgements k join sla.alerts a on a.incident = k.incident
     where a.owner like 'unit:gop-%' and k.person is not null`,
  )
  expect(rows).toEqual([{ taken: 150 }])
})

test('no page complained in the console or broke the content policy', () => {
  expect(city.chromium.complaints).toEqual([])
})

/** The row of so many units, and what it opens. */
const groupOf = (many: number) => {
  const group = page.locator('tr.coloa-many').filter({ hasText: `${many} đơn vị` })
  return { group, members: group.locator('xpath=following-sibling::tr[1]') }
}

/** A time some days from now as a form has it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 16)

const tooWide = (of: Page) =>
  of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
