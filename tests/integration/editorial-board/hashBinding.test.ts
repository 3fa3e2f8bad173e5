import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paragraph } from '#tests/support/newsroom.ts'
import { carryOutDue } from '#plugins/editorial-board/index.ts'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let head: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  head = await boards.person({ role: 'head' })
})
afterAll(() => boards.stop())

type Item = { collection: 'articles' | 'site-settings'; id: number; cover: number }

/** Does something to what was submitted and gives back how to undo it. */
type Change = (item: Item) => Promise<() => Promise<unknown>>

const save = async (item: Item, data: Record<string, unknown>, query = '') => {
  const url = `/${item.collection}/${item.id}?draft=true${query}`
  const { status, body } = await boards.call('PATCH', url, writer, data)
  expect(status, JSON.stringify(body)).toBe(200)
}

const read = async (item: Item, query = '') => {
  const url = `/${item.collection}/${item.id}?draft=true&depth=0${query}`
  return (await boards.call('GET', url, writer)).body
}

const edits =
  (now: Record<string, unknown>, before: Record<string, unknown>, query = ''): Change =>
  async (item) => {
    await save(item, now, query)
    return () => save(item, before, query)
  }

const editsRow: Change = async (item) => {
  const { menu } = (await read(item)) as { menu: { href: string }[] }
  const [first, ...rest] = menu
  await save(item, { menu: [{ ...first, href: '/tin/' }, ...rest] })
  return () => save(item, { menu })
}

const swapsRows: Change = async (item) => {
  const { menu } = (await read(item)) as { menu: { href: string }[] }
  await save(item, { menu: [...menu].reverse() })
  return () => save(item, { menu })
}

/** As a crop does: other bytes under the same name. Payload's own crop of such a file is refused. */
const crops: Change = async ({ cover }) => {
  const media = await boards.payload.findByID({
    collection: 'media',
    id: cover,
    overrideAccess: true,
    depth: 0,
  })
  const file = path.join(process.env.MEDIA_DIR ?? '', media.filename ?? '')
  const bytes = await readFile(file)
  await writeFile(
    file,
    await sharp(bytes).extract({ left: 0, top: 0, width: 300, height: 300 }).toBuffer(),
  )
  return () => writeFile(file, bytes)
}

const rewords: Change = async ({ cover }) => {
  const word = (alt: string) => boards.call('PATCH', `/media/${cover}`, writer, { alt })
  expect((await word('Chợ hoa.')).status).toBe(200)
  return () => word('Chợ hoa')
}

const english = { title: 'Flower market', lead: 'Open.', body: paragraph('Open.') }

const makeArticle = async (): Promise<Item> => {
  const data = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const { id: cover } = await boards.payload.create({
    collection: 'media',
    data: { alt: 'Chợ hoa', site: boards.city.id },
    file: { data, mimetype: 'image/jpeg', name: `cho-${Date.now()}.jpg`, size: data.length },
    overrideAccess: true,
    depth: 0,
  })
  const id = await boards.draft(writer, 'Chợ hoa mở cửa', { cover, author: 'An' })
  const item: Item = { collection: 'articles', id, cover }
  await save(item, english, '&locale=en')
  return item
}

const makeSettings = async (): Promise<Item> => {
  const { body } = await boards.call('POST', '/site-settings?draft=true', writer, {
    title: 'Cổng thành phố',
    site: boards.city.id,
    contact: { phone: '024 3825 3536' },
    menu: [
      { label: 'Tin tức', href: '/tin' },
      { label: 'Văn bản', href: '/van-ban' },
    ],
  })
  return { collection: 'site-settings', id: (body.doc as { id: number }).id, cover: 0 }
}

const submit = async (item: Item): Promise<string> => {
  const submission = await boards.submit(writer, item.id, item.collection)
  expect(submission).toMatch(/^[0-9a-f-]{36}$/)
  return submission
}

const isShown = async (item: Item) =>
  (await boards.call('GET', `/${item.collection}/${item.id}`)).status === 200

