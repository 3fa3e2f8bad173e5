import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#kit/inTransaction.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { wantedSpeech } from '#plugins/dispatch/forms/content/wantedForms.ts'
import { recordMade } from '#plugins/dispatch/forms/store/madeForms.ts'
import { offerBulletin } from '#plugins/dispatch/programme/follow/offerBulletin.ts'
import {
  dropAiringFor,
  moveAiringTo,
  reorderAiring,
} from '#plugins/dispatch/programme/verbs/airingVerbs.ts'
import {
  acceptOffer,
  declineOffer,
  reopenOffer,
} from '#plugins/dispatch/programme/verbs/offerVerbs.ts'
import { readInbox } from '#plugins/dispatch/programme/screens/readInbox.ts'
import { scheduleOffer } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import { at, openCommune, shown } from './openCommune.ts'

let city: Awaited<ReturnType<typeof openCommune>>
beforeAll(async () => {
  city = await openCommune()
})
afterAll(() => city?.stop())

const now = at('04:00')
const offersOf = async (docId: number) => {
  const { rows } = await city.owner.query<{ one: string }>(
    `select unit_code || ' ' || state as one from dispatch.offers where doc_id = $1 order by unit_code`,
    [docId],
  )
  return rows.map((row) => row.one)
}
const schedule = async (docId: number, time: string, more: Record<string, unknown> = {}) => {
  const { id, version } = await city.offer(docId)
  return scheduleOffer({
    req: city.people.clerk,
    id,
    version,
    now,
    medium: 'radio',
    times: { at: at(time).toISOString() },
    ...more,
  })
}

test('one offer for each commune of the audience, once by two workers: named ones, the city’s that have devices, groups’', async () => {
  const named = await city.offered('Lịch tiêm chủng', { areas: [city.units.bare.id] })
  expect(await offersOf(named)).toEqual(['00003 offered'])
  const everywhere = await city.offered('Cấp nước', { areas: [city.units.city.id] })
  expect(await offersOf(everywhere)).toEqual(['00001 offered', '00002 offered'])
  const group = await city.payload.create({
    collection: 'device-groups',
    data: { code: 'ven-song', name: 'Ven sông' },
    overrideAccess: true,
    depth: 0,
  })
  await city.owner.query(
    `insert into public.devices_rels (parent_id, path, "order", device_groups_id)
     select id, 'groups', 1, $1 from public.devices where code = 'loa-00002'`,
    [group.id],
  )
  const grouped = await city.offered('Đê điều', { areas: [], deviceGroups: [group.id] })
  expect(await offersOf(grouped)).toEqual(['00002 offered'])
  const { rows } = await city.owner.query('select from dispatch.dispatches')
  expect(rows).toEqual([])
})

test('what a ward’s own site releases is offered to it alone, as its own', async () => {
  const { rows } = await city.owner.query<{ id: number }>(
    `insert into public.sites (code, kind, hosting, path, unit_id, is_active, created_at, updated_at)
     values ('phuong-mot', 'component', 'here', '/s/phuong-mot', $1, true, now(), now()) returning id`,
    [city.units.first.id],
  )
  await inTransaction(city.owner, (client) =>
    offerBulletin(client, {
      release: { log: 'phuong-mot', seq: 1, docId: 900_001, kind: 'publish', explanation: null },
      bulletin: {
        language: 'vi',
        title: 'Họp tổ dân phố',
        text: 'Mời bà con họp tổ dân phố.',
        priority: 'normal',
        areas: [city.units.second.id],
      },
      now,
    }),
  )
  expect(rows).toHaveLength(1)
  expect(await offersOf(900_001)).toEqual(['00001 offered'])
  expect((await city.offer(900_001)).isOwn).toBe(true)
})

