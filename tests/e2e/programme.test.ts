import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import { axeFaults } from './axeFaults.ts'
import { openCity, until } from './openCity.ts'
import { smallTargets } from './smallTargets.ts'

let city: Awaited<ReturnType<typeof openCity>>
let clerk: Page
/** The day the demo's plan and clash are on. */
let day: string

const titles = {
  reading: 'Ngày hội đọc sách cho thiếu nhi',
  vaccination: 'Lịch tiêm chủng cho trẻ em tại trạm y tế',
  meeting: 'Mời họp tổ dân phố cuối năm',
  water: 'Tạm ngừng cấp nước đêm nay để thay đường ống',
  fire: 'Phòng cháy mùa hanh khô',
}

beforeAll(async () => {
  city = await openCity({ size: 'demo' })
  const { rows } = await city.pool.query<{ at: Date }>(
    'select a.starts_at as at from dispatch.clashes c join dispatch.airings a on a.id = c.theirs limit 1',
  )
  day = dayOf(rows[0]?.at.getTime() ?? 0)
  clerk = await city.signIn('van-hanh-co-so')
})
afterAll(() => city?.stop())

/** What is on a medium of the ward on the day: `06:05 title`. */
const programme = async (medium: 'radio' | 'board'): Promise<string[]> => {
  const { rows } = await city.pool.query<{ line: string }>(
    `select to_char(a.starts_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') || ' ' || o.title as line
     from dispatch.airings a join dispatch.offers o on o.id = a.offer_id join public.units u on u.code = a.unit_code
       join public.sites s on s.unit_id = u.id
     where s.code = 'phuong-ba-dinh' and a.medium = $1 and a.state in ('planned', 'sent', 'undecided')
       and (a.starts_at at time zone 'Asia/Ho_Chi_Minh')::date = $2::date order by a.starts_at, o.title`,
    [medium, day],
  )
  return rows.map((row) => row.line)
}
const comes = async (medium: 'radio' | 'board', ...lines: string[]) => {
  await until(async () => {
    const all = await programme(medium)
    return lines.every((line) => all.includes(line))
  }, 10_000)
  expect(await programme(medium)).toEqual(expect.arrayContaining(lines))
}
const openDay = async (page: Page) => {
  await page.goto(`${city.url}/admin/day-schedule?day=${day}`)
  await page
    .getByRole('button', { name: `Kéo “${titles.meeting}”` })
    .first()
    .waitFor()
}

test('the clerk takes one bulletin and schedules another from the inbox, where clashes stand on top', async () => {
  await clerk.goto(`${city.url}/admin/commune-inbox`)
  await clerk.getByRole('heading', { name: 'Hộp bản tin, Phường Ba Đình' }).waitFor()
  expect(await clerk.locator('h2').first().textContent()).toBe('Trùng giờ, cần quyết định')
  const card = (title: string) => clerk.locator('.coloa-offer', { hasText: title })
  await card(titles.reading).getByRole('button', { name: 'Nhận' }).click()
  await clerk.getByText(`Đã nhận “${titles.reading}”.`).waitFor()
  const scheduled = card(titles.vaccination)
  await scheduled.getByRole('button', { name: 'Xếp lịch' }).click()
  await scheduled.getByLabel('Ngày', { exact: true }).fill(day)
  await scheduled.getByLabel('Giờ', { exact: true }).fill('12:30')
  await scheduled.locator('form').getByRole('button', { name: 'Xếp lịch' }).click()
  await scheduled.getByRole('alert').getByText('Chỗ trống gần nhất: 16:30').waitFor()
  await scheduled.getByLabel('Giờ', { exact: true }).fill('06:20')
  await scheduled.locator('form').getByRole('button', { name: 'Xếp lịch' }).click()
  await clerk.getByText('Đã xếp 1 lượt phát.').waitFor()
  await comes('radio', `06:20 ${titles.vaccination}`)
})

test('a clash is decided by mouse, one by keyboard; both say before what will happen', async () => {
  const clash = (medium: string) => clerk.locator('.coloa-clash', { hasText: medium })
  const choice = (medium: string, name: string) =>
    clash(medium).getByRole('button', { name, disabled: false })
  expect(await clash('Loa, đài').textContent()).toContain(`“${titles.water}”: 17:00 → 17:01`)
  await choice('Loa, đài', 'Bản tin đến sau phát trước').click()
  await clash('Loa, đài').waitFor({ state: 'detached' })
  await comes('radio', `17:00 ${titles.fire}`, `17:01 ${titles.water}`)
  await choice('Bảng tin', 'Chỉ phát bản tin đã có trong lịch').focus()
  await clerk.keyboard.press('Enter')
  await clash('Bảng tin').waitFor({ state: 'detached' })
  expect(await programme('board')).not.toContain(`17:00 ${titles.fire}`)
  await comes('board', `17:00 ${titles.water}`)
})

