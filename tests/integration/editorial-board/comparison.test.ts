import { createLocalReq } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareBodies } from '#kit/admin/compare/compareBodies.ts'
import { ComparedItem } from '#plugins/editorial-board/components/ComparedItem.tsx'
import { readDeskItem } from '#plugins/editorial-board/desk/readDeskItem.ts'
import { wordsOf } from '#plugins/editorial-board/words.ts'
import { paragraph } from '#tests/support/newsroom.ts'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let head: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'editor' })
  head = await boards.person({ role: 'head' })
})
afterAll(() => boards.stop())

const edit = (id: number, data: Record<string, unknown>, locale = 'vi') =>
  boards.call('PATCH', `/articles/${id}?draft=true&locale=${locale}`, writer, data)
const requestOf = async (who: Person) =>
  createLocalReq(
    { user: { id: who.id, collection: 'users', isActive: true } as never }, // a user as the session gives it
    boards.payload,
  )
const itemOf = async (submission: string) => {
  const item = await readDeskItem(await requestOf(head), submission, new Date())
  if (!item) throw new Error('no item')
  return item
}
const htmlOf = async (submission: string) =>
  renderToStaticMarkup(
    createElement(ComparedItem, {
      item: await itemOf(submission),
      language: 'vi',
      words: wordsOf('vi'),
    }),
  )
const published = async (title: string) => {
  const id = await boards.draft(writer, title)
  const submission = await boards.submit(writer, id)
  expect((await boards.act(head, submission, 'approve')).status).toBe(200)
  return id
}
const changedIn = async (submission: string) =>
  Object.fromEntries(
    (await itemOf(submission)).parts.map((part) => [
      part.locale ?? 'shared',
      part.fields.filter((field) => field.isChanged).map((field) => field.path),
    ]),
  )

test('what was never public is shown as it is, without marks', async () => {
  const id = await boards.draft(writer, 'Lần đầu')
  const html = await htmlOf(await boards.submit(writer, id))
  expect(html).toContain('Lần đầu')
  expect(html).not.toMatch(/<(ins|del)/)
})

test('a changed word is marked, the other fields are folded away', async () => {
  const id = await published('Lễ hội phố hoa')
  await edit(id, { title: 'Lễ hội phố sách' })
  const submission = await boards.submit(writer, id)
  expect(await changedIn(submission)).toEqual({ vi: ['title'] })
  const html = await htmlOf(submission)
  expect(html).toContain('<del>hoa</del>')
  expect(html).toContain('<ins>sách</ins>')
  expect(html).toMatch(/<summary>\d+ mục không đổi<\/summary>/)
})

test('text that looks like markup stays text, in marks and outside', async () => {
  const id = await published('Trước <b>đậm</b>')
  const evil = 'Trước <script>alert(1)</script> <img src=x onerror=alert(2)>'
  await edit(id, { title: evil, body: paragraph('<script>alert(3)</script>') })
  const html = await htmlOf(await boards.submit(writer, id))
  expect(html).not.toMatch(/<script|<img|<b>đậm/)
  expect(html).toContain('&lt;')
})

test('what all languages share stands once; a new language and one that goes are told', async () => {
  const id = await published('Hai thứ tiếng')
  await edit(id, { title: 'Two languages', lead: 'One.', body: paragraph('One.') }, 'en')
  const first = await boards.submit(writer, id)
  expect((await itemOf(first)).parts.map((part) => [part.locale, part.fate])).toEqual([
    ['vi', 'update'],
    ['en', 'first'],
    [null, 'update'],
  ])
  expect(await htmlOf(first)).toContain('Lần đầu công khai bằng thứ tiếng này.')
  expect((await boards.act(head, first, 'approve')).status).toBe(200)
  await edit(id, { lead: 'Two.' }, 'en')
  await edit(id, { author: 'Minh An' })
  expect(await changedIn(await boards.submit(writer, id))).toEqual({
    vi: [],
    en: ['lead'],
    shared: ['author'],
  })
  await edit(id, { title: '' }, 'en')
  const third = await boards.submit(writer, id)
  expect((await itemOf(third)).parts.map((part) => [part.locale, part.fate])).toContainEqual([
    'en',
    'gone',
  ])
  expect(await htmlOf(third)).toContain('Bản Tiếng Anh đang công khai sẽ không còn')
})

test('a withdrawn article is read as a whole again, not against what nobody reads any more', async () => {
  const id = await published('Sẽ gỡ')
  await boards.call('POST', '/editorial-board/withdrawals', head, {
    collection: 'articles',
    id,
    type: 'error',
    explanation: 'Sai.',
  })
  await edit(id, { title: 'Viết lại' })
  const submission = await boards.submit(writer, id)
  expect(await htmlOf(submission)).not.toMatch(/<(ins|del)/)
})

test('a section is told by its title, and another one is a change', async () => {
  const other = await boards.payload.create({
    collection: 'categories',
    data: { title: 'Văn bản' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  const req = await requestOf(head)
  const body = (category: number) =>
    JSON.stringify({ locales: { vi: { title: 'Chuyển mục', category } } })
  const [part] = await compareBodies({
    req,
    collection: 'articles',
    submitted: body(other.id),
    live: body(boards.category),
  })
  const [row] = part?.fields.find((field) => field.path === 'category')?.rows ?? []
  expect(row?.kind === 'changed' && row.after.pieces[0]?.text).toBe(`Văn bản (#${other.id})`)
})
