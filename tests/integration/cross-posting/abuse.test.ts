import pg from 'pg'
import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  offer,
  proposeFromOutside,
  readFromOutside,
  takeIn,
  withdrawFromOutside,
  withdrawProposal,
} from '#plugins/cross-posting/index.ts'
import type { OutsideItem } from '#plugins/cross-posting/index.ts'
import { openNeighbours } from './openNeighbours.ts'
import type { Neighbours } from './openNeighbours.ts'

let towns: Neighbours
let site: PayloadRequest
let city: PayloadRequest
let ward: PayloadRequest

beforeAll(async () => {
  towns = await openNeighbours('phuong-a')
  site = await createLocalReq({}, towns.payload)
  city = await towns.head('ha-noi')
  ward = await towns.head('phuong-a')
  await towns.enterOutside('so-xay-dung', 'Sở Xây dựng')
})
afterAll(() => towns.stop())

const propose = (key: string, more: Partial<OutsideItem> = {}) =>
  proposeFromOutside({
    req: site,
    site: 'so-xay-dung',
    item: {
      key,
      url: 'https://soxaydung.example/tin',
      locales: { vi: { title: 'Tin', body: 'Một đoạn.' } },
      publishedAt: '2026-11-20T08:00:00+07:00',
      ...more,
    },
  })
const withBody = (body: string) => ({ locales: { vi: { title: 'Tin', body } } })

test('what is taken in while it is taken back does not stay on the desk', async () => {
  const { room } = towns
  const id = await room('ha-noi').draft('Hai người một lúc')
  await room('ha-noi').publish('articles', id)
  const { offered } = await offer({ req: city, collection: 'articles', id, logs: ['phuong-a'] })
  const proposalId = offered[0]?.id ?? ''
  // Holds the row, so that the one who takes it back has looked before the other is through.
  const gate = new pg.Client({ connectionString: towns.booted.ownerUrl })
  const watch = new pg.Client({ connectionString: inject('postgres').superUrl })
  await Promise.all([gate.connect(), watch.connect()])
  await gate.query('begin')
  await gate.query('select from cross_posting.proposals where id = $1 for update', [proposalId])
  const waiting = (many: number) =>
    expect
      .poll(async () => {
        const { rows } = await watch.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%cross_posting.proposals%'`,
        )
        return rows.length
      })
      .toBe(many)
  const taking = takeIn({ req: ward, proposalId, now: new Date() })
  await waiting(1)
  const back = withdrawProposal({ req: city, proposalId })
  await waiting(2)
  await gate.query('commit')
  await Promise.all([gate.end(), watch.end()])
  const { submissionId } = await taking
  await back
  const [review] = await towns.rows<{ state: string }>(
    'select state from editorial.reviews where submission_id = $1',
    submissionId,
  )
  expect(review?.state).toBe('recalled')
  await expect(towns.approve(ward, submissionId)).rejects.toMatchObject({
    code: 'not_waiting',
  })
  expect(await towns.shown('phuong-a')).toEqual({})
})

test('what the receiving board noted for itself stays when a newer version comes in', async () => {
  const { room } = towns
  const id = await room('ha-noi').draft('Khai mạc lễ hội', { contentKind: 'statistics' })
  await room('ha-noi').publish('articles', id)
  const { offered } = await offer({ req: city, collection: 'articles', id, logs: ['phuong-a'] })
  const first = await takeIn({ req: ward, proposalId: offered[0]?.id ?? '', now: new Date() })
  const copy = { collection: 'articles', id: first.docId, draft: true, depth: 0 } as const
  const data = { eventOn: '2026-11-20T00:00:00.000Z' }
  await towns.payload.update({ ...copy, data, overrideAccess: true })
  await towns.approve(ward, (await towns.submit(ward, first.docId)).submissionId)
  await towns.edit(city, id, 'Khai mạc lễ hội lúc chín giờ')
  await room('ha-noi').publish('articles', id, 'update')
  await towns.work()
  const next = (await towns.proposalsOf('phuong-a')).at(-1)
  await takeIn({ req: ward, proposalId: next?.id ?? '', now: new Date() })
  expect(await towns.payload.findByID({ ...copy, overrideAccess: true })).toMatchObject({
    title: 'Khai mạc lễ hội lúc chín giờ',
    ...data,
  })
})