test('a normal bulletin is placed within the frames, in a free place; else refused with the nearest one', async () => {
  const id = await city.offered('Phiên chợ')
  await expect(schedule(id, '12:00')).rejects.toMatchObject({
    code: 'outside_frames',
    details: { nearest: at('16:30').toISOString() },
  })
  const { airings } = await schedule(id, '05:45')
  expect(airings).toMatchObject([{ state: 'sent', startsAt: at('05:45').toISOString() }])
  const other = await city.offered('Ngày hội đọc sách')
  await expect(schedule(other, '05:45')).rejects.toMatchObject({
    code: 'slot_taken',
    details: { nearest: at('05:44').toISOString() },
  })
  const done = await schedule(other, '05:45', { isNearestMeant: true })
  expect(done.airings).toMatchObject([{ startsAt: at('05:44').toISOString() }])
  await expect(schedule(other, '03:00')).rejects.toMatchObject({ code: 'in_past' })
  expect((await city.offer(id)).state).toBe('accepted')
})

test('a series over days, weekdays, times and repeats is placed whole or not at all', async () => {
  const id = await city.offered('Bảo vệ môi trường')
  const day = (days: number) => shown('00:00', days).slice(0, 10)
  const days = [1, 2, 3, 4, 5, 6, 7]
  const series = { from: day(3), to: day(4), days, times: ['06:10', '17:10'] }
  const done = await schedule(id, '06:00', {
    times: series,
    repeats: { count: 2, everyMinutes: 10 },
  })
  expect(done.airings).toHaveLength(8)
  const before = (await city.airings()).length
  await expect(
    schedule(id, '06:00', {
      times: { ...series, from: day(4), to: day(6), times: ['06:40', '17:10'] },
    }),
  ).rejects.toMatchObject({ code: 'slot_taken' })
  expect(await city.airings()).toHaveLength(before)
})

test('two people at once: the second is told that it was changed; a neighbour and the city are refused', async () => {
  const id = await city.offered('Tiếp công dân')
  const { id: offerId, version } = await city.offer(id)
  const asked = { id: offerId, version, now }
  const both = await Promise.allSettled([
    acceptOffer({ ...asked, req: city.people.clerk }),
    declineOffer({ ...asked, req: city.people.chair, reason: 'Không hợp địa bàn' }),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    code: 'stale_version',
    status: 409,
  })
  for (const req of [city.people.neighbour, city.people.operator])
    await expect(acceptOffer({ ...asked, req })).rejects.toMatchObject({
      code: 'not_of_commune',
    })
})

test('a refusal needs a reason, takes the airings out, and can be taken back', async () => {
  const id = await city.offered('Gương người tốt')
  await schedule(id, '16:40')
  const asked = async () => {
    const { id: offerId, version } = await city.offer(id)
    return { req: city.people.clerk, id: offerId, version, now }
  }
  await expect(declineOffer({ ...(await asked()), reason: ' ' })).rejects.toMatchObject({
    code: 'reason_missing',
  })
  await declineOffer({ ...(await asked()), reason: 'Đã phát tuần trước' })
  expect((await city.airings(`o.doc_id = $1`, [id])).map((one) => one.state)).toEqual(['dropped'])
  await reopenOffer(await asked())
  expect((await city.offer(id)).state).toBe('offered')
})

test('moved, exchanged and dropped: what devices have is updated or cancelled, each version once', async () => {
  const first = await city.offered('Cải cách hành chính')
  const second = await city.offered('Phòng cháy')
  await schedule(first, '06:30')
  await schedule(second, '06:32')
  const [a, b] = await city.airings('o.doc_id = any($1::int[])', [[first, second]])
  if (!a || !b) throw new Error('no airings')
  expect([a.state, b.state]).toEqual(['planned', 'planned'])
  await city.tick(at('04:35'))
  expect(await city.given(a.id)).toEqual(['alert 1'])
  const req = city.people.clerk
  const moment = at('04:40')
  await reorderAiring({ req, id: b.id, version: 1, now: moment, direction: 'earlier' })
  const times = async () =>
    (await city.airings('a.id = any($1::uuid[])', [[a.id, b.id]])).map((one) => [
      one.title,
      one.startsAt,
    ])
  expect(await times()).toEqual([
    ['Phòng cháy', shown('06:30')],
    ['Cải cách hành chính', shown('06:31')],
  ])
  await moveAiringTo({ req, id: a.id, version: 2, now: moment, at: at('06:50') })
  expect(await city.given(a.id)).toEqual(['alert 1', 'update 2', 'update 3'])
  await expect(
    moveAiringTo({ req, id: a.id, version: 2, now: moment, at: at('06:55') }),
  ).rejects.toMatchObject({ code: 'stale_version' })
  await expect(
    moveAiringTo({
      req,
      id: a.id,
      version: 3,
      now: moment,
      at: at('06:50'),
      medium: 'board',
    }),
  ).rejects.toMatchObject({ code: 'sent_elsewhere' })
  await dropAiringFor({ req, id: a.id, version: 3, now: moment, reason: 'Hết giờ' })
  expect(await city.given(a.id)).toEqual(['alert 1', 'update 2', 'update 3', 'cancel 4'])
  expect((await city.offer(first)).state).toBe('offered')
})

