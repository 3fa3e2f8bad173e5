import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

const SECRET = 'Chưa ai được biết'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let neighbour: Person
let id: number
let submission: string

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  neighbour = await boards.person({ role: 'head', site: boards.ward.id })
  id = await boards.draft(writer, SECRET)
  submission = await boards.submit(writer, id)
})
afterAll(() => boards.stop())

const ways: [string, () => string][] = [
  ['list of drafts', () => '/articles?draft=true'],
  [
    'list by its title',
    () => `/articles?draft=true&where[title][like]=${encodeURIComponent('biết')}`,
  ],
  ['one draft', () => `/articles/${id}?draft=true`],
  ['versions', () => '/articles/versions?limit=100'],
  ['versions by parent', () => `/articles/versions?where[parent][equals]=${id}`],
  [
    'versions by their title',
    () => `/articles/versions?where[version.title][like]=${encodeURIComponent('biết')}`,
  ],
  ['state', () => `/editorial-board/documents/articles/${id}`],
  ['search', () => `/search?q=${encodeURIComponent('biết')}`],
  ['questions', () => '/questions'],
]

test.each(ways)(
  '%s: neither strangers nor the neighbours’ board see a draft',
  async (_name, path) => {
    for (const who of [undefined, neighbour, await boards.person()]) {
      const answer = await boards.call('GET', path(), who)
      expect(JSON.stringify(answer.body)).not.toContain(SECRET)
    }
  },
)

test('its own board sees it on those ways', async () => {
  for (const [name, path] of ways.slice(0, 7)) {
    const { body } = await boards.call('GET', path(), writer)
    expect(JSON.stringify(body), name).toContain(SECRET)
  }
})

test('the desk of a board shows its own submissions alone', async () => {
  const { readDesk } = await import('#plugins/editorial-board/desk/readDesk.ts')
  const { readDeskItem } = await import('#plugins/editorial-board/desk/readDeskItem.ts')
  const { createLocalReq } = await import('payload')
  const requestOf = async (who: Person) => {
    const user = await boards.payload.findByID({
      collection: 'users',
      id: who.id,
      overrideAccess: true,
      depth: 0,
    })
    return createLocalReq({ user: { ...user, collection: 'users' } }, boards.payload)
  }
  const own = await requestOf(writer)
  expect((await readDesk(own)).waiting.map((one) => one.title)).toEqual([SECRET])
  expect(await readDeskItem(own, submission, new Date())).toMatchObject({
    releasedAt: null,
    isWithdrawn: false,
    mayDecide: false,
  })
  const other = await requestOf(neighbour)
  expect((await readDesk(other)).waiting).toEqual([])
  expect(await readDeskItem(other, submission, new Date())).toBeNull()
})

test('nobody puts a draft on another board’s shelf, by making it or by moving it', async () => {
  const make = await boards.call('POST', '/articles?draft=true', neighbour, {
    title: 'Gửi nhầm chỗ',
    site: boards.city.id,
  })
  expect(make.status).toBe(403)
  const own = await boards.draft(neighbour, 'Bài của phường', { site: boards.ward.id })
  const move = await boards.call('PATCH', `/articles/${own}?draft=true`, neighbour, {
    site: boards.city.id,
  })
  expect(move.status).toBe(403)
  const { body } = await boards.call('GET', `/articles/${own}?draft=true&depth=0`, neighbour)
  expect(body.site).toBe(boards.ward.id)
})

test('the neighbours’ board edits, submits and deletes nothing here', async () => {
  const edit = await boards.call('PATCH', `/articles/${id}?draft=true`, neighbour, {
    title: 'Sửa trộm',
  })
  expect(edit.status).toBeGreaterThanOrEqual(403)
  expect(await boards.submit(neighbour, id)).toBe('not_a_member')
  expect((await boards.call('DELETE', `/articles/${id}`, neighbour)).status).toBeGreaterThanOrEqual(
    403,
  )
  const { body } = await boards.call('GET', `/articles/${id}?draft=true`, writer)
  expect(body.title).toBe(SECRET)
})

test('a copy is a draft with an address of its own', async () => {
  await boards.call('PATCH', `/articles/${id}?draft=true`, writer, { slug: 'chua-ai-duoc-biet' })
  const copy = await boards.call('POST', `/articles/${id}/duplicate?draft=true`, writer, {
    _status: 'draft',
  })
  expect(copy.status, JSON.stringify(copy.body)).toBe(200)
  const doc = copy.body.doc as { id: number; slug: string; _status: string }
  expect(doc._status).toBe('draft')
  expect(doc.slug).not.toBe('chua-ai-duoc-biet')
  expect(await boards.shown(doc.id)).toBeNull()
})

test('a person changes neither her roles nor her memberships', async () => {
  await boards.call('PATCH', `/users/${writer.id}`, writer, {
    roles: ['systemAdmin'],
    isActive: true,
  })
  const me = await boards.call('GET', '/users/me', writer)
  expect((me.body.user as { roles?: string[] }).roles ?? []).toEqual([])
  const made = await boards.call('POST', '/editorial-board/appointments', writer, {
    board: boards.city.code,
    person: writer.id,
    role: 'head',
    startsOn: '2020-01-01',
    document: '1/QĐ-UBND',
  })
  expect([made.status, made.code]).toEqual([403, 'not_about_oneself'])
})
