import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve, grantConsent, withdraw } from '#plugins/editorial-board/index.ts'
import {
  copyStanding,
  offer,
  readInbox,
  readOutbox,
  returnProposal,
  takeIn,
} from '#plugins/cross-posting/index.ts'
import { openMuseumProject } from './openMuseumProject.ts'
import type { MuseumProject } from './openMuseumProject.ts'

let museums: MuseumProject

beforeAll(async () => {
  museums = await openMuseumProject()
})
afterAll(() => museums.stop())

const itemOf = async (museum: 'north' | 'south', title: string) =>
  (await museums.feed(museum)).items.find((one) => one.title === title)

test('under a consent an exhibit is public in the other museum too, and goes with its original', async () => {
  await grantConsent({
    req: await museums.head('south'),
    consent: {
      log: 'south',
      sourceLog: 'north',
      collections: null,
      categories: null,
      kinds: ['bronze'],
      mayPublish: true,
      mayUpdate: true,
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      document: '4/NQ',
    },
  })
  const drum = await museums.show('north', 'Trong dong', 'bronze')
  await museums.show('north', 'Tuong go', 'wood')
  await museums.work()
  expect((await museums.feed('north')).items.map((one) => one.title)).toEqual([
    'Trong dong',
    'Tuong go',
  ])
  const { items } = await museums.feed('south')
  expect(items).toHaveLength(1)
  const [copy] = items
  expect(copy).toMatchObject({
    kind: 'publish',
    title: 'Trong dong',
    url: 'http://south.museum.example/exhibits/trong-dong',
    canonicalUrl: 'http://north.museum.example/exhibits/trong-dong',
    hops: ['north', 'south'],
    attribution: { sourceAgency: 'Bảo tàng north' },
  })
  expect(
    createHash('sha256')
      .update(copy?.body ?? '')
      .digest('hex'),
  ).toBe(copy?.sha256)

  const gone = { collection: 'exhibits', id: drum, type: 'error' as const, explanation: 'Sai.' }
  await withdraw({ req: await museums.head('north'), ...gone })
  await museums.work()
  expect((await museums.feed('south')).items.map(({ kind, body }) => [kind, body])).toEqual([
    ['publish', null],
    ['withdraw', null],
  ])
})

test('without one it is offered, taken in and decided by the receiving board', async () => {
  const vase = await museums.show('north', 'Binh gom', 'clay')
  const target = { collection: 'exhibits', id: vase }
  await expect(
    offer({ req: await museums.stranger(), ...target, logs: ['south'] }),
  ).rejects.toMatchObject({ code: 'not_on_board' })
  const made = await offer({
    req: await museums.editor('north'),
    ...target,
    logs: ['south', 'west'],
  })
  expect(made.skipped).toEqual([{ log: 'west', code: 'unknown_site' }])
  const inbox = await readInbox({ req: await museums.editor('south'), log: 'south' })
  const waiting = inbox.items.filter((one) => one.state === 'proposed')
  expect(waiting).toMatchObject([{ title: 'Binh gom', offeredByName: 'editor north' }])
  const proposalId = waiting[0]?.id ?? ''
  const now = new Date()
  await expect(takeIn({ req: await museums.head('north'), proposalId, now })).rejects.toMatchObject(
    {
      code: 'not_on_board',
    },
  )
  const taken = await takeIn({ req: await museums.editor('south'), proposalId, now })
  expect(await itemOf('south', 'Binh gom')).toBeUndefined()
  const done = await approve({
    req: await museums.head('south'),
    submissionId: taken.submissionId,
    now,
  })
  expect(done.outcome).toBe('released')
  expect(await itemOf('south', 'Binh gom')).toMatchObject({ hops: ['north', 'south'] })
  const standing = await copyStanding({
    req: await museums.editor('south'),
    collection: 'exhibits',
    id: taken.docId,
  })
  expect(standing).toMatchObject({ isAdapted: false, isPublic: true })
  const sent = await readOutbox({ req: await museums.editor('north'), log: 'north' })
  expect(sent.items.find((one) => one.id === proposalId)?.state).toBe('accepted')
})

test('what a museum proposes comes back with the reason, and is shown nowhere else', async () => {
  const id = await museums.show('south', 'Chum sanh', 'clay')
  const made = await offer({
    req: await museums.editor('south'),
    collection: 'exhibits',
    id,
    logs: ['north'],
  })
  const proposalId = made.offered[0]?.id ?? ''
  await returnProposal({
    req: await museums.head('north'),
    proposalId,
    reason: 'Không hợp phòng này.',
  })
  const sent = await readOutbox({ req: await museums.editor('south'), log: 'south' })
  expect(sent.items.find((one) => one.id === proposalId)).toMatchObject({
    reason: 'proposal',
    state: 'returned',
    answer: 'Không hợp phòng này.',
  })
  expect(await itemOf('north', 'Chum sanh')).toBeUndefined()
})