test('an update gives planned airings its text and devices the new one; a withdrawal takes all back and says so', async () => {
  const id = await city.offered('Ngập cục bộ')
  await schedule(id, '16:50')
  await schedule(id, '05:50', { times: { at: at('05:50', 3).toISOString() } })
  await city.tick(at('15:00'))
  await city.payload.update({
    collection: 'bulletins',
    id,
    data: { text: `Nước rút chậm. ${'Đề nghị người dân đi đường khác. '.repeat(20)}` },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await city.room.publish('bulletins', id, 'update')
  await city.followAll(at('15:05'))
  const [sent, planned] = await city.airings('o.doc_id = $1', [id])
  expect([sent?.state, planned?.state]).toEqual(['sent', 'planned'])
  expect(await city.given(sent?.id ?? '')).toEqual(['alert 1', 'update 2'])
  expect(planned?.seconds).toBeGreaterThan(40)
  await city.room.withdraw('bulletins', id)
  await city.followAll(at('15:10'))
  expect((await city.airings('o.doc_id = $1', [id])).map((one) => one.state)).toEqual([
    'dropped',
    'dropped',
  ])
  expect(await city.given(sent?.id ?? '')).toEqual(['alert 1', 'update 2', 'cancel 3'])
  expect(await city.given(planned?.id ?? '')).toEqual([])
  expect((await city.offer(id)).state).toBe('withdrawn')
  expect((await city.mails()).map((one) => one.subject)).toContain(
    '[Bản tin bị thu hồi] Ngập cục bộ',
  )
  await expect(schedule(id, '17:30')).rejects.toMatchObject({ code: 'offer_closed' })
})

test('an offer ends with its bulletin', async () => {
  const id = await city.offered('Lịch cắt điện', { expiresAt: at('16:59').toISOString() })
  await expect(schedule(id, '16:59')).rejects.toMatchObject({ code: 'after_expiry' })
  await city.tick(at('16:59'))
  expect((await city.offer(id)).state).toBe('expired')
})

test('a commune hears in its inbox the speech that will go out, once it is made', async () => {
  const text = 'Mất điện ngày 24/11.'
  const docId = await city.offered('Mất điện khu phố 4', { text })
  const inbox = async () => {
    const items = await readInbox(city.owner as never, { unitCode: '00001', tab: 'waiting' }) // a pool asks as a client does
    return items.find(({ title }) => title === 'Mất điện khu phố 4')
  }
  expect(await offersOf(docId)).toEqual(['00001 offered'])
  expect(await inbox()).toMatchObject({ audioUrl: null })
  const spoken = (await inbox())?.spokenText ?? ''
  expect(spoken).toContain('hai mươi tư tháng mười một')
  const file = `${'a'.repeat(64)}.mp3`
  const { key, madeFrom } = wantedSpeech(spoken, 'vi')
  await recordMade(sqlOn(city.owner), {
    key,
    madeFrom,
    role: 'audio',
    files: [{ file, sha256: 'a'.repeat(64), mimeType: 'audio/mpeg', bytes: 1 }],
    madeBy: 'test',
  })
  expect(await inbox()).toMatchObject({ audioUrl: `/api/dispatch/forms/made/${file}` })
})
