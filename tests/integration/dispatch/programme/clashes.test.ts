import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveAiringTo } from '#plugins/dispatch/programme/verbs/airingVerbs.ts'
import { scheduleOffer } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import { settleClash } from '#plugins/dispatch/programme/verbs/settleClash.ts'
import { at, openCommune, shown } from './openCommune.ts'

let city: Awaited<ReturnType<typeof openCommune>>
beforeAll(async () => {
  city = await openCommune()
})
afterAll(() => city?.stop())

const urgent = (title: string, time: string, days = 2) =>
  city.offered(title, { priority: 'priority', broadcastAt: at(time, days).toISOString() })
const openOf = async (docId: number) => {
  const { rows } = await city.owner.query<{
    id: string
    medium: string
    decider: string
    clause: string
    decideBy: Date
  }>(
    `select c.id, a.medium, c.decider, c.clause, c.decide_by as "decideBy" from dispatch.clashes c
       join dispatch.airings a on a.id = c.theirs join dispatch.offers o on o.id = a.offer_id
     where o.doc_id = $1 and c.decided_at is null order by a.medium desc`,
    [docId],
  )
  return rows
}
const dayOf = async (docIds: number[], medium = 'radio') =>
  (await city.airings('o.doc_id = any($1::int[]) and a.medium = $2', [docIds, medium])).map(
    (one) => `${one.startsAt.slice(11)} ${one.state} ${one.title}`,
  )

test('a priority bulletin takes its time on radio and board at once; normal items give way, nothing is lost', async () => {
  const normal = await city.offered('Phiên chợ')
  const { id, version } = await city.offer(normal)
  await scheduleOffer({
    req: city.people.clerk,
    id,
    version,
    now: at('04:00', 1),
    medium: 'radio',
    times: { at: at('06:00').toISOString() },
  })
  const doc = await urgent('Cấp nước', '06:00')
  expect(await dayOf([doc, normal])).toEqual(['06:00 planned Cấp nước', '06:01 planned Phiên chợ'])
  expect(await dayOf([doc], 'board')).toEqual(['06:00 planned Cấp nước'])
  expect((await city.offer(doc)).state).toBe('accepted')
})

test('two for one hour wait for the named person, who is told by mail; each decision does what it says', async () => {
  const first = await urgent('Tiêm chủng', '17:00')
  const second = await urgent('Mất điện', '17:00')
  expect(await dayOf([first, second])).toEqual([
    '17:00 undecided Mất điện',
    '17:00 planned Tiêm chủng',
  ])
  const [radio, board] = await openOf(second)
  expect(radio).toMatchObject({ decider: 'communeUser', clause: 'S-12.2', decideBy: at('16:00') })
  const mails = (await city.mails()).filter((one) => one.subject.includes('trùng giờ'))
  expect(mails).toHaveLength(2)
  expect(mails[0]?.recipients).toEqual(['chu-tich@coloa.example', 'thu-ky@coloa.example'])
  const decide = (decision: 'theirs_first' | 'ours_only', id = '') =>
    settleClash({ req: city.people.clerk, id, decision, now: at('08:00') })
  await expect(
    settleClash({
      req: city.people.neighbour,
      id: radio?.id ?? '',
      decision: 'ours_only',
      now: at('08:00'),
    }),
  ).rejects.toMatchObject({ code: 'not_of_commune' })
  const both = await Promise.allSettled([
    decide('theirs_first', radio?.id),
    decide('theirs_first', radio?.id),
  ])
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await dayOf([first, second])).toEqual([
    '17:00 planned Mất điện',
    '17:01 planned Tiêm chủng',
  ])
  await decide('ours_only', board?.id)
  expect(await dayOf([first, second], 'board')).toEqual([
    '17:00 dropped Mất điện',
    '17:00 planned Tiêm chủng',
  ])
})

test('undecided at its time, the default is applied once by two workers, logged, and told (F22)', async () => {
  const first = await urgent('Bầu cử', '16:40')
  const second = await urgent('Giao thông', '16:40')
  const [radio] = await openOf(second)
  await city.tick(at('15:39'))
  expect(await openOf(second)).toHaveLength(2)
  await city.tick(at('15:40'))
  expect(await openOf(second)).toEqual([])
  expect(await dayOf([first, second])).toEqual(['16:40 sent Bầu cử', '16:41 sent Giao thông'])
  const { rows } = await city.owner.query(
    'select decision, is_default, decided_by from dispatch.clashes where id = $1',
    [radio?.id],
  )
  expect(rows).toEqual([{ decision: 'ours_first', is_default: true, decided_by: null }])
  const events = await city.owner.query(
    `select count(*)::int as n from dispatch.airing_events where event = 'clash_default' and detail ->> 'clash' = $1`,
    [radio?.id],
  )
  expect(events.rows).toEqual([{ n: 2 }])
  await expect(
    settleClash({
      req: city.people.clerk,
      id: radio?.id ?? '',
      decision: 'ours_only',
      now: at('15:41'),
    }),
  ).rejects.toMatchObject({ code: 'clash_decided' })
})

