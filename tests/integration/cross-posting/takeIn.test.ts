import pg from 'pg'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  copyStanding,
  dismissUpdate,
  offer,
  readInbox,
  readProposal,
  returnProposal,
  takeIn,
} from '#plugins/cross-posting/index.ts'
import { releaseEmergency } from '#plugins/editorial-board/index.ts'
import { skipWaiting } from '#tests/support/skipWaiting.ts'
import { openNeighbours } from './openNeighbours.ts'
import type { Neighbours } from './openNeighbours.ts'

const wards = ['phuong-a', 'phuong-b', 'phuong-c']
let towns: Neighbours
let editor: PayloadRequest

beforeAll(async () => {
  towns = await openNeighbours(...wards)
  editor = await towns.person('phuong-a', 'editor')
})
afterAll(() => towns.stop())

const now = () => new Date()
const last = async (log: string) => (await towns.proposalsOf(log)).at(-1)?.id ?? ''
const offered = async (id: number, log = 'phuong-a', collection = 'articles') => {
  const req = await towns.head('ha-noi')
  await offer({ req, collection, id, logs: [log] })
  return last(log)
}
const bodyOf = async (collection: string, id: number) => {
  const [row] = await towns.rows<{ body: string }>(
    'select body from release.releases where collection = $1 and doc_id = $2 order by seq desc limit 1',
    collection,
    id,
  )
  return (JSON.parse(row?.body ?? '{}') as { locales: { vi: Record<string, unknown> } }).locales.vi
}

test('an emergency is public at once where a board allows just that; other items only wait there', async () => {
  await towns.consent('phuong-a', { mayPublish: false, mayUpdate: false, mayEmergency: true })
  const req = await towns.head('ha-noi')
  const ordinary = await towns.room('ha-noi').draft('Tin thường')
  await towns.room('ha-noi').publish('articles', ordinary)
  const urgent = await towns
    .room('ha-noi')
    .draft('Vỡ đê', { cover: await towns.room('ha-noi').picture() })
  const reasonCode = 'naturalDisaster'
  const issue = { req, collection: 'articles', id: urgent, explanation: 'Lũ về.', now: now() }
  await releaseEmergency({ ...issue, reasonCode })
  await towns.work()
  expect(Object.values(await towns.shown('phuong-a'))).toEqual(['Vỡ đê'])
  const inbox = await readInbox({ req: editor, log: 'phuong-a', states: ['proposed'] })
  expect(inbox.items.map((one) => one.title)).toEqual(['Tin thường'])
})

test('a link card shows title, lead and a link to the original, and stays attached', async () => {
  const id = await towns.room('ha-noi').draft('Bản đồ quy hoạch')
  await towns.room('ha-noi').publish('articles', id)
  const taken = await takeIn({
    req: editor,
    proposalId: await offered(id),
    mode: 'link',
    now: now(),
  })
  await towns.approve(await towns.head('phuong-a'), taken.submissionId)
  const shown = await bodyOf('articles', taken.docId)
  expect(shown).toMatchObject({ title: 'Bản đồ quy hoạch', origin: { mode: 'link' } })
  expect(JSON.stringify(shown?.body)).toContain('http://localhost:3000/tin/ban-do-quy-hoach')
  expect(JSON.stringify(shown?.body)).not.toContain('Nội dung của')
  await towns.payload.update({
    collection: 'articles',
    id: taken.docId,
    draft: true,
    data: {},
    req: editor,
    overrideAccess: false,
    depth: 0,
  })
  expect(
    (await copyStanding({ req: editor, collection: 'articles', id: taken.docId }))?.isAdapted,
  ).toBe(false)
})