test('by mouse: a bulletin without a time is dragged into a free stretch, an airing into another', async () => {
  await openDay(clerk)
  const drag = async (title: string, gap: string) => {
    const handle = clerk.getByRole('button', { name: `Kéo “${title}”` }).first()
    await handle.hover()
    await clerk.mouse.down()
    await clerk.mouse.move(400, 400, { steps: 4 })
    const target = clerk.locator(`[data-gap="${gap}"]`)
    await target.scrollIntoViewIfNeeded()
    await target.hover({ force: true })
    await target.getByText('Thả vào đây').waitFor()
    await clerk.mouse.up()
  }
  await drag(titles.reading, 'radio-06:21')
  await comes('radio', `06:21 ${titles.reading}`)
  await openDay(clerk)
  await drag(titles.meeting, 'radio-16:30')
  await comes('radio', `16:30 ${titles.meeting}`)
})

test('by keyboard: picked up with Space, arrows choose the place, Space puts it there; buttons do the rest', async () => {
  await openDay(clerk)
  const before = await programme('radio')
  const handle = clerk.getByRole('button', { name: `Kéo “${titles.reading}”` }).first()
  await handle.focus()
  await clerk.keyboard.press('Space')
  await clerk
    .locator('[role=status]', { hasText: `“${titles.reading}”` })
    .first()
    .waitFor()
  await clerk.waitForTimeout(200) // the sensor listens for keys a moment after it is picked up
  await clerk.keyboard.press('ArrowDown')
  await clerk.locator('.coloa-free-over').waitFor()
  await clerk.keyboard.press('Space')
  await until(async () => (await programme('radio')).join() !== before.join(), 10_000)
  const moved = (await programme('radio')).find((line) => line.endsWith(titles.reading)) ?? ''
  expect(before).not.toContain(moved)

  await openDay(clerk)
  const item = clerk.locator('.coloa-item', { hasText: titles.water }).first()
  await item.locator('summary').focus()
  await clerk.keyboard.press('Enter')
  await item.getByRole('button', { name: `Lên trước: ${titles.water}` }).focus()
  await clerk.keyboard.press('Enter')
  await comes('radio', `17:00 ${titles.water}`, `17:01 ${titles.fire}`)
})

test('screens are sound for axe, and on a phone nothing runs over the edge', async () => {
  for (const width of [1280, 390]) {
    await clerk.setViewportSize({ width, height: 844 })
    for (const path of ['commune-inbox', `day-schedule?day=${day}`, 'time-frames', 'as-run']) {
      await clerk.goto(`${city.url}/admin/${path}`)
      await clerk.locator('.coloa-page h1').waitFor()
      await clerk.waitForLoadState('networkidle')
      await clerk.waitForTimeout(500) // colours of buttons that come to life fade in
      expect(await axeFaults(clerk), `${path} at ${width}`).toEqual([])
      if (width === 390) expect(await smallTargets(clerk), path).toEqual([])
      const over = await clerk.evaluate(() =>
        [...document.querySelectorAll('.coloa-page *:not(.coloa-hidden, thead *)')]
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
          .map((one) => one.outerHTML.slice(0, 120)),
      )
      expect(over, `${path} at ${width}`).toEqual([])
      const scrolled = await clerk.evaluate(() => {
        window.scrollTo(500, 0)
        return window.scrollX
      })
      expect(scrolled, `${path} at ${width}`).toBe(0)
    }
  }
  await clerk.setViewportSize({ width: 1280, height: 900 })
})

test('the city looks at any commune, and arranges none', async () => {
  const operator = await city.signIn('van-hanh')
  await operator.goto(`${city.url}/admin/day-schedule?day=${day}`)
  await operator.getByLabel('Xã, phường').selectOption({ label: 'Phường Ba Đình' })
  await operator.getByRole('button', { name: 'Xem' }).first().click()
  await operator.getByRole('heading', { name: 'Lịch phát trong ngày, Phường Ba Đình' }).waitFor()
  await operator.locator('.coloa-item', { hasText: titles.meeting }).first().waitFor()
  expect(await operator.getByRole('button', { name: /^Kéo/ }).count()).toBe(0)
  expect(await operator.getByRole('button', { name: 'Chép sang ngày khác' }).count()).toBe(0)
})

test('no page complained', () => {
  expect(city.chromium.complaints).toEqual([])
})
