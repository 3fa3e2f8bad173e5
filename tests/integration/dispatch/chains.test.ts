import { afterAll, beforeAll, expect, test } from 'vitest'
import { endShortened } from '#plugins/dispatch/engine/endShortened.ts'
import { releaseEmergency } from '#plugins/editorial-board/index.ts'
import { openCommune } from './programme/openCommune.ts'

let city: Awaited<ReturnType<typeof openCommune>>

beforeAll(async () => {
  city = await openCommune()
})

afterAll(() => city?.stop())

const inSixHours = () => new Date(Date.now() + 6 * 3_600_000).toISOString()

const emergency = async (title: string, more: Record<string, unknown> = {}) => {
  const id = await city.bulletin(title, {
    priority: 'emergency',
    expiresAt: inSixHours(),
    ...more,
  })
  await releaseAtOnce(id)
  return id
}

const releaseAtOnce = async (id: number) => {
  await releaseEmergency({
    req: await city.room.request(),
    id,
    reasonCode: 'naturalDisaster',
    now: new Date(),
    collection: 'bulletins',
    explanation: 'Bão đổ bộ sớm hơn dự báo.',
  })
  await city.followAll()
}

type Given = { kind: string; lane: string; seq: number; areas: string[]; devices: string[] }

/** What a bulletin's emergency chain was told, by number. */
const chainOf = async (id: number): Promise<Given[]> => {
  const { rows } = await city.owner.query<Given>(
    `select d.kind, d.priority as lane, d.seq::int as seq, array(select jsonb_array_elements_text(d.audience->'areas') order by 1) as areas,
       array(select l.device_code from dispatch.deliveries l where l.dispatch_id = d.id order by 1) as devices
     from dispatch.dispatches d where d.chain = $1 order by d.number`,
    [`bulletin/${city.room.site.code}/${id}`],
  )
  return rows
}

/** All that waits has been handed over. */
const handAll = () =>
  city.owner.query(
    `update dispatch.deliveries set state = 'accepted', accepted_at = now() where state = 'queued'`,
  )

test('an emergency that a released update makes a priority bulletin is cancelled wherever it was heard', async () => {
  const { first, second } = city.units
  const id = await emergency('Lũ lên', { areas: [first.id, second.id] })
  await handAll()
  await city.payload.update({
    collection: 'bulletins',
    id,
    data: { priority: 'priority', areas: [first.id], broadcastAt: inSixHours() },
    draft: true,
    overrideAccess: true,
  })
  await city.room.publish('bulletins', id)
  await city.followAll()
  const [alert, cancel, ...more] = await chainOf(id)
  expect(alert?.kind).toBe('alert')
  expect(cancel).toMatchObject({ kind: 'cancel', lane: 'emergency', areas: ['00001', '00002'] })
  expect(cancel?.devices).toEqual(alert?.devices)
  expect(more).toEqual([])
  await city.followAll()
  expect(await chainOf(id)).toHaveLength(2)
})

test('an update that leaves out a commune ends the alarm there, and goes on elsewhere', async () => {
  const { first, second } = city.units
  const id = await emergency('Nước rút ở một phường', { areas: [first.id, second.id] })
  await handAll()
  const [before] = await chainOf(id)
  await city.payload.update({
    collection: 'bulletins',
    id,
    data: { areas: [first.id] },
    draft: true,
    overrideAccess: true,
  })
  await releaseAtOnce(id)
  const [alert, cancel, update, ...more] = await chainOf(id)
  expect(alert).toEqual(before)
  expect(update).toMatchObject({ kind: 'update', areas: ['00001'] })
  expect(cancel).toMatchObject({ kind: 'cancel', areas: [], seq: update?.seq })
  expect(cancel?.devices.length).toBeGreaterThan(0)
  expect([...(cancel?.devices ?? []), ...(update?.devices ?? [])].toSorted()).toEqual(
    alert?.devices,
  )
  expect(more).toEqual([])
  const { rows } = await city.owner.query(
    `select l.state, d.snapshot::json->>'text' as text from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     where d.chain = $1 and d.kind = 'cancel'`,
    [`bulletin/${city.room.site.code}/${id}`],
  )
  expect(rows[0]).toEqual({
    state: 'queued',
    text: 'Bản tin đã được cập nhật và không còn áp dụng cho địa bàn này.',
  })
  // Told once: a second update ends nothing there again.
  await handAll()
  await releaseAtOnce(id)
  expect((await chainOf(id)).map((one) => one.kind)).toEqual([
    'alert',
    'cancel',
    'update',
    'update',
  ])
})

