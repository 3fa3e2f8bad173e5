import { handleEndpoints } from 'payload'
import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setFrames } from '#plugins/dispatch/programme/verbs/setFrames.ts'
import { reorderAiring } from '#plugins/dispatch/programme/verbs/airingVerbs.ts'
import { copyDay } from '#plugins/dispatch/programme/verbs/copyDay.ts'
import { scheduleOffer } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import { password } from '#tests/support/newsroom.ts'
import { at, openCommune, shown } from './openCommune.ts'

let city: Awaited<ReturnType<typeof openCommune>>
let config: Promise<SanitizedConfig>

beforeAll(async () => {
  city = await openCommune({ COLOA_PROFILE: 'haiphong' })
  config = (await import('#payload-config')).default
})
afterAll(() => city?.stop())

const now = at('04:00')
const dayOf = (days: number) => shown('00:00', days).slice(0, 10)

/** What the API answers a person. */
const call = async (who: string | null, path: string, body: unknown) => {
  const token = who
    ? (
        await city.payload.login({
          collection: 'users',
          data: { email: `${who}@coloa.example`, password },
        })
      ).token
    : undefined
  const answer = await handleEndpoints({
    config,
    request: new Request(`http://localhost/api${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      body: JSON.stringify(body),
    }),
  })
  const { errors } = (await answer.json()) as { errors?: { code: string; message: string }[] }
  return { status: answer.status, code: errors?.[0]?.code, message: errors?.[0]?.message }
}

test('in Hải Phòng the Chair alone chooses normal bulletins (H-12.3); refusals say so and are recorded', async () => {
  const doc = await city.offered('Phiên chợ')
  const { id } = await city.offer(doc)
  const path = `/dispatch/offers/${id}/accept`
  expect(await call(null, path, { version: 1 })).toMatchObject({ status: 401 })
  expect(await call('thu-ky', path, { version: 1 })).toEqual({
    status: 403,
    code: 'chair_decides',
    message: 'Việc này do Chủ tịch UBND cấp xã quyết định.',
  })
  expect(await call('chu-tich', path, { version: 7 })).toMatchObject({
    status: 409,
    code: 'stale_version',
  })
  expect(await call('chu-tich', path, { version: 'x' })).toMatchObject({
    status: 400,
    code: 'bad_input',
  })
  expect(await call('chu-tich', '/dispatch/offers/khong-co/accept', { version: 1 })).toMatchObject({
    status: 404,
  })
  expect(await call('chu-tich', path, { version: 1 })).toMatchObject({ status: 200 })
  const { rows } = await city.owner.query(
    `select operation, code from release.refusals where code = 'chair_decides'`,
  )
  expect(rows).toEqual([{ operation: 'post /dispatch/offers/:id/accept', code: 'chair_decides' }])
})

test('a clash is the Chair’s (H-12.2), who alone is told; the city’s operator and the clerk are refused', async () => {
  const broadcastAt = at('17:00').toISOString()
  await city.offered('Cấp nước', { priority: 'priority', broadcastAt })
  await city.offered('Cấp điện', { priority: 'priority', broadcastAt })
  const { rows } = await city.owner.query<{ id: string; decider: string; clause: string }>(
    'select id, decider, clause from dispatch.clashes limit 1',
  )
  const [clash] = rows
  expect(clash).toMatchObject({ decider: 'communeChair', clause: 'H-12.2' })
  const mails = (await city.mails()).filter((one) => one.subject.includes('trùng giờ'))
  expect(mails[0]?.recipients).toEqual(['chu-tich@coloa.example'])
  const path = `/dispatch/clashes/${clash?.id}/decide`
  const decision = { decision: 'ours_first' }
  expect(await call('thu-ky', path, decision)).toMatchObject({ code: 'chair_decides' })
  expect(await call('van-hanh', path, decision)).toMatchObject({ code: 'not_of_commune' })
  expect(await call('chu-tich', path, decision)).toMatchObject({ status: 200 })
  expect(await call('chu-tich', path, decision)).toMatchObject({
    status: 409,
    code: 'clash_decided',
  })
})

test('time frames hold from their day on; what stands on the programme stays, new items keep to them', async () => {
  const frames = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '19:00', to: '20:00' }]
  const entry = { unitCode: '00001', medium: 'radio' as const, frames, validFrom: dayOf(3), now }
  await expect(
    setFrames({ ...entry, req: city.people.chair, frames: [...frames, ...frames] }),
  ).rejects.toMatchObject({ code: 'frames_wrong', details: { fault: 'frames_overlap' } })
  await expect(
    setFrames({ ...entry, req: city.people.chair, validFrom: dayOf(1) }),
  ).rejects.toMatchObject({ code: 'frames_too_early' })
  await expect(setFrames({ ...entry, req: city.people.neighbour })).rejects.toMatchObject({
    code: 'not_of_commune',
  })
  await setFrames({ ...entry, req: city.people.chair })
  const doc = await city.offered('Họp dân')
  const schedule = async (time: string, days: number) => {
    const { id, version } = await city.offer(doc)
    return scheduleOffer({
      req: city.people.chair,
      id,
      version,
      now,
      medium: 'radio',
      times: { at: at(time, days).toISOString() },
    })
  }
  await schedule('06:00', 2)
  await expect(schedule('06:00', 3)).rejects.toMatchObject({
    code: 'outside_frames',
    details: { nearest: at('19:00', 3).toISOString() },
  })
  await schedule('19:10', 3)
})

test('a day is copied item by item; what does not fit there is named', async () => {
  const done = await copyDay({
    req: city.people.chair,
    unitCode: '00001',
    medium: 'radio',
    from: dayOf(3),
    to: dayOf(4),
    now,
  })
  expect(done).toEqual({ made: 1, left: [] })
  const again = await copyDay({
    req: city.people.chair,
    unitCode: '00001',
    medium: 'radio',
    from: dayOf(3),
    to: dayOf(4),
    now,
  })
  expect(again).toEqual({ made: 0, left: [{ title: 'Họp dân', code: 'slot_taken' }] })
})

test('who may not arrange a normal item does not move it by arranging the one beside it', async () => {
  const { clerk, chair } = city.people
  const normal = await city.offered('Bình thường')
  const { id, version } = await city.offer(normal)
  const times = { at: at('17:20').toISOString() }
  await scheduleOffer({ req: chair, id, version, now, medium: 'radio', times })
  await city.offered('Ưu tiên bên cạnh', {
    priority: 'priority',
    broadcastAt: at('17:25').toISOString(),
    expiresAt: at('23:00').toISOString(),
  })
  const [beside] = await city.airings(`o.title = 'Ưu tiên bên cạnh' and a.medium = 'radio'`)
  if (!beside) throw new Error('no airing')
  const asked = { req: clerk, id: beside.id, version: beside.version, now }
  await expect(reorderAiring({ ...asked, direction: 'earlier' })).rejects.toMatchObject({
    code: 'chair_decides',
  })
  const [still] = await city.airings(`o.title = 'Bình thường' and a.medium = 'radio'`)
  expect(still?.startsAt).toBe(shown('17:20'))
})
