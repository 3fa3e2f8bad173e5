import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  copyStanding,
  offer,
  readInbox,
  readOutbox,
  readProposal,
  reattach,
  returnProposal,
  takeIn,
  withdrawProposal,
} from '#plugins/cross-posting/index.ts'
import { endConsent } from '#plugins/editorial-board/index.ts'
import { servePortal } from '#tests/integration/portal/servePortal.ts'
import type { ServedPortal } from '#tests/integration/portal/servePortal.ts'
import { openNeighbours } from './openNeighbours.ts'
import type { Neighbours } from './openNeighbours.ts'

/** Auditor's check 10: nothing appears on either side without that side's own decision or recorded standing consent. */
let towns: Neighbours
let cityEditor: PayloadRequest
let wardEditor: PayloadRequest
let portal: ServedPortal

beforeAll(async () => {
  towns = await openNeighbours('phuong-a', 'phuong-b', 'phuong-c')
  cityEditor = await towns.person('ha-noi', 'editor')
  wardEditor = await towns.person('phuong-a', 'editor')
  portal = await servePortal(towns.booted)
})
afterAll(async () => {
  await portal?.stop()
  await towns?.stop()
})

const now = () => new Date()
const titles = async (log: string) => Object.values(await towns.shown(log))
const last = async (log: string) => {
  const found = (await towns.proposalsOf(log)).at(-1)
  if (!found) throw new Error(`nothing was proposed to ${log}`)
  return found
}
const cityArticle = async (title: string, more: Record<string, unknown> = {}) => {
  const id = await towns.room('ha-noi').draft(title, more)
  await towns.room('ha-noi').publish('articles', id)
  return id
}
const offerTo = async (req: PayloadRequest, id: number, ...logs: string[]) =>
  offer({ req, collection: 'articles', id, logs })

test('without a consent what the city pushes only waits, and a person of the ward lets it in by the ordinary way', async () => {
  const id = await cityArticle('Lịch tiêm chủng', { author: 'An Nguyên', sourceAgency: 'Sở Y tế' })
  await towns.work()
  expect(await towns.proposalsOf('phuong-a')).toEqual([])
  await offerTo(cityEditor, id, 'phuong-a')
  await towns.work()
  expect(await titles('phuong-a')).toEqual([])
  const proposal = await last('phuong-a')
  expect(proposal).toMatchObject({ state: 'proposed', reason: 'offer' })

  await expect(
    takeIn({ req: cityEditor, proposalId: proposal.id, now: now() }),
  ).rejects.toMatchObject({ code: 'not_on_board' })
  const { docId, submissionId } = await takeIn({
    req: wardEditor,
    proposalId: proposal.id,
    now: now(),
  })
  expect(await titles('phuong-a')).toEqual([])
  expect((await last('phuong-a')).state).toBe('under_review')
  await towns.approve(await towns.head('phuong-a'), submissionId)
  expect(await titles('phuong-a')).toEqual(['Lịch tiêm chủng'])
  expect((await last('phuong-a')).state).toBe('accepted')

  const { items } = await towns.feed('phuong-a')
  const copy = items.find((one) => one.id === docId)
  const { locales } = JSON.parse(copy?.body ?? '{}') as {
    locales: { vi: Record<string, unknown> }
  }
  expect(locales.vi).toMatchObject({
    author: 'An Nguyên',
    sourceAgency: 'Sở Y tế',
    origin: {
      site: 'ha-noi',
      collection: 'articles',
      item: String(id),
      sha256: proposal.hash,
      url: 'http://localhost:3000/tin/lich-tiem-chung',
      siteName: 'ha-noi',
      hops: ['ha-noi'],
      mode: 'copy',
    },
  })
  expect(locales.vi.origin).not.toHaveProperty('isAdapted')
  const page = await portal.get('/s/phuong-a/tin/lich-tiem-chung')
  expect(page.text).toContain('Theo <a href="http://localhost:3000/tin/lich-tiem-chung"')
  expect(page.text).toContain('Đăng lần đầu')
  expect(page.text).toContain('An Nguyên')
  expect(page.text).toContain(
    '<link rel="canonical" href="http://localhost:3000/tin/lich-tiem-chung"/>',
  )
  expect(page.text).not.toContain('Đã biên tập lại')
})

