import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, paragraph } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'

let booted: BootedPayload
let room: Newsroom
let portal: ServedPortal
let bridge: number

beforeAll(async () => {
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  portal = await servePortal(booted)
  bridge = await room.draft('Cầu Đuống thông xe', { cover: await room.picture() })
  await room.publish('articles', bridge)
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

test('the home page shows what is released and no draft', async () => {
  await room.draft('Bài chưa ai duyệt')
  const home = await portal.get('/')
  expect(home.status).toBe(200)
  expect(home.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(home.text).toContain('<html lang="vi">')
  expect(home.text).toContain('Cầu Đuống thông xe')
  expect(home.text).not.toContain('Bài chưa ai duyệt')
  expect((await portal.get('/tin/bai-chua-ai-duyet')).status).toBe(404)
  expect(home.text).not.toMatch(/<script(?! type="application\/ld\+json")| style=/)
})

test('an article shows title, lead, body, picture with its text, and one h1', async () => {
  const { text } = await portal.get('/tin/cau-duong-thong-xe')
  expect(text.match(/<h1/g)).toHaveLength(1)
  expect(text).toContain('Tóm tắt Cầu Đuống thông xe')
  expect(text).toContain('<p>Nội dung của Cầu Đuống thông xe.</p>')
  expect(text).toMatch(/<img src="\/released\/[0-9a-f]{64}\.\w+"[^>]* alt="Chợ hoa"/)
  expect(text).toContain(
    '<link rel="canonical" href="https://ha-noi.example/tin/cau-duong-thong-xe"/>',
  )
})

test('what a later draft says is not seen until it is released', async () => {
  await booted.payload.update({
    collection: 'articles',
    id: bridge,
    data: { title: 'Tiêu đề đang sửa' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  expect((await portal.get('/tin/cau-duong-thong-xe')).text).not.toContain('Tiêu đề đang sửa')
  await room.publish('articles', bridge, 'update')
  expect((await portal.get('/tin/cau-duong-thong-xe')).text).toContain('Tiêu đề đang sửa')
})

test('a withdrawn article says so with its reason, and leaves every list', async () => {
  const id = await room.draft('Tin sẽ bị gỡ')
  await room.publish('articles', id)
  const address = '/tin/tin-se-bi-go'
  const lists = [
    '/',
    '/tin',
    `/chuyen-muc/tin-tuc-ha-noi`,
    '/tim-kiem?q=sẽ+bị+gỡ',
    '/tin.atom',
    '/sitemap.xml',
  ]
  for (const list of lists)
    expect((await portal.get(encodeURI(list))).text).toContain('tin-se-bi-go')
  await room.withdraw('articles', id)
  const gone = await portal.get(address)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Thông tin chưa chính xác.')
  for (const list of lists) {
    expect((await portal.get(encodeURI(list))).text).not.toContain('tin-se-bi-go')
  }
})

test('a page is answered 304 until its log moves', async () => {
  const first = await portal.get('/tin')
  const etag = String(first.headers.etag)
  const again = await portal.get('/tin', { 'if-none-match': etag })
  expect([again.status, again.text]).toEqual([304, ''])
  await room.publish('articles', await room.draft('Tin làm đổi số'))
  const later = await portal.get('/tin', { 'if-none-match': etag })
  expect(later.status).toBe(200)
  expect(later.text).toContain('Tin làm đổi số')
})

test('packed and plain, HEAD and GET tell the same page', async () => {
  const plain = await portal.get('/tin')
  const packed = await portal.get('/tin', { 'accept-encoding': 'gzip, br' })
  const head = await portal.get('/tin', {}, 'HEAD')
  expect(packed.headers['content-encoding']).toBe('br')
  expect(packed.headers.etag).toBe(plain.headers.etag)
  expect([head.status, head.text, head.headers.etag]).toEqual([200, '', plain.headers.etag])
})

test('search finds Vietnamese typed without its marks, and marks the words', async () => {
  await room.publish('articles', await room.draft('Đường Hoa Sữa trồng thêm cây'))
  const found = await portal.get('/tim-kiem?q=duong+hoa+sua')
  expect(found.text).toContain('<mark>Đường Hoa Sữa</mark>')
  const nothing = await portal.get('/tim-kiem?q=zzzz')
  expect([nothing.status, nothing.text.includes('Không tìm thấy kết quả')]).toEqual([200, true])
})

test('markup in what people write stays text', async () => {
  const id = await room.draft('Thử <script>alert(1)</script>', {
    body: paragraph('<img src=x onerror=alert(2)>') as never, // lexical's own type is wider than ours
  })
  await room.publish('articles', id)
  const { text } = await portal.get('/tin/thu-script-alert-1-script')
  expect(text).toContain('&lt;img src=x onerror=alert(2)&gt;')
  expect(text).not.toContain('<script>alert')
  const search = await portal.get(`/tim-kiem?q=${encodeURIComponent('"><script>x')}`)
  expect(search.text).not.toContain('<script>x')
})

test('a correction stands above the article with its reason', async () => {
  const id = await room.draft('Bài có đính chính')
  await room.publish('articles', id)
  await booted.payload.update({
    collection: 'articles',
    id,
    data: { lead: 'Số liệu đúng là 12.' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await room.publish('articles', id, 'correct')
  const { text } = await portal.get('/tin/bai-co-dinh-chinh')
  expect(text.indexOf('Bài viết đã được đính chính')).toBeGreaterThan(0)
  expect(text.indexOf('Bài viết đã được đính chính')).toBeLessThan(text.indexOf('<h1'))
})