test('what was offered stays as it was offered, and settled what was settled, whatever the application writes', async () => {
  const { proposalId } = await propose('kept')
  const app = new pg.Client({ connectionString: towns.booted.appUrl })
  await app.connect()
  const change = (what: string) =>
    app.query(`update cross_posting.proposals set ${what} where id = $1`, [proposalId])
  for (const what of [
    `title = 'Khác'`,
    `url = 'https://khac.example/'`,
    `published_at = now()`,
    `note = 'x'`,
    `is_emergency = true`,
    `category = 1`,
    `content_kind = 'emergency'`,
  ])
    await expect(change(what), what).rejects.toMatchObject({ code: '42501' })
  await withdrawFromOutside({ req: site, site: 'so-xay-dung', key: 'kept' })
  for (const state of ['proposed', 'under_review', 'accepted'])
    await expect(change(`state = '${state}'`), state).rejects.toMatchObject({ code: '42501' })
  await app.end()
})

test('a copy that was public stays known, and the history of a proposal stays as it was', async () => {
  const { room } = towns
  const id = await room('ha-noi').draft('Bản đã chép')
  await room('ha-noi').publish('articles', id)
  const { offered } = await offer({ req: city, collection: 'articles', id, logs: ['phuong-a'] })
  const proposalId = offered[0]?.id ?? ''
  const { docId, submissionId } = await takeIn({ req: ward, proposalId, now: new Date() })
  await towns.approve(ward, submissionId)
  const copies = () =>
    towns.rows('select log, root_id, taken_seq from cross_posting.copies where doc_id = $1', docId)
  const before = await copies()
  expect(before).toHaveLength(1)
  const app = new pg.Client({ connectionString: towns.booted.appUrl })
  await app.connect()
  for (const text of [
    `delete from cross_posting.copies where doc_id = ${docId}`,
    `update cross_posting.copies set doc_id = 99999 where doc_id = ${docId}`,
    `update cross_posting.copies set root_id = '99999' where doc_id = ${docId}`,
    `update cross_posting.copies set log = 'ha-noi' where doc_id = ${docId}`,
    'truncate cross_posting.copies',
    `update cross_posting.proposal_events set explanation = 'x'`,
    'delete from cross_posting.proposal_events',
    `insert into cross_posting.proposal_events (proposal_id, verb, actor) values ('${proposalId}', 'returned', 1)`,
    `insert into cross_posting.proposal_events (proposal_id, verb) values ('${proposalId}', 'returned')`,
    `insert into cross_posting.proposal_events (proposal_id, verb) values ('${proposalId}', 'notLetIn')`,
    `insert into cross_posting.proposal_events (proposal_id, verb, at) values ('${proposalId}', 'notLetIn', '2026-01-01')`,
  ])
    await expect(app.query(text), text).rejects.toMatchObject({ code: '42501' })
  await app.end()
  expect(await copies()).toEqual(before)
  const events = await towns.rows<{ verb: string }>(
    'select verb from cross_posting.proposal_events where proposal_id = $1 order by id',
    proposalId,
  )
  expect(events.map(({ verb }) => verb)).toEqual(['proposed', 'under_review', 'accepted'])
})

test.each([
  ['lone marks', '*a '.repeat(1500)],
  ['lone strokes', '~~a '.repeat(1500)],
  ['lone quotes', '`a '.repeat(60_000)],
  ['marks in many paragraphs', `${'*a '.repeat(290)}\n\n`.repeat(200)],
  ['endless space', ' '.repeat(100_000)],
  ['endless lines', 'a\n'.repeat(99_000)],
])('a body of %s, which would take the server seconds, is refused unread', async (_, body) => {
  await expect(propose('marks', withBody(body))).rejects.toMatchObject({ code: 'bad_item' })
})

test.each(['0000-01-01T00:00:00Z', '9999-01-01T00:00:00Z'])(
  'nothing was published at %s',
  async (publishedAt) => {
    await expect(propose('time', { publishedAt })).rejects.toMatchObject({ code: 'bad_item' })
  },
)

test('a site cannot fill the inboxes, and goes on once something is looked at', async () => {
  await towns.rows(
    `insert into cross_posting.proposals (log, origin_log, collection, root_log, root_collection, root_id, sha256, body, title, kind,
       reason, hops) select 'ha-noi', 'so-xay-dung', 'articles', 'so-xay-dung', 'articles', 'flood-' || n,
       encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), n::text, 'Tin', 'publish', 'proposal', array['so-xay-dung']
     from generate_series(1, 200) n`,
  )
  await expect(propose('one-more')).rejects.toMatchObject({
    code: 'too_many_proposals',
    status: 429,
  })
  // A newer version of what waits takes its place.
  expect((await propose('flood-1')).state).toBe('proposed')
  await withdrawFromOutside({ req: site, site: 'so-xay-dung', key: 'flood-2' })
  expect((await propose('one-more')).state).toBe('proposed')
  expect(await readFromOutside({ req: site, site: 'so-xay-dung', key: 'one-more' })).toHaveLength(1)
})