test('under a consent it is public at once; a consent for new items alone does not cover a change; an expired or ended one nothing', async () => {
  await towns.consent('phuong-b', { mayUpdate: false })
  await towns.consent('phuong-c', { startsOn: '2020-01-01', endsOn: '2020-12-31' })
  const id = await cityArticle('Cấm đường')
  await towns.work()
  expect(await titles('phuong-b')).toEqual(['Cấm đường'])
  expect(await titles('phuong-c')).toEqual([])
  expect(await towns.proposalsOf('phuong-c')).toEqual([])
  const [decision] = await towns.rows<{ capacity: string; consent: string }>(
    `select d.capacity, d.consent_id as consent from release.releases r join release.decisions d on d.id = r.decision_id
     where r.log = 'phuong-b' order by r.seq desc limit 1`,
  )
  expect(decision?.capacity).toBe('consent')

  await towns.edit(cityEditor, id, 'Cấm đường đến thứ Hai')
  await towns.room('ha-noi').publish('articles', id, 'update')
  await towns.work()
  expect(await titles('phuong-b')).toEqual(['Cấm đường'])
  expect(await last('phuong-b')).toMatchObject({ state: 'proposed', seq: 3 })

  await endConsent({
    req: await towns.head('phuong-b'),
    consentId: decision?.consent ?? '',
    reason: 'Ban tự duyệt từng bài.',
  })
  await cityArticle('Lịch cắt điện')
  await towns.work()
  expect(await titles('phuong-b')).toEqual(['Cấm đường'])
})

test('a newer release takes the place of one that only waits, and waits beside one that is before the board', async () => {
  const id = await cityArticle('Tuyển sinh lớp 1')
  await offerTo(cityEditor, id, 'phuong-a')
  const first = await last('phuong-a')
  await towns.edit(cityEditor, id, 'Tuyển sinh lớp 1 (sửa)')
  await towns.room('ha-noi').publish('articles', id, 'correct')
  await towns.work()
  const second = await last('phuong-a')
  expect(second).toMatchObject({ state: 'proposed', reason: 'offer' })
  expect((await towns.proposalsOf('phuong-a')).find((one) => one.id === first.id)?.state).toBe(
    'superseded',
  )
  const { docId, submissionId } = await takeIn({
    req: wardEditor,
    proposalId: second.id,
    now: now(),
  })
  await towns.edit(cityEditor, id, 'Tuyển sinh lớp 1 (sửa nữa)')
  await towns.room('ha-noi').publish('articles', id, 'correct')
  await towns.work()
  const third = await last('phuong-a')
  expect(third).toMatchObject({ state: 'proposed' })
  await towns.approve(await towns.head('phuong-a'), submissionId)
  expect((await towns.shown('phuong-a'))[docId]).toBe('Tuyển sinh lớp 1 (sửa)')
  expect((await towns.proposalsOf('phuong-a')).at(-2)?.state).toBe('accepted')
})

test('a component proposes to the city: the hash is frozen while it edits its own, both sides read one state, and it takes it back', async () => {
  const wardHead = await towns.head('phuong-a')
  const id = await towns.room('phuong-a').draft('Hội làng')
  await towns.room('phuong-a').publish('articles', id)
  await towns.work()
  await offerTo(wardEditor, id, 'ha-noi')
  const proposal = await last('ha-noi')
  expect(proposal.reason).toBe('proposal')
  const taken = await takeIn({ req: cityEditor, proposalId: proposal.id, now: now() })

  await towns.edit(wardEditor, id, 'Hội làng, bản mới')
  await towns.room('phuong-a').publish('articles', id, 'update')
  await towns.work()
  const before = (await towns.proposalsOf('ha-noi')).find((one) => one.id === proposal.id)
  expect(before).toMatchObject({ state: 'under_review', hash: proposal.hash })
  const inbox = await readInbox({ req: cityEditor, log: 'ha-noi', states: ['under_review'] })
  const outbox = await readOutbox({ req: wardEditor, log: 'phuong-a', states: ['under_review'] })
  expect(inbox.items.map((one) => one.id)).toEqual([proposal.id])
  expect(outbox.items).toEqual(inbox.items)
  const read = await readProposal({ req: wardHead, proposalId: proposal.id })
  expect(read.offered).toContain('Hội làng')
  expect(read.offered).not.toContain('bản mới')
  expect(read.may).toMatchObject({ withdraw: true, takeIn: false })

  await withdrawProposal({ req: wardEditor, proposalId: proposal.id, reason: 'Sai ngày.' })
  await expect(towns.approve(await towns.head('ha-noi'), taken.submissionId)).rejects.toMatchObject(
    { code: 'not_waiting' },
  )
  expect(await titles('ha-noi')).not.toContain('Hội làng')
  expect((await readProposal({ req: cityEditor, proposalId: proposal.id })).proposal).toMatchObject(
    { state: 'withdrawn', answer: 'Sai ngày.' },
  )
  await expect(
    withdrawProposal({ req: wardEditor, proposalId: proposal.id }),
  ).rejects.toMatchObject({ code: 'not_open' })
})

