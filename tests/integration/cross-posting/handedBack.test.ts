import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proposeFromOutside, readProposal, takeIn } from '#plugins/cross-posting/index.ts'
import type { OutsideItem } from '#plugins/cross-posting/index.ts'
import { theOptions } from '#plugins/cross-posting/options.ts'
import type { Site } from '#plugins/cross-posting/types.ts'
import { paragraph } from '#tests/support/newsroom.ts'
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
  await towns.enterOutside('so-y-te', 'Sở Y tế')
})
afterAll(() => towns.stop())

let count = 0
const propose = (more: Partial<OutsideItem> = {}, from = 'so-xay-dung') => {
  count += 1
  return proposeFromOutside({
    req: site,
    site: from,
    item: {
      key: `post-${count}`,
      url: `https://${from}.example/post-${count}`,
      publishedAt: '2026-11-20T08:00:00+07:00',
      locales: { vi: { title: 'Bài của sở', body: `Nội dung thứ ${count}.` } },
      ...more,
    } satisfies OutsideItem,
  })
}

const long = (what: string) =>
  `Ủy ban nhân dân Thành phố thông báo về ${what}: từ ngày 01 tháng 12, người dân nộp hồ sơ tại bộ phận một cửa của phường nơi ` +
  'cư trú, hoặc qua cổng dịch vụ công. Hồ sơ được trả lời trong năm ngày làm việc; lệ phí không đổi so với năm 2025.'

const releaseHere = async (title: string, text: string) => {
  const room = towns.room('ha-noi')
  const id = await room.draft(title, { body: paragraph(text) })
  await room.publish('articles', id)
  await towns.work('follow:crossPosting')
  return id
}

test.each([
  ['hops', { hops: ['ha-noi'] }],
  ['a way through the receiver', { hops: ['so-y-te', 'ha-noi', 'phuong-a'] }],
  ['origin', { origin: { site: 'ha-noi', collection: 'articles', item: '1' } }],
  ['the origin’s own way', { origin: { site: 'so-y-te', hops: ['so-y-te', 'ha-noi'] } }],
] as [string, Partial<OutsideItem>][])(
  'an item that by its %s went through the receiving log is refused',
  async (_by, more) => {
    await expect(propose(more)).rejects.toMatchObject({ code: 'loop', status: 409 })
  },
)

test('the way an item went is kept, travels with the copy and ends at the most it may', async () => {
  const origin = { site: 'so-y-te', siteName: 'Sở Y tế', url: 'https://so-y-te.example/9' }
  const made = await propose({ origin, hops: ['so-y-te', 'phuong-a'] })
  const read = await readProposal({ req: head, proposalId: made.proposalId })
  expect(read.proposal).toMatchObject({
    hops: ['so-y-te', 'phuong-a', 'so-xay-dung'],
    statedOrigin: origin,
    root: { log: 'so-xay-dung' },
  })
  expect(read.origin).toMatchObject({
    site: 'so-xay-dung',
    hops: ['so-y-te', 'phuong-a', 'so-xay-dung'],
  })
  await expect(propose({ hops: ['a', 'b', 'c', 'd', 'e'] })).rejects.toMatchObject({
    code: 'too_many_hops',
  })
  await expect(propose({ hops: ['so-xay-dung'] })).resolves.toMatchObject({ state: 'proposed' })
})

test('a city item handed back under another name is known by its address', async () => {
  const id = await releaseHere('Lịch cắt nước', 'Nước bị cắt.')
  const refused = {
    code: 'own_item',
    status: 409,
    details: { item: { log: 'ha-noi', id, title: 'Lịch cắt nước', isPublic: true, by: 'address' } },
  }
  const [city] = await towns.rows<Site>(
    `select id, code, kind, host, path, is_hosted_here as "isHostedHere" from cross_posting.sites where code = 'ha-noi'`,
  )
  const [shown] = await towns.rows<{ slug: string }>(
    `select slug from release.releases where collection = 'articles' and doc_id = $1`,
    id,
  )
  if (!city || !shown) throw new Error('nothing was released')
  const here = (locale: string) =>
    theOptions().addressOf({ site: city, collection: 'articles', slug: shown.slug, locale })
  await expect(propose({ url: here('vi') })).rejects.toMatchObject(refused)
  await expect(propose({ url: `${here('en')}/?utm_source=x#top` })).rejects.toMatchObject(refused)
  await expect(propose({ url: `${here('vi')}-khac` })).resolves.toMatchObject({ state: 'proposed' })
})

test('… and by its words, whatever marks they lost, also once it is withdrawn; a short text is not', async () => {
  const text = long('thủ tục đất đai')
  const id = await releaseHere('Thủ tục đất đai', text)
  const marked = `# Tin\u0020mới\n\n${text}`
  const same = text.replace('một cửa', '**một cửa**').replaceAll('. ', '.\n\n')
  const known = (isPublic: boolean) => ({
    code: 'own_item',
    details: { item: { log: 'ha-noi', collection: 'articles', id, isPublic, by: 'text' } },
  })
  const body = (words: string) => ({ locales: { vi: { title: 'Tên khác hẳn', body: words } } })
  await expect(propose(body(same))).rejects.toMatchObject(known(true))
  await expect(propose(body(text.normalize('NFD').toUpperCase()))).rejects.toMatchObject(
    known(true),
  )
  await expect(propose(body(marked))).resolves.toMatchObject({ state: 'proposed' })
  await towns.room('ha-noi').withdraw('articles', id)
  const refusal = await propose(body(same)).catch((error: unknown) => error)
  expect(refusal).toMatchObject(known(false))
  expect(String((refusal as Error).message)).toContain('Thủ tục đất đai')
  await releaseHere('Mời họp', 'Nội dung xem tệp kèm.')
  await expect(propose(body('Nội dung xem tệp kèm.'))).resolves.toMatchObject({ state: 'proposed' })
})

test('a site’s own item that the city shows stays its own; another site’s hand-in of it is known', async () => {
  const words = { vi: { title: 'Quy hoạch phân khu', body: long('quy hoạch phân khu') } }
  const first = await propose({ key: 'quy-hoach', locales: words })
  const { category } = towns.room('ha-noi')
  const taken = await takeIn({
    req: head,
    proposalId: first.proposalId,
    category,
    now: new Date(),
  })
  const own = () =>
    propose({
      key: 'quy-hoach',
      locales: { vi: { ...words.vi, title: 'Quy hoạch phân khu (sửa)' } },
    })
  await towns.approve(head, taken.submissionId)
  await towns.work('follow:crossPosting')
  await expect(own()).resolves.toMatchObject({ state: 'proposed' })
  const refused = { code: 'own_item', details: { item: { id: taken.docId, isPublic: true } } }
  await expect(propose({ locales: words }, 'so-y-te')).rejects.toMatchObject(refused)
  const origin = { site: 'so-xay-dung', collection: 'articles', item: 'quy-hoach' }
  await expect(propose({ origin }, 'so-y-te')).rejects.toMatchObject(refused)
})
