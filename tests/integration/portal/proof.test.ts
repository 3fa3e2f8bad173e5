import { createHash } from 'node:crypto'
import express from 'express'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import { openBoards } from '#tests/integration/editorial-board/openBoards.ts'
import type { Person } from '#tests/integration/editorial-board/openBoards.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let portal: ServedPortal
let writer: Person
let head: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  head = await boards.person({ role: 'head' })
  portal = await servePortal(boards.booted)
})
afterAll(async () => {
  await portal?.stop()
  await boards?.stop()
})

const approve = async (id: number, who = head, body: Record<string, unknown> = {}) => {
  const answer = await boards.act(who, await boards.submit(writer, id), 'approve', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
const edit = (id: number, title: string) =>
  boards.call('PATCH', `/articles/${id}?draft=true`, writer, { title })
const withdraw = (id: number, more: Record<string, unknown> = {}) =>
  boards.call('POST', '/editorial-board/withdrawals', head, {
    collection: 'articles',
    id,
    type: 'error',
    explanation: 'Nhầm số liệu.',
    ...more,
  })
const lastOf = async (id: number) => {
  const { rows } = await boards.owner.query<{
    sha256: string
    body: string
    seq: string
    slug: string
  }>(
    `select sha256, body, seq, slug from release.releases where collection = 'articles' and doc_id = $1 and body is not null
     order by seq desc limit 1`,
    [id],
  )
  const [row] = rows
  if (!row) throw new Error('not released')
  return row
}

describe('a hash', () => {
  test('of what is public: state, board, log, chain; the text itself to the byte', async () => {
    const id = await boards.draft(writer, 'Kiểm chứng được')
    await approve(id)
    const { sha256, body, seq, slug } = await lastOf(id)
    const { rows } = await boards.owner.query<{ n: string; hash: string }>(
      `select n, hash from editorial.ledger where kind = 'release' and text like '%' || $1 || '%'`,
      [sha256],
    )
    const page = await portal.get(`/kiem-chung/${sha256}`)
    expect(page.status).toBe(200)
    for (const said of [
      'Đang công khai',
      'Kiểm chứng được',
      'Trưởng Ban Biên tập',
      `ha-noi, số ${seq}`,
      sha256,
      `Ban ha-noi, mục ${rows[0]?.n}`,
      rows[0]?.hash,
      `href="/tin/${slug}"`,
    ])
      expect(page.text).toContain(said)
    expect(page.text).not.toMatch(/Người \d/)
    const text = await portal.get(`/kiem-chung/${sha256}.json`)
    expect(text.text).toBe(body)
    expect(createHash('sha256').update(text.text).digest('hex')).toBe(sha256)
    expect((await portal.get(`/tin/${slug}`)).text).toContain(`href="/kiem-chung/${sha256}"`)
  })

  test('as somebody types it, in English, on another site', async () => {
    const id = await boards.draft(writer, 'Gõ tay')
    await approve(id)
    const { sha256 } = await lastOf(id)
    const typed = encodeURIComponent(` ${sha256.toUpperCase().slice(0, 32)} ${sha256.slice(32)} `)
    expect((await portal.get(`/kiem-chung?sha256=${typed}`)).text).toContain('Đang công khai')
    for (const address of [`/en/verify/${sha256}`, `/en/kiem-chung/${sha256}`])
      expect((await portal.get(address)).text).toContain('exactly this version is published now')
    expect((await portal.get(`/s/phuong-a/kiem-chung/${sha256}`)).text).toContain('Đang công khai')
  })

  test('of a version that was replaced leads to the newer one, and its text is not given', async () => {
    const id = await boards.draft(writer, 'Bản cũ')
    await approve(id)
    const old = await lastOf(id)
    expect((await portal.get(`/kiem-chung/${old.sha256}`)).text).toContain('Đang công khai')
    await edit(id, 'Bản mới')
    await approve(id)
    const { sha256 } = await lastOf(id)
    const page = await portal.get(`/kiem-chung/${old.sha256}`)
    expect(page.text).toContain('Đã được thay bằng bản mới hơn')
    expect(page.text).toContain(`href="/kiem-chung/${sha256}"`)
    expect((await portal.get(`/kiem-chung/${old.sha256}.json`)).status).toBe(410)
  })

  test('of what was withdrawn tells when and why, and gives nothing of the text', async () => {
    const id = await boards.draft(writer, 'Đã gỡ', { lead: 'Một câu không còn ai được đọc.' })
    await approve(id)
    const { sha256 } = await lastOf(id)
    await withdraw(id)
    const page = await portal.get(`/kiem-chung/${sha256}`)
    expect(page.status).toBe(200)
    for (const said of ['Đã được gỡ', 'Nội dung có sai sót.', 'Nhầm số liệu.'])
      expect(page.text).toContain(said)
    expect(page.text).not.toContain('Một câu không còn ai được đọc.')
    const text = await portal.get(`/kiem-chung/${sha256}.json`)
    expect(text.status).toBe(410)
    expect(text.text).not.toContain('Một câu không còn ai được đọc.')
  })

  test('decided by whoever acts for the head says so, without a name', async () => {
    const deputy = await boards.person({ role: 'deputy' })
    await boards.mandate(head, deputy)
    const id = await boards.draft(writer, 'Duyệt thay')
    await approve(id, deputy)
    const page = await portal.get(`/kiem-chung/${(await lastOf(id)).sha256}`)
    expect(page.text).toContain('theo uỷ quyền')
    expect(page.text).not.toMatch(/Người \d/)
  })

  test('that nothing has is a page of its own, and so is what is no hash; the form is there again', async () => {
    const unknown = await portal.get(`/kiem-chung/${'0'.repeat(64)}`)
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('Không có nội dung nào mang mã này')
    expect((await portal.get(`/kiem-chung/${'0'.repeat(64)}.json`)).status).toBe(404)
    for (const address of ['/kiem-chung/abc', '/kiem-chung?sha256=xyz', '/kiem-chung?sha256=']) {
      const bad = await portal.get(address)
      expect(bad.status).toBe(400)
      expect(bad.text).toContain('action="/kiem-chung"')
    }
    expect((await portal.get('/kiem-chung')).status).toBe(200)
    expect((await portal.get('/tin/abc.json')).status).toBe(404)
  })
})

describe('a withdrawal', () => {
  test('answers 410 with its type, explanation and time, and leads to what replaces it', async () => {
    const id = await boards.draft(writer, 'Thông báo cũ')
    await approve(id)
    const { slug } = await lastOf(id)
    await withdraw(id, { type: 'expired', redirectTo: '/tin/thong-bao-moi' })
    const page = await portal.get(`/tin/${slug}`)
    expect(page.status).toBe(410)
    for (const said of [
      'Nội dung đã hết hiệu lực.',
      'Nhầm số liệu.',
      'Xem nội dung thay thế',
      'href="/tin/thong-bao-moi"',
    ])
      expect(page.text).toContain(said)
    expect(page.text).toMatch(/<time dateTime="[^"]+">\d\d:\d\d ngày \d\d\/\d\d\/\d{4}<\/time>/)
    const english = await portal.get(`/en/tin/${slug}`)
    expect(english.text).toContain('href="/en/tin/thong-bao-moi"')

    const app = express().use(
      createFeeds({
        pool: boards.app,
        publicUrl: 'https://ha-noi.example',
        collections: ['articles'],
      }),
    )
    const { body } = await supertest(app).get('/feeds/ha-noi?limit=500')
    const { items } = body as { items: { kind: string; id: number; redirectTo: string | null }[] }
    const told = items
      .filter((one) => one.id === id)
      .map(({ kind, redirectTo }) => [kind, redirectTo])
    expect(told).toEqual([
      ['publish', null],
      ['withdraw', 'https://ha-noi.example/tin/thong-bao-moi'],
    ])
  })

  test('without another address offers none', async () => {
    const id = await boards.draft(writer, 'Gỡ hẳn')
    await approve(id)
    const { slug } = await lastOf(id)
    await withdraw(id, { type: 'privacy' })
    const page = await portal.get(`/tin/${slug}`)
    expect(page.text).toContain('Gỡ để bảo vệ thông tin cá nhân.')
    expect(page.text).not.toContain('Xem nội dung thay thế')
  })
})

test('a correction stands above the article with its date and its note', async () => {
  const id = await boards.draft(writer, 'Sai một con số')
  await approve(id)
  await edit(id, 'Đúng con số')
  await approve(id, head, { isCorrection: true, explanation: 'Sửa 12 thành 21.' })
  const { text } = await portal.get(`/tin/${(await lastOf(id)).slug}`)
  const main = text.slice(text.indexOf('<article'))
  expect(main).toMatch(
    /Đính chính ngày <time dateTime="[\d-]+">\d\d\/\d\d\/\d{4}<\/time>.*Sửa 12 thành 21\./,
  )
  expect(main.indexOf('Sửa 12 thành 21.')).toBeLessThan(main.indexOf('<h1>'))
})