/** What is changed: the draft itself, or a file that it shows. */
const cases: [string, () => Promise<Item>, Change, 'inDraft' | 'inFile'][] = [
  [
    'one character in the second language',
    makeArticle,
    edits({ lead: 'Open!' }, { lead: 'Open.' }, '&locale=en'),
    'inDraft',
  ],
  [
    'one character in the first language',
    makeArticle,
    edits({ title: 'Chợ hoa mở cửạ' }, { title: 'Chợ hoa mở cửa' }),
    'inDraft',
  ],
  [
    'one field that all languages share',
    makeArticle,
    edits({ author: 'Bình' }, { author: 'An' }),
    'inDraft',
  ],
  [
    'a removed relation',
    makeArticle,
    async (item) => edits({ cover: null }, { cover: item.cover })(item),
    'inDraft',
  ],
  [
    'one field in a group',
    makeSettings,
    edits({ contact: { phone: '024 3825 3537' } }, { contact: { phone: '024 3825 3536' } }),
    'inDraft',
  ],
  ['one row of a list', makeSettings, editsRow, 'inDraft'],
  ['the order of a list', makeSettings, swapsRows, 'inDraft'],
  ['a crop of the picture', makeArticle, crops, 'inFile'],
  ['the words of a picture it shows', makeArticle, rewords, 'inFile'],
]

describe('one change after submission, and the board approves nothing; undone, it approves', () => {
  test.each(cases)('%s', async (_name, make, change) => {
    const item = await make()
    const submission = await submit(item)
    const undo = await change(item)
    const answer = await boards.act(head, submission, 'approve')
    expect([answer.status, answer.code]).toEqual([409, 'changed_since'])
    expect(await isShown(item)).toBe(false)
    await undo()
    const second = await boards.act(head, submission, 'approve')
    expect(second.status, JSON.stringify(second.body)).toBe(200)
    expect(await isShown(item)).toBe(true)
  })
})

test('one change after the approval: at its time exactly the approved text goes out, or nothing', async () => {
  const made: { name: string; item: Item; submission: string; where: string }[] = []
  const publishAt = () => new Date(Date.now() + 3000).toISOString()
  for (const [name, make, change, where] of cases) {
    const item = await make()
    const submission = await submit(item)
    const answer = await boards.act(head, submission, 'approve', { publishAt: publishAt() })
    expect(answer.body.outcome, JSON.stringify(answer.body)).toBe('decided')
    await change(item)
    made.push({ name, item, submission, where })
  }
  await new Promise((done) => {
    setTimeout(done, 3100)
  })
  await carryOutDue(boards.payload)
  for (const { name, item, submission, where } of made) {
    const { rows } = await boards.owner.query(
      `select r.state, r.reason_code as reason, i.sha256 = s.sha256 as "isApprovedText" from editorial.reviews r
       join release.submissions s on s.id = r.submission_id
       left join release.decisions d on d.submission_id = s.id left join release.releases i on i.decision_id = d.id
       where r.submission_id = $1`,
      [submission],
    )
    const nothing = { state: 'lapsed', reason: 'decision_no_longer_matches', isApprovedText: null }
    const approved = { state: 'approved', reason: null, isApprovedText: true }
    expect(rows, name).toEqual([where === 'inFile' ? nothing : approved])
    expect(await isShown(item), name).toBe(where === 'inDraft')
  }
})

test('saving without a change invalidates nothing: echoes, an empty save, an autosave', async () => {
  const item = await makeArticle()
  const submission = await submit(item)
  const { title, lead, body, author, cover } = await read(item)
  await save(item, { title, lead, body, author, cover })
  const inEnglish = await read(item, '&locale=en')
  await save(
    item,
    { title: inEnglish.title, lead: inEnglish.lead, body: inEnglish.body },
    '&locale=en',
  )
  await save(item, {})
  await save(item, { title }, '&autosave=true')
  const answer = await boards.act(head, submission, 'approve')
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
})

test('27: an autosave after submission rewrites its version, not what was submitted', async () => {
  const item = await makeArticle()
  const submission = await submit(item)
  const frozen = async () => {
    const { rows } = await boards.owner.query<{ body: string }>(
      'select body from release.submissions where id = $1',
      [submission],
    )
    return rows[0]?.body
  }
  const before = await frozen()
  await save(item, { title: 'Tựa khác' }, '&autosave=true')
  expect(await frozen()).toBe(before)
  expect((await boards.act(head, submission, 'approve')).code).toBe('changed_since')
})

test('the bytes in public stay those that were approved, whatever happens to the file', async () => {
  const item = await makeArticle()
  await boards.act(head, await submit(item), 'approve')
  const folder = path.join(process.env.MEDIA_DIR ?? '', 'released')
  const released = async () =>
    Promise.all(
      (await readdir(folder)).map(async (name) => [
        name,
        await readFile(path.join(folder, name), 'base64'),
      ]),
    )
  const before = await released()
  await crops(item)
  expect(await released()).toEqual(before)
})