test('the city sends a proposal back with a reason that the component reads', async () => {
  const id = await towns.room('phuong-a').draft('Giải bóng bàn')
  await towns.room('phuong-a').publish('articles', id)
  await offerTo(wardEditor, id, 'ha-noi')
  const { id: proposalId } = await last('ha-noi')
  await expect(returnProposal({ req: cityEditor, proposalId, reason: ' ' })).rejects.toMatchObject({
    code: 'reason_required',
  })
  await expect(returnProposal({ req: wardEditor, proposalId, reason: 'x' })).rejects.toMatchObject({
    code: 'not_on_board',
  })
  await returnProposal({ req: cityEditor, proposalId, reason: 'Cần ảnh.' })
  const [read] = (await readOutbox({ req: wardEditor, log: 'phuong-a' })).items
  expect(read).toMatchObject({ state: 'returned', answer: 'Cần ảnh.' })
  await offerTo(wardEditor, id, 'ha-noi')
  expect((await last('ha-noi')).state).toBe('proposed')
})

test('what came from the city does not go back to it, nor round to who has it', async () => {
  const id = await cityArticle('Chợ đêm')
  await offerTo(cityEditor, id, 'phuong-a')
  const { submissionId, docId } = await takeIn({
    req: wardEditor,
    proposalId: (await last('phuong-a')).id,
    now: now(),
  })
  await towns.approve(await towns.head('phuong-a'), submissionId)
  await towns.consent('phuong-c', { sourceLog: 'phuong-a' })
  const before = (await towns.proposalsOf('ha-noi')).length
  await towns.work()
  expect(await offerTo(wardEditor, docId, 'ha-noi', 'phuong-a', 'khong-co')).toEqual({
    offered: [],
    skipped: [
      { log: 'ha-noi', code: 'loop' },
      { log: 'phuong-a', code: 'loop' },
      { log: 'khong-co', code: 'unknown_site' },
    ],
  })
  expect((await towns.proposalsOf('ha-noi')).length).toBe(before)

  // Handed on to a third board it names the first publisher, and enters under no consent but that board's own decision.
  const { id: next } = (await offerTo(wardEditor, docId, 'phuong-b')).offered[0] ?? { id: '' }
  await towns.work()
  expect(await titles('phuong-b')).not.toContain('Chợ đêm')
  const req = await towns.head('phuong-b')
  const third = await takeIn({ req, proposalId: next, now: now() })
  await towns.approve(req, third.submissionId)
  const standing = await copyStanding({ req, collection: 'articles', id: third.docId })
  expect(standing?.origin).toMatchObject({
    site: 'ha-noi',
    item: String(id),
    hops: ['ha-noi', 'phuong-a'],
  })
  await towns.work()
  expect((await towns.proposalsOf('phuong-a')).filter((one) => one.state === 'proposed')).toEqual(
    (await towns.proposalsOf('phuong-a')).filter(
      (one) => one.state === 'proposed' && one.reason !== 'subscription',
    ),
  )
})