test('a decision after the first was sent reaches the devices as an update; one moved away by hand ends the clash', async () => {
  const first = await urgent('Sửa đường', '06:30', 3)
  await city.tick(at('05:00', 3))
  const second = await urgent('Tuyển quân', '06:30', 3)
  const [radio, board] = await openOf(second)
  await settleClash({
    req: city.people.chair,
    id: radio?.id ?? '',
    decision: 'theirs_first',
    now: at('05:10', 3),
  })
  const [ours] = await city.airings(`o.doc_id = $1 and a.medium = 'radio'`, [first])
  const [theirs] = await city.airings(`o.doc_id = $1 and a.medium = 'radio'`, [second])
  expect(await city.given(ours?.id ?? '')).toEqual(['alert 1', 'update 2'])
  expect(await city.given(theirs?.id ?? '')).toEqual(['alert 1'])
  const [onBoard] = await city.airings(`o.doc_id = $1 and a.medium = 'board'`, [first])
  await moveAiringTo({
    req: city.people.clerk,
    id: onBoard?.id ?? '',
    version: onBoard?.version ?? 0,
    at: at('09:00', 3),
    now: at('05:20', 3),
  })
  expect(board).toBeDefined()
  expect(await openOf(second)).toEqual([])
  expect(await dayOf([second], 'board')).toEqual(['06:30 sent Tuyển quân'])
})

test('what is withdrawn while it clashes leaves the other where it is', async () => {
  const first = await urgent('Thu gom rác', '17:30', 4)
  const second = await urgent('Phun thuốc muỗi', '17:30', 4)
  await city.room.withdraw('bulletins', first)
  await city.followAll(at('08:00', 4))
  expect(await openOf(second)).toEqual([])
  expect(await dayOf([first, second])).toEqual([
    '17:30 planned Phun thuốc muỗi',
    '17:30 dropped Thu gom rác',
  ])
  expect(shown('17:30', 4)).toContain('17:30')
})

test('outside the frames a priority item warns and is placed when it is meant', async () => {
  const doc = await city.offered('Không nêu giờ', { priority: 'priority' })
  const { id, version, state } = await city.offer(doc)
  expect(state).toBe('offered')
  const asked = {
    req: city.people.clerk,
    id,
    version,
    now: at('08:00'),
    medium: 'radio' as const,
    times: { at: at('12:00', 5).toISOString() },
  }
  await expect(scheduleOffer(asked)).rejects.toMatchObject({ code: 'outside_frames_confirm' })
  const done = await scheduleOffer({ ...asked, isOutsideFramesMeant: true })
  expect(done.airings).toMatchObject([{ state: 'planned' }])
})

test('of three for one hour one decision parts two, and the third is decided on by itself; none sounds with another', async () => {
  const docs = [
    await urgent('Một', '17:45', 6),
    await urgent('Hai', '17:45', 6),
    await urgent('Ba', '17:45', 6),
  ]
  const decide = async (doc: number) => {
    const radio = (await openOf(doc)).find((one) => one.medium === 'radio')
    if (!radio) return
    await settleClash({
      req: city.people.clerk,
      id: radio.id,
      decision: 'theirs_first',
      now: at('08:00', 6),
    })
  }
  await decide(docs[1] ?? 0)
  await decide(docs[2] ?? 0)
  await city.tick(at('17:00', 6))
  const lines = await dayOf(docs)
  expect(new Set(lines.map((line) => line.slice(0, 5))).size).toBe(3)
  expect(lines.every((line) => line.includes(' sent '))).toBe(true)
})

test('a board that changes the air time takes along what the commune has not moved itself', async () => {
  const doc = await urgent('Đổi giờ', '06:10', 7)
  const [onBoard] = await city.airings(`o.doc_id = $1 and a.medium = 'board'`, [doc])
  await moveAiringTo({
    req: city.people.clerk,
    id: onBoard?.id ?? '',
    version: onBoard?.version ?? 0,
    at: at('10:00', 7),
    now: at('08:00'),
  })
  await city.payload.update({
    collection: 'bulletins',
    id: doc,
    data: { broadcastAt: at('06:40', 7).toISOString() },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await city.room.publish('bulletins', doc, 'update')
  await city.followAll()
  expect(await dayOf([doc])).toEqual(['06:40 planned Đổi giờ'])
  expect(await dayOf([doc], 'board')).toEqual(['10:00 planned Đổi giờ'])
})
