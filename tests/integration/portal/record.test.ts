import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublicRecord } from '#plugins/update-sla/server.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'
import { openPool } from '#tests/support/openPool.ts'

let booted: BootedPayload
let owner: pg.Pool
let portal: ServedPortal
let silent: ServedPortal

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
const year = day.slice(0, 4)

beforeAll(async () => {
  booted = await bootPayload()
  owner = openPool(booted.ownerUrl, 2)
  await openNewsroom(booted.payload)
  await openNewsroom(booted.payload, 'phuong-a')
  for (const [code, state] of [
    ['a', 'met'],
    ['b', 'met'],
    ['c', 'missed'],
  ] as const)
    await judge(code, state)
  portal = await servePortal(booted)
  silent = await servePortal(booted, { TRANSPARENCY_PAGE: 'off' })
})
afterAll(async () => {
  await portal?.stop()
  await silent?.stop()
  await owner?.end()
  await booted?.stop()
})

const judge = (code: string, state: 'met' | 'missed') =>
  owner.query(
    `insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state)
     values ('phuong-a', $1, $2, 'P-13.2', now(), now(), $3)`,
    [code, day, state],
  )

test('the page tells each site’s rate, rounded down, in both languages', async () => {
  const page = await portal.get('/minh-bach')
  expect(page.status).toBe(200)
  expect(page.text).toMatch(/<th scope="row">phuong-a<\/th>/)
  expect(page.text).toContain('66,6 %')
  expect(page.text).toContain('2 / 3')
  expect(page.text).not.toMatch(/<script(?! type="application\/ld\+json")| style=/)
  const english = await portal.get('/en/transparency')
  expect([english.status, english.text.includes('66.6%')]).toEqual([200, true])
  expect((await portal.get('/trang-thanh-phan')).text).toContain('href="/minh-bach"')
})

test('a component site has no such page, and a deployment that does not show it has none', async () => {
  expect((await portal.get('/s/phuong-a/minh-bach')).status).toBe(404)
  expect((await silent.get('/minh-bach')).status).toBe(404)
  expect((await silent.get('/trang-thanh-phan')).text).not.toContain('minh-bach')
})

test('it is answered 304 while no window is judged', async () => {
  const { headers } = await portal.get('/minh-bach')
  const again = await portal.get('/minh-bach', { 'if-none-match': String(headers.etag) })
  expect(again.status).toBe(304)
})

test('a window judged later changes the figures and their version', async () => {
  const record = await createPublicRecord({ pool: owner })
  try {
    const before = record.version()
    await record.refresh()
    expect(record.version()).toBe(before)
    await judge('d', 'missed')
    await record.refresh()
    expect(record.version()).not.toBe(before)
    expect(record.figures()).toMatchObject({
      year,
      sites: [{ log: 'phuong-a', year: { owed: 4, met: 2 } }],
      months: [{ month: day.slice(0, 7), owed: 4, met: 2 }],
    })
  } finally {
    record.stop()
  }
})