test('a local adaptation is a fork that updates do not touch, seen as such, and attached again by a decision', async () => {
  await towns.consent('phuong-a')
  const id = await cityArticle('Hạn nộp thuế')
  await towns.work()
  const wardHead = await towns.head('phuong-a')
  const { doc } = await last('phuong-a')
  const docId = doc ?? 0
  expect((await towns.shown('phuong-a'))[docId]).toBe('Hạn nộp thuế')
  const copy = { collection: 'articles', id: docId }
  expect(await copyStanding({ req: wardEditor, ...copy })).toMatchObject({
    isAdapted: false,
    remote: { differs: false },
  })

  await towns.edit(wardEditor, docId, 'Hạn nộp thuế ở phường')
  expect(await copyStanding({ req: wardEditor, ...copy })).toMatchObject({ isAdapted: true })
  await towns.edit(wardEditor, docId, 'Hạn nộp thuế', 'Nội dung của Hạn nộp thuế.')
  expect(await copyStanding({ req: wardEditor, ...copy })).toMatchObject({ isAdapted: false })
  await towns.edit(wardEditor, docId, 'Hạn nộp thuế ở phường')
  const { submissionId } = await towns.submit(wardEditor, docId)
  await towns.approve(wardHead, submissionId)

  await towns.edit(cityEditor, id, 'Hạn nộp thuế lùi một tháng')
  await towns.room('ha-noi').publish('articles', id, 'update')
  await towns.work()
  expect((await towns.shown('phuong-a'))[docId]).toBe('Hạn nộp thuế ở phường')
  const waiting = await last('phuong-a')
  expect(waiting).toMatchObject({ state: 'proposed' })
  expect(await copyStanding({ req: wardEditor, ...copy })).toMatchObject({
    isAdapted: true,
    remote: { differs: true },
    proposalId: waiting.id,
  })
  await expect(
    takeIn({ req: wardEditor, proposalId: waiting.id, now: now() }),
  ).rejects.toMatchObject({ code: 'copy_adapted' })
  const { items } = await towns.feed('phuong-a')
  const fork = items.filter((one) => one.id === docId).at(-1)
  expect(fork?.body).toContain('"isAdapted":true')
  expect(
    createHash('sha256')
      .update(fork?.body ?? '')
      .digest('hex'),
  ).toBe(fork?.sha256)

  const page = await portal.get('/s/phuong-a/tin/han-nop-thue')
  expect(page.text).toContain('Đã biên tập lại')
  expect(page.text).toMatch(/<link rel="canonical" href="[^"]*\/s\/phuong-a\/tin\/han-nop-thue"\/>/)

  const again = await reattach({ req: wardEditor, ...copy, now: now() })
  await towns.approve(wardHead, again.submissionId)
  expect((await towns.shown('phuong-a'))[docId]).toBe('Hạn nộp thuế lùi một tháng')
  expect(await copyStanding({ req: wardEditor, ...copy })).toMatchObject({
    isAdapted: false,
    remote: { differs: false },
    proposalId: null,
  })
  expect((await last('phuong-a')).state).toBe('accepted')
})

test('what the city withdraws is down everywhere, forks and desks included, and comes again when it is published again', async () => {
  const id = await cityArticle('Số liệu ngập')
  await towns.work()
  const { doc } = await last('phuong-a')
  await towns.edit(wardEditor, doc ?? 0, 'Số liệu ngập ở phường')
  const { submissionId } = await towns.submit(wardEditor, doc ?? 0)
  await towns.approve(await towns.head('phuong-a'), submissionId)
  await offerTo(cityEditor, id, 'phuong-b')
  const onDesk = await takeIn({
    req: await towns.head('phuong-b'),
    proposalId: (await last('phuong-b')).id,
    now: now(),
  })

  await towns.room('ha-noi').withdraw('articles', id)
  await towns.work()
  expect(await titles('phuong-a')).not.toContain('Số liệu ngập ở phường')
  const { items } = await towns.feed('phuong-a')
  expect(items.at(-1)).toMatchObject({ id: doc, kind: 'withdraw', body: null })
  expect((await last('phuong-b')).state).toBe('withdrawn')
  await expect(
    towns.approve(await towns.head('phuong-b'), onDesk.submissionId),
  ).rejects.toMatchObject({ code: 'not_waiting' })
  await expect(
    reattach({ req: wardEditor, collection: 'articles', id: doc ?? 0, now: now() }),
  ).rejects.toMatchObject({ code: 'origin_withdrawn' })

  await towns.room('ha-noi').publish('articles', id)
  await towns.work()
  expect(await last('phuong-a')).toMatchObject({ state: 'proposed' })
  expect(await titles('phuong-a')).not.toContain('Số liệu ngập')
  const again = await reattach({
    req: wardEditor,
    collection: 'articles',
    id: doc ?? 0,
    now: now(),
  })
  await towns.approve(await towns.head('phuong-a'), again.submissionId)
  expect((await towns.shown('phuong-a'))[doc ?? 0]).toBe('Số liệu ngập')
})
