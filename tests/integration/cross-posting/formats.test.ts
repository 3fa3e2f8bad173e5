import { parseFeed } from '@rowanmanning/feed-parser'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseJsonFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { importTexts } from '#tests/support/importTexts.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openNewsroom, paragraph } from '#tests/support/newsroom.ts'
import { servePortal } from '../portal/servePortal.ts'
import type { ServedPortal } from '../portal/servePortal.ts'

const LICENSE = 'https://creativecommons.org/licenses/by/4.0/'

/** Everything XML and HTML dislike. */
const awkward = `<b>"Chợ" & 'hoa'</b> ]]> \u0001\u001f\uFFFE <!-- x --> <?y?>`

let booted: BootedPayload
let room: Newsroom
let portal: ServedPortal
let shown: number
let gone: number

beforeAll(async () => {
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  portal = await servePortal(booted, { CONTENT_LICENSE: LICENSE })
  shown = await room.draft('Cầu Đuống thông xe', {
    author: 'Nguyễn Thị Mẫu',
    cover: await room.picture(),
    body: paragraph('Nội dung <b>thử</b> & hết.'),
  })
  gone = await room.draft('Tin sẽ gỡ')
  await room.publish('articles', shown)
  await room.publish('articles', gone)
  await room.withdraw('articles', gone)
  await importTexts({
    ownerUrl: booted.ownerUrl,
    log: 'ha-noi',
    firstId: 50_000,
    count: 240,
    fields: (index) => (index === 7 ? { title: awkward, lead: awkward, author: awkward } : {}),
  })
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

const xmlOf = async (path: string): Promise<string> => {
  const { status, text } = await portal.get(path)
  expect([status, XMLValidator.validate(text)]).toEqual([200, true])
  return text
}

const readAtom = (text: string) => {
  const { feed } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => ['entry', 'link', 'at:deleted-entry'].includes(name),
  }).parse(text) as { feed: AtomFeed }
  const linkOf = (rel: string) => feed.link.find((one) => one.rel === rel)?.href
  return { feed, linkOf }
}

type AtomFeed = {
  link: { rel: string; href: string }[]
  entry?: { id: string; title: string }[]
  'at:deleted-entry'?: { ref: string; when: string; 'at:comment': string }[]
  'fh:archive'?: string
}

const within = (address: string) => address.replace('https://ha-noi.example', '')

test('Atom: every item is met once from the current document back through its archives', async () => {
  const seen = new Map<string, number>()
  const removed: string[] = []
  let documents = 0
  for (let path: string | undefined = '/feeds/ha-noi.atom'; path; documents += 1) {
    const { feed, linkOf } = readAtom(await xmlOf(path))
    expect('fh:archive' in feed).toBe(documents > 0)
    if (documents > 0) expect(linkOf('current')).toBe('https://ha-noi.example/feeds/ha-noi.atom')
    for (const { id } of feed.entry ?? []) seen.set(id, (seen.get(id) ?? 0) + 1)
    removed.push(...(feed['at:deleted-entry'] ?? []).map((one) => one.ref))
    const previous = linkOf('prev-archive')
    path = previous && within(previous)
  }
  expect(documents).toBe(2)
  expect(seen.size).toBe(241)
  expect(Math.max(...seen.values())).toBe(1)
  expect(seen.has(`tag:ha-noi.example,2026:ha-noi/articles/${shown}`)).toBe(true)
  expect(removed).toEqual([`tag:ha-noi.example,2026:ha-noi/articles/${gone}`])
})

test('Atom: an archive document stays what it is while the log grows', async () => {
  const before = (await portal.get('/feeds/ha-noi.atom?archive=2')).text
  await room.publish('articles', await room.draft('Tin mới hơn lưu trữ'))
  const after = (await portal.get('/feeds/ha-noi.atom?archive=2')).text
  expect(after).toBe(before)
  expect((await portal.get('/feeds/ha-noi.atom?archive=3')).status).toBe(404)
})

test('Atom: independent parsers read title, text, author, licence and file', async () => {
  const text = await xmlOf('/feeds/ha-noi.atom?archive=1')
  const feed = parseFeed(text)
  const id = `tag:ha-noi.example,2026:ha-noi/articles/${shown}`
  const item = feed.items.find((one) => one.id === id)
  expect(item).toMatchObject({
    title: 'Cầu Đuống thông xe',
    url: 'https://ha-noi.example/tin/cau-duong-thong-xe',
    description: 'Tóm tắt Cầu Đuống thông xe',
  })
  expect(item?.authors[0]?.name).toContain('Nguyễn Thị Mẫu')
  expect(text).toContain(`<link href="${LICENSE}" rel="license"/>`)
  const parsed = await new RssParser().parseString(text)
  expect(parsed.items).toHaveLength(feed.items.length)
  const read = parsed.items.find((one) => one.id === id)
  expect(read?.content).toContain('<p>Nội dung &lt;b&gt;thử&lt;/b&gt; &amp; hết.</p>')
})