test('what an emergency supersedes is cancelled by the same release, once', async () => {
  const old = await emergency('Bão số 9')
  await handAll()
  const fresh = await emergency('Bão số 9 đổi hướng', { supersedes: old })
  const [alert] = await chainOf(fresh)
  const [, cancel, ...more] = await chainOf(old)
  expect(cancel).toMatchObject({ kind: 'cancel', seq: alert?.seq })
  expect(cancel?.devices.length).toBeGreaterThan(0)
  expect(more).toEqual([])
  // Withdrawn as well, it is not cancelled twice.
  await city.room.withdraw('bulletins', old)
  await city.followAll()
  expect(await chainOf(old)).toHaveLength(2)
})

test('what was made to end sooner is ended then, also where the update did not arrive', async () => {
  const id = await emergency('Mưa lớn đến chiều')
  await handAll()
  await city.payload.update({
    collection: 'bulletins',
    id,
    data: { expiresAt: new Date(Date.now() + 2000).toISOString() },
    draft: true,
    overrideAccess: true,
  })
  await releaseAtOnce(id)
  await endShortened(city.owner)
  expect((await chainOf(id)).map((one) => one.kind)).toEqual(['alert', 'update'])
  await new Promise((resolve) => {
    setTimeout(resolve, 2100)
  })
  await Promise.all([endShortened(city.owner), endShortened(city.owner)])
  const [alert, , cancel, ...more] = await chainOf(id)
  expect(cancel).toMatchObject({ kind: 'cancel', devices: alert?.devices })
  expect(more).toEqual([])
})

test('by plain SQL nothing that was ended sounds again, and nothing for others, longer or of another kind', async () => {
  const { first } = city.units
  const id = await emergency('Đê có vết nứt', { areas: [first.id] })
  await handAll()
  const chain = `bulletin/${city.room.site.code}/${id}`
  /** As the newest of the chain, with another cause. */
  const insert = (kind: string, more: Record<string, unknown> = {}) =>
    city.owner.query(
      `with was as (select * from dispatch.dispatches where chain = $1 and kind = 'alert'),
         said as (select (was.snapshot::jsonb || jsonb_build_object('kind', $2::text) || $3::jsonb)::text as snapshot from was)
       insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, audience, effective_at, expires_at)
       select was.chain, gen_random_uuid()::text, was.log, was.seq, was.doc_id, $2, was.priority, was.title, was.issuer, said.snapshot,
         encode(sha256(convert_to(said.snapshot, 'UTF8')), 'hex'), said.snapshot::jsonb->'audience', was.effective_at, (said.snapshot::jsonb->>'expiresAt')::timestamptz
       from was, said`,
      [chain, kind, JSON.stringify(more)],
    )
  const cityWide = { audience: { areas: ['01'], groups: [], devices: [] } }
  await expect(insert('update', cityWide)).rejects.toThrow(/for others/)
  await expect(insert('update', { expiresAt: '2099-01-01T00:00:00.000Z' })).rejects.toThrow(
    /another time/,
  )
  await expect(insert('exercise')).rejects.toThrow(/another kind/)
  await expect(insert('cancel', { text: 'Mọi người ra đường', spokenText: null })).rejects.toThrow(
    /not the reason/,
  )
  await insert('update')
  await city.room.withdraw('bulletins', id)
  await expect(insert('update')).rejects.toThrow(/has been ended/)
  await city.followAll()
  await expect(insert('update')).rejects.toThrow(/has been ended/)
})

