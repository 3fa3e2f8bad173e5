import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  copyStanding,
  proposeFromOutside,
  readFromOutside,
  returnProposal,
  takeIn,
  withdrawFromOutside,
} from '#plugins/cross-posting/index.ts'
import type { OutsideItem } from '#plugins/cross-posting/index.ts'
import { openNeighbours } from './openNeighbours.ts'
import type { Neighbours } from './openNeighbours.ts'

let towns: Neighbours
let site: PayloadRequest
let head: PayloadRequest

beforeAll(async () => {
  towns = await openNeighbours()
  site = await createLocalReq({}, towns.payload)
  head = await towns.head('ha-noi')
  await towns.enterOutside('so-xay-dung', 'Sở Xây dựng')
})
afterAll(() => towns.stop())

const item = (more: Partial<OutsideItem> = {}): OutsideItem => ({
  key: 'post-1',
  url: 'https://soxaydung.example/cap-phep',
  locales: {
    vi: { title: 'Cấp phép xây dựng', lead: 'Quy trình mới.', body: 'Nộp **một** bộ hồ sơ.' },
  },
  author: 'Lê Ngọc',
  sourceAgency: 'Sở Xây dựng',
  publishedAt: '2026-11-20T08:00:00+07:00',
  ...more,
})
const propose = (more: Partial<OutsideItem> = {}) =>
  proposeFromOutside({ req: site, site: 'so-xay-dung', item: item(more) })
const state = async (key: string) =>
  (await readFromOutside({ req: site, site: 'so-xay-dung', key }))[0]

test('an item from outside is frozen, decided by the board, and names where it comes from', async () => {
  const first = await propose()
  expect(await propose()).toEqual(first)
  await expect(
    takeIn({ req: head, proposalId: first.proposalId, now: new Date() }),
  ).rejects.toMatchObject({
    code: 'unknown_category',
  })
  const taken = await takeIn({
    req: head,
    proposalId: first.proposalId,
    category: towns.room('ha-noi').category,
    now: new Date(),
  })
  // A newer version waits beside what is before the board.
  const second = await propose({
    locales: { vi: { title: 'Cấp phép xây dựng', body: 'Nộp hai bộ hồ sơ.' } },
  })
  await towns.approve(head, taken.submissionId)
  expect((await towns.shown('ha-noi'))[taken.docId]).toBe('Cấp phép xây dựng')
  const { items } = await towns.feed('ha-noi')
  const body = items.find((one) => one.id === taken.docId)?.body ?? ''
  expect(body).toContain('một')
  expect((JSON.parse(body) as { locales: { vi: object } }).locales.vi).toMatchObject({
    author: 'Lê Ngọc',
    sourceAgency: 'Sở Xây dựng',
    origin: {
      site: 'so-xay-dung',
      item: 'post-1',
      sha256: first.sha256,
      url: 'https://soxaydung.example/cap-phep',
      publishedAt: '2026-11-20T01:00:00.000Z',
    },
  })
  expect(await copyStanding({ req: head, collection: 'articles', id: taken.docId })).toMatchObject({
    isAdapted: false,
    remote: null,
    proposalId: second.proposalId,
  })
  const next = await takeIn({ req: head, proposalId: second.proposalId, now: new Date() })
  expect(next.docId).toBe(taken.docId)
})

test('the site reads what became of its proposal and takes it back; a newer version takes the place of a waiting one', async () => {
  const first = await propose({ key: 'post-2' })
  const second = await propose({ key: 'post-2', author: 'Khác' })
  expect(second.proposalId).not.toBe(first.proposalId)
  expect(
    (await readFromOutside({ req: site, site: 'so-xay-dung', key: 'post-2' })).map(
      (one) => one.state,
    ),
  ).toEqual(['proposed', 'superseded'])
  await returnProposal({ req: head, proposalId: second.proposalId, reason: 'Thiếu căn cứ.' })
  expect(await state('post-2')).toMatchObject({ state: 'returned', answer: 'Thiếu căn cứ.' })
  await propose({ key: 'post-2', author: 'Khác nữa' })
  expect(await withdrawFromOutside({ req: site, site: 'so-xay-dung', key: 'post-2' })).toEqual({
    withdrawn: 1,
  })
  expect((await state('post-2'))?.state).toBe('withdrawn')
})

test('nothing that acts or loads survives from outside', async () => {
  const { proposalId } = await propose({
    key: 'post-3',
    locales: {
      vi: {
        title: 'Thử',
        body: [
          '# Đầu đề',
          '[xem](javascript:alert(1)) [thư](mailto:a@b.example) [tiếp](/tiep)',
          '<script>alert(1)</script> <img src=x onerror=alert(1)>',
          '![ảnh](https://evil.example/x.png)',
          '[dữ liệu](data:text/html;base64,PHN2Zz4=)',
          '- một\n- hai',
        ].join('\n\n'),
      },
    },
  })
  const [row] = await towns.rows<{ body: string }>(
    'select body from cross_posting.proposals where id = $1',
    proposalId,
  )
  const { locales } = JSON.parse(row?.body ?? '{}') as { locales: { vi: { body: unknown } } }
  const nodes: { type?: string; fields?: { url?: string } }[] = []
  const walk = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value) nodes.push(value as (typeof nodes)[number])
      Object.values(value).forEach(walk)
    }
  }
  walk(locales.vi.body)
  expect(nodes.flatMap((one) => one.fields?.url ?? [])).toEqual([
    'mailto:a@b.example',
    'https://soxaydung.example/tiep',
  ])
  const kinds = new Set(nodes.map((one) => one.type))
  for (const kind of kinds)
    expect([
      'root',
      'paragraph',
      'heading',
      'text',
      'link',
      'list',
      'listitem',
      'linebreak',
    ]).toContain(kind)
})

test.each([
  ['bad_item', { url: 'javascript:alert(1)' }],
  ['bad_item', { url: 'https://user:pass@a.example/' }],
  ['bad_item', { locales: {} }],
  ['bad_item', { publishedAt: 'yesterday' }],
  ['bad_item', { author: 'a\u0000b' }],
  ['bad_item', { note: '\ud800' }],
  ['bad_item', { more: 1 }],
  ['item_too_large', { note: 'x'.repeat(600_000) }],
  ['not_cross_posted', { collection: 'pages' }],
  ['site_missing', { to: 'khong-co' }],
  ['unknown_category', { category: 999_999 }],
])('is refused as %s: %j', async (code, more) => {
  await expect(propose(more as Partial<OutsideItem>)).rejects.toMatchObject({ code })
})

test('a site of this system, or none, does not speak from outside', async () => {
  for (const code of ['ha-noi', 'khong-co'])
    await expect(proposeFromOutside({ req: site, site: code, item: item() })).rejects.toMatchObject(
      { code: 'site_missing' },
    )
})
