import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'

let booted: BootedPayload
let portal: ServedPortal

beforeAll(async () => {
  booted = await bootPayload()
  await openNewsroom(booted.payload)
  portal = await servePortal(booted)
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

const refused = [
  { address: '/tin?page=abc', status: 400 },
  { address: '/tin?page=0', status: 400 },
  { address: '/tin?page=-1', status: 400 },
  { address: '/tin?page=1e3', status: 400 },
  { address: '/tin?page=99999', status: 404 },
  { address: '/tin?page=1&page=2', status: 400 },
  { address: `/tin/${'a'.repeat(1000)}`, status: 404 },
  { address: `/tin/${'a'.repeat(10_000)}`, status: 414 },
  { address: '/tin/%00', status: 400 },
  { address: '/tin/%E0%A4%A', status: 400 },
  { address: '/tin/..%2f..%2fpackage.json', status: 404 },
  { address: '/van-ban?kind=unknown', status: 400 },
  { address: '/van-ban?kind=constructor', status: 400 },
  { address: "/van-ban?year='1", status: 400 },
  { address: `/tim-kiem?q=${'a'.repeat(400)}`, status: 400 },
  { address: '/chuyen-muc/khong-co', status: 404 },
  { address: '/s/khong-co/tin', status: 404 },
  { address: '/s/ha-noi', status: 404 },
  { address: '/fr/tin', status: 404 },
  { address: '/constructor', status: 404 },
  { address: '/constructor/x', status: 404 },
]

test.each(refused.map((one) => ({ ...one, name: one.address.slice(0, 40) })))(
  '$name is refused with $status and a page in Vietnamese',
  async ({ address, status }) => {
    const answer = await portal.get(address)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).toContain('<html lang="vi">')
    expect(answer.text).toMatch(/<h1>[^<]+<\/h1>/)
    expect(answer.text).not.toMatch(/node_modules|\.tsx?:|at async/)
  },
)

test('an English address is refused in English', async () => {
  const answer = await portal.get('/en/tin?page=abc')
  expect(answer.text).toContain('<html lang="en">')
  expect(answer.text).toContain('The parameter “page” is not valid.')
})

test.each(['%25', '_', "' or 1=1 --", '\\', '"', '(((', 'a & | ! b', '\u202Eabc'])(
  'a search or number of %j finds nothing and breaks nothing',
  async (text) => {
    const q = encodeURIComponent(text)
    expect((await portal.get(`/tim-kiem?q=${q}`)).status).toBe(200)
    expect((await portal.get(`/van-ban?number=${q}`)).status).toBe(200)
  },
)

test('nothing can be sent to a page', async () => {
  const answer = await portal.get('/tin', {}, 'POST')
  expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('parameters a page does not know make no other page', async () => {
  const plain = await portal.get('/tin')
  const tagged = await portal.get('/tin?utm_source=x')
  expect(tagged.headers.etag).toBe(plain.headers.etag)
})