test('what was superseded and released anew is not ended by a correction of what superseded it', async () => {
  const first = await emergency('Thay lần đầu')
  await handAll()
  const second = await emergency('Bản thay thế', { supersedes: first })
  await handAll()
  const save = (id: number, text: string) =>
    city.payload.update({
      collection: 'bulletins',
      id,
      data: { text },
      draft: true,
      overrideAccess: true,
    })
  await save(first, 'Lại có hiệu lực.')
  await releaseAtOnce(first)
  await handAll()
  await save(second, 'Sửa một chữ.')
  await releaseAtOnce(second)
  expect((await chainOf(first)).map((one) => one.kind)).toEqual(['alert', 'cancel', 'update'])
})

test('an exercise says so in every form and language, however it is written', async () => {
  const id = await city.bulletin('Kiểm tra còi', { messageKind: 'exercise' })
  const read = async (locale: 'vi' | 'en') => {
    const { title, text, spokenText } = await city.payload.findByID({
      collection: 'bulletins',
      id,
      locale,
      fallbackLocale: false,
      draft: true,
      overrideAccess: true,
    })
    return { title, text, spokenText }
  }
  expect((await read('vi')).title).toBe('DIỄN TẬP: Kiểm tra còi')
  expect((await read('vi')).text).toMatch(/^ĐÂY LÀ BẢN TIN DIỄN TẬP\. /)
  const save = (data: Record<string, unknown>, locale: 'vi' | 'en') =>
    city.payload.update({
      collection: 'bulletins',
      id,
      data,
      locale,
      draft: true,
      overrideAccess: true,
    })
  await save({ spokenText: 'Còi sẽ kêu.' }, 'vi')
  await save({ spokenText: 'Còi sẽ kêu hai lần.' }, 'vi')
  expect(await read('vi')).toMatchObject({
    title: 'DIỄN TẬP: Kiểm tra còi',
    spokenText:
      'Đây là bản tin diễn tập. Còi sẽ kêu hai lần. Xin nhắc lại: đây là bản tin diễn tập, không phải tình huống thật.',
  })
  await save({ title: 'Siren test', text: 'The siren will sound.' }, 'en')
  expect(await read('en')).toMatchObject({
    title: 'EXERCISE: Siren test',
    text: 'THIS IS AN EXERCISE. The siren will sound.',
  })
})

test('an exercise, or what is no emergency, ends no emergency that it names', async () => {
  const real = await emergency('Lũ đang lên')
  await handAll()
  const drill = await emergency('Thử còi', { supersedes: real, messageKind: 'exercise' })
  const normal = await city.bulletin('Tin thường', { supersedes: real })
  await city.room.publish('bulletins', normal)
  await city.followAll()
  expect((await chainOf(real)).map((one) => one.kind)).toEqual(['alert'])
  // Nor by plain SQL.
  const log = city.room.site.code
  const ending = city.owner.query(
    `with said as (select d.*, (d.snapshot::jsonb || jsonb_build_object('chain', $1::text, 'kind', 'cancel', 'spokenText', null, 'media', '[]'::jsonb,
         'text', 'Thay bằng: ' || d.title))::text as words
       from dispatch.dispatches d where d.doc_id = $2 and d.kind = 'exercise')
     insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, audience, effective_at, expires_at)
     select $1, 'release/x', log, seq, doc_id, 'cancel', priority, title, issuer, words, encode(sha256(convert_to(words, 'UTF8')), 'hex'),
       audience, effective_at, expires_at from said`,
    [`bulletin/${log}/${real}`, drill],
  )
  await expect(ending).rejects.toThrow(/ends no real emergency/)
})