test('a document goes with its fields and without what is private to its board', async () => {
  const unit = await towns.payload.create({
    collection: 'units',
    data: { code: '001', name: 'Sở Nội vụ', kind: 'department' },
    overrideAccess: true,
    depth: 0,
  })
  const { id } = await towns.payload.create({
    collection: 'documents',
    data: {
      number: '12/2026/QĐ-UBND',
      title: 'Về việc thử',
      kind: 'decision',
      issuedOn: '2026-11-20',
      issuer: unit.id,
      scope: [unit.id],
      files: [await towns.room('ha-noi').picture('#123')],
      site: towns.room('ha-noi').site.id,
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await towns.room('ha-noi').publish('documents', id)
  const proposalId = await offered(id, 'phuong-a', 'documents')
  const taken = await takeIn({ req: editor, proposalId, now: now() })
  const copy = await towns.payload.findByID({
    collection: 'documents',
    id: taken.docId,
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
  expect(copy).toMatchObject({
    number: '12/2026/QĐ-UBND',
    issuer: unit.id,
    slug: '12-2026-qd-ubnd',
  })
  expect(copy.scope ?? []).toEqual([])
  await towns.approve(await towns.head('phuong-a'), taken.submissionId)
  const { files, numberKey } = (await bodyOf('documents', taken.docId)) ?? {}
  expect({ files, numberKey }).toEqual(
    (({ files, numberKey }) => ({ files, numberKey }))((await bodyOf('documents', id)) ?? {}),
  )
})

test('nobody writes an origin by hand, and a duplicate is no copy', async () => {
  const id = await towns.room('ha-noi').draft('Gốc')
  await towns.room('ha-noi').publish('articles', id)
  const taken = await takeIn({ req: editor, proposalId: await offered(id), now: now() })
  const forged = { site: 'phuong-b', item: '1', collection: 'articles', hops: [], mode: 'copy' }
  const own = await towns.room('phuong-a').draft('Của phường', { origin: forged })
  const written = async (document: number, data: Record<string, unknown>) =>
    towns.payload.update({
      collection: 'articles',
      id: document,
      draft: true,
      data,
      overrideAccess: true,
      depth: 0,
    })
  expect((await written(own, { origin: forged })).origin?.site ?? null).toBeNull()
  expect((await written(taken.docId, { origin: forged })).origin?.site).toBe('ha-noi')
  expect((await written(taken.docId, { origin: {} })).origin?.site).toBe('ha-noi')
  const twin = await towns.payload.duplicate({
    collection: 'articles',
    id: taken.docId,
    data: { title: 'Bản nhân' },
    overrideAccess: true,
    depth: 0,
  })
  expect(twin.origin?.site ?? null).toBeNull()
})

test('a draft that was deleted before it was public puts its proposal back into the inbox', async () => {
  const id = await towns.room('ha-noi').draft('Bỏ rồi lấy lại')
  await towns.room('ha-noi').publish('articles', id)
  const proposalId = await offered(id)
  const first = await takeIn({ req: editor, proposalId, now: now() })
  await towns.payload.delete({
    collection: 'articles',
    id: first.docId,
    req: editor,
    overrideAccess: false,
    depth: 0,
  })
  const second = await takeIn({ req: editor, proposalId, now: now() })
  expect(second.docId).not.toBe(first.docId)
})

test('who may: people of the boards, not machines, strangers or auditors', async () => {
  const id = await towns.room('ha-noi').draft('Ai được làm')
  await towns.room('ha-noi').publish('articles', id)
  const proposalId = await offered(id)
  const collaborator = await towns.person('phuong-a', 'collaborator')
  const auditor = await towns.person('phuong-b', 'member', { roles: ['auditor'] })
  const machine = { ...editor, user: { ...editor.user, _strategy: 'api-key' } } as PayloadRequest
  const stranger = { ...editor, user: null } as PayloadRequest
  const refused = (req: PayloadRequest) => [
    () => takeIn({ req, proposalId, now: now() }),
    () => returnProposal({ req, proposalId, reason: 'x' }),
    () => dismissUpdate({ req, proposalId }),
    () => offer({ req, collection: 'articles', id, logs: ['phuong-b'] }),
  ]
  for (const [req, code] of [
    [collaborator, 'not_on_board'],
    [auditor, 'not_on_board'],
    [machine, 'people_only'],
    [stranger, 'people_only'],
  ] as const) {
    for (const act of refused(req)) await expect(act()).rejects.toMatchObject({ code })
  }
  expect((await readProposal({ req: auditor, proposalId })).may).toEqual({
    takeIn: false,
    return: false,
    dismiss: false,
    reattach: false,
    withdraw: false,
  })
  await expect(readInbox({ req: editor, log: 'phuong-b' })).rejects.toMatchObject({
    code: 'not_on_board',
  })
  await expect(dismissUpdate({ req: editor, proposalId })).rejects.toMatchObject({
    code: 'not_a_copy',
  })
})

const freeJobs = `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs
  where locked_by is not null))`

test('connections that die at any moment lose and repeat nothing', async () => {
  for (const ward of wards) await towns.consent(ward)
  const executioner = new pg.Client({ connectionString: inject('postgres').superUrl })
  await executioner.connect()
  const [{ name } = { name: '' }] = await towns.rows<{ name: string }>(
    'select current_database() as name',
  )
  for (const turn of [1, 2, 3, 4, 5, 6]) {
    const id = await towns.room('ha-noi').draft(`Dòng ${turn}`)
    await towns.room('ha-noi').publish('articles', id)
  }
  const workUnderFire = async (task: string) => {
    await skipWaiting(towns.owner)
    let isOver = false
    let cut = 0
    const work = towns
      .work(task)
      .catch(() => undefined)
      .finally(() => {
        isOver = true
      })
    for (let kill = 0; kill < 8 && !isOver;) {
      await new Promise((resolve) => {
        setTimeout(resolve, 15)
      })
      const { rowCount } = await executioner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and usename = 'coloa_app' and state <> 'idle'`,
        [name],
      )
      if (rowCount) kill += 1
      cut += rowCount ?? 0
    }
    await work
    await towns.rows(freeJobs)
    return cut
  }
  await workUnderFire('follow:crossPosting')
  await skipWaiting(towns.owner)
  await towns.work('follow:crossPosting')
  expect(await workUnderFire('crossPostingTakeIn')).toBeGreaterThan(0)
  await executioner.end()
  for (let turn = 0; turn < 3; turn += 1) {
    await towns.rows(freeJobs)
    await skipWaiting(towns.owner)
    await towns.work()
  }
  const counted = await towns.rows<{ log: string; copies: number; proposals: number }>(
    `select r.log, count(*)::int as copies, (select count(*)::int from cross_posting.proposals p
       where p.log = r.log and p.title like 'Dòng %' and p.state = 'accepted') as proposals
     from release.releases r where r.log = any ($1) and r.body like '%"title":"Dòng %' group by r.log order by r.log`,
    wards,
  )
  expect(counted).toEqual(wards.map((log) => ({ log, copies: 6, proposals: 6 })))
  expect(await towns.rows(`select task_identifier, last_error from graphile_worker.jobs`)).toEqual(
    [],
  )
})