test('characters no XML may hold are left out, all others arrive', async () => {
  const kept = `<b>"Chợ" & 'hoa'</b> ]]>`
  for (const path of ['/feeds/ha-noi.atom?archive=1', '/feeds/ha-noi.rss']) await xmlOf(path)
  const feed = parseFeed((await portal.get('/feeds/ha-noi.atom?archive=1')).text)
  const { text } = await portal.get('/feeds/ha-noi.atom?archive=1')
  for (const one of ['\u0001', '\u001f', '\uFFFE']) expect(text).not.toContain(one)
  const summaries = feed.items.map((one) => one.description ?? '')
  expect(summaries.filter((one) => one.startsWith(kept))).toHaveLength(1)
})

test('RSS: independent parsers read items, guid and enclosure', async () => {
  const id = await room.draft('Tin có ảnh', { cover: await room.picture('#3a3') })
  await room.publish('articles', id)
  const text = await xmlOf('/feeds/ha-noi.rss')
  const parsed = await new RssParser().parseString(text)
  const item = parsed.items.find((one) => one.title === 'Tin có ảnh')
  expect(item?.link).toBe('https://ha-noi.example/tin/tin-co-anh')
  expect(item?.guid).toBe(`tag:ha-noi.example,2026:ha-noi/articles/${id}`)
  expect(item?.enclosure).toMatchObject({ type: 'image/jpeg' })
  expect(item?.enclosure?.url).toMatch(/^https:\/\/ha-noi\.example\/released\/[0-9a-f]{64}\.jpg$/)
  expect(parseFeed(text).items).toHaveLength(50)
})

test('JSON Feed: an independent parser walks all pages by next_url and meets every item once', async () => {
  const ids: string[] = []
  let pages = 0
  for (let path: string | undefined = '/feeds/ha-noi.json'; path; pages += 1) {
    const { text, headers } = await portal.get(path)
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
    const feed = parseJsonFeed(text)
    ids.push(...(feed.items ?? []).flatMap((one) => one.id ?? []))
    path = feed.next_url && within(feed.next_url)
  }
  expect(pages).toBeGreaterThan(4)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain(`tag:ha-noi.example,2026:ha-noi/articles/${shown}`)
  expect(ids).not.toContain(`tag:ha-noi.example,2026:ha-noi/articles/${gone}`)
})

test('a withdrawal takes the text out of every format', async () => {
  const id = await room.draft('Tin gỡ khỏi mọi nơi')
  await room.publish('articles', id)
  const paths = ['/feeds/ha-noi.atom', '/feeds/ha-noi.rss', '/feeds/ha-noi.json', '/tin.atom']
  for (const path of paths) expect((await portal.get(path)).text).toContain('Tin gỡ khỏi mọi nơi')
  await room.withdraw('articles', id)
  for (const path of paths) {
    expect((await portal.get(path)).text).not.toContain('Tin gỡ khỏi mọi nơi')
  }
  const { feed } = readAtom(await xmlOf('/feeds/ha-noi.atom'))
  expect(feed['at:deleted-entry']?.[0]).toMatchObject({
    ref: `tag:ha-noi.example,2026:ha-noi/articles/${id}`,
    'at:comment': 'wrong: Thông tin chưa chính xác.',
  })
})

test.each([
  ['/feeds/ha-noi.atom?archive=0', 404, 'unknown_archive'],
  ['/feeds/ha-noi.atom?archive=x', 400, 'bad_cursor'],
  ['/feeds/ha-noi.rss?after=1', 400, 'unknown_parameter'],
  ['/feeds/ha-noi.json?categories=khong-co', 400, 'unknown_category'],
  ['/feeds/nowhere.atom', 404, 'unknown_site'],
  ['/feeds/ha-noi.xml', 404, 'unknown_site'],
])('refuses %s', async (path, status, code) => {
  const answer = await portal.get(path)
  const { errors } = JSON.parse(answer.text) as { errors: { code: string }[] }
  expect([answer.status, errors[0]?.code]).toEqual([status, code])
})

test('a format is answered 304 and packed under one tag', async () => {
  const plain = await portal.get('/feeds/ha-noi.atom')
  const packed = await portal.get('/feeds/ha-noi.atom', { 'accept-encoding': 'br' })
  expect([packed.headers['content-encoding'], packed.headers.etag]).toEqual([
    'br',
    plain.headers.etag,
  ])
  const again = await portal.get('/feeds/ha-noi.atom', {
    'if-none-match': String(plain.headers.etag),
  })
  expect([again.status, again.text]).toEqual([304, ''])
})
