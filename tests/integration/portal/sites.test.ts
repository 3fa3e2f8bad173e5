import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, paragraph } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'

let booted: BootedPayload
let city: Newsroom
let ward: Newsroom
let portal: ServedPortal

const bothLanguages = async (room: Newsroom, vi: string, en: string): Promise<number> => {
  const id = await room.draft(vi)
  await booted.payload.update({
    collection: 'articles',
    id,
    locale: 'en',
    data: { title: en, lead: en, body: paragraph(en) as never }, // lexical's own type is wider than ours
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await room.publish('articles', id)
  return id
}

beforeAll(async () => {
  booted = await bootPayload()
  city = await openNewsroom(booted.payload)
  ward = await openNewsroom(booted.payload, 'phuong-hoa-sua')
  await booted.payload.update({
    collection: 'sites',
    id: ward.site.id,
    data: { kind: 'component', host: 'hoasua.example', languages: ['vi'] },
    overrideAccess: true,
    depth: 0,
  })
  await bothLanguages(city, 'Cầu mới', 'A new bridge')
  await city.publish('articles', await city.draft('Chỉ có tiếng Việt'))
  await ward.publish('articles', await ward.draft('Tin của phường'))
  const settings = await booted.payload.create({
    collection: 'site-settings',
    data: {
      title: 'Trang phường Hoa Sữa',
      slug: 'site',
      site: ward.site.id,
      menu: [{ label: 'Tin phường', href: '/s/phuong-hoa-sua/tin' }],
      theme: { mastheadColour: '#ffee00' },
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await ward.publish('site-settings', settings.id)
  portal = await servePortal(booted)
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

test('English stands under /en, each page naming the other', async () => {
  const english = await portal.get('/en/tin/cau-moi')
  expect(english.text).toContain('<html lang="en">')
  expect(english.text).toContain('A new bridge')
  expect(english.text).toMatch(/hrefLang="vi" href="https:\/\/ha-noi.example\/tin\/cau-moi"/i)
  const vietnamese = await portal.get('/tin/cau-moi')
  expect(vietnamese.text).toMatch(
    /hrefLang="en" href="https:\/\/ha-noi.example\/en\/tin\/cau-moi"/i,
  )
})

test('what is not translated is shown in Vietnamese, said and marked so, and is in no English list', async () => {
  const page = await portal.get('/en/tin/chi-co-tieng-viet')
  expect(page.text).toContain('This content is available in Vietnamese only.')
  expect(page.text).toContain('lang="vi"')
  expect((await portal.get('/en/tin')).text).not.toContain('chi-co-tieng-viet')
})

test('a component site stands under its path, with its own released frame and content alone', async () => {
  const home = await portal.get('/s/phuong-hoa-sua')
  expect(home.text).toContain('Trang phường Hoa Sữa')
  expect(home.text).toContain('href="/s/phuong-hoa-sua/tin/tin-cua-phuong"')
  expect(home.text).not.toContain('Cầu mới')
  expect((await portal.get('/s/phuong-hoa-sua/tin/cau-moi')).status).toBe(404)
  expect((await portal.get('/s/phuong-hoa-sua/en')).status).toBe(404)
})

test('the same site stands at the root of its own host, which is where it is canonical', async () => {
  const home = await portal.get('/', { host: 'hoasua.example:8080' })
  expect(home.text).toContain('href="/tin/tin-cua-phuong"')
  expect(home.text).toContain('<a href="/tin">Tin phường</a>')
  expect(home.text).toContain('<link rel="canonical" href="https://hoasua.example"/>')
  const byPath = await portal.get('/s/phuong-hoa-sua')
  expect(byPath.text).toContain('<link rel="canonical" href="https://hoasua.example"/>')
})

test('a masthead colour too light for white text is darkened', async () => {
  const { text } = await portal.get('/s/phuong-hoa-sua')
  const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? ''
  const css = await portal.get(sheet)
  expect(css.headers['cache-control']).toContain('immutable')
  const colour = /--masthead:#([0-9a-f]{6})\}$/.exec(css.text)?.[1] ?? 'ffffff'
  expect(Number.parseInt(colour.slice(0, 2), 16)).toBeLessThan(0x80)
})

test('the city finds content of every site, a site only its own', async () => {
  const everywhere = await portal.get(
    '/tim-kiem?q=Tin+của+phường'.replace(/[^\x20-\x7e]+/g, encodeURIComponent),
  )
  expect(everywhere.text).toContain('href="/s/phuong-hoa-sua/tin/tin-cua-phuong"')
  const own = await portal.get('/s/phuong-hoa-sua/tim-kiem?q=cau+moi')
  expect(own.text).not.toContain('/tin/cau-moi')
})

test('a site that is switched off is gone', async () => {
  const off = (isActive: boolean) =>
    booted.payload.update({
      collection: 'sites',
      id: ward.site.id,
      data: { isActive },
      overrideAccess: true,
      depth: 0,
    })
  await off(false)
  await expect
    .poll(async () => (await portal.get('/s/phuong-hoa-sua')).status, { timeout: 10_000 })
    .toBe(404)
  await off(true)
  await expect
    .poll(async () => (await portal.get('/s/phuong-hoa-sua')).status, { timeout: 10_000 })
    .toBe(200)
})

test('an emergency bulletin stands above every page of its site until it expires', async () => {
  const bulletin = await booted.payload.create({
    collection: 'bulletins',
    data: {
      title: 'Cảnh báo lũ trên sông',
      text: 'Nước lên nhanh, không qua ngầm tràn.',
      site: city.site.id,
      priority: 'emergency',
      messageKind: 'alert',
      broadcastAt: new Date(Date.now() - 1000).toISOString(),
      expiresAt: new Date(Date.now() + 4000).toISOString(),
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await city.publish('bulletins', bulletin.id)
  const first = await portal.get('/tin')
  expect(first.text).toContain('Cảnh báo lũ trên sông')
  const wards = await portal.get('/s/phuong-hoa-sua')
  expect([wards.status, wards.text.includes('Cảnh báo lũ trên sông')]).toEqual([200, false])
  await expect
    .poll(
      async () => {
        const later = await portal.get('/tin', { 'if-none-match': String(first.headers.etag) })
        return later.status === 200 && !later.text.includes('Cảnh báo lũ trên sông')
      },
      { timeout: 10_000 },
    )
    .toBe(true)
})
