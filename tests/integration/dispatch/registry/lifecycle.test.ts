import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRegistry } from './openRegistry.ts'

let city: Awaited<ReturnType<typeof openRegistry>>
beforeAll(async () => {
  city = await openRegistry()
})
afterAll(() => city?.stop())

const check = { outcome: 'passed', checkedOn: '2026-11-20', document: '15/BB-TTDL' }
const codeOf = ({ body }: { body: { errors?: { code?: string }[] } }) => body.errors?.[0]?.code

const activeDevice = async () => {
  const device = await city.device()
  await city.passTest(device.id)
  await city.call('van-hanh', 'POST', `/dispatch/devices/${device.id}/checks`, check)
  const answer = await city.call('van-hanh', 'POST', `/dispatch/devices/${device.id}/activate`, {})
  expect(answer.status).toBe(200)
  return device
}

test('a device is active only after test and check, and each refusal names what is missing', async () => {
  const { id } = await city.device()
  const activate = () => city.call('van-hanh', 'POST', `/dispatch/devices/${id}/activate`, {})
  const nothing = await activate()
  expect([nothing.status, codeOf(nothing)]).toEqual([409, 'device_not_checked'])
  await city.passTest(id)
  expect(codeOf(await activate())).toBe('device_check_missing')
  const entered = await city.call('van-hanh', 'POST', `/dispatch/devices/${id}/checks`, check)
  expect(entered.status).toBe(200)
  expect((await activate()).status).toBe(200)
  expect(await city.lifecycleOf(id)).toBe('active')
})

test('no other way makes a device active: Local API, REST, bulk edit, raw SQL as either role', async () => {
  const { id } = await city.device()
  const byPayload = city.payload.update({
    collection: 'devices',
    id,
    data: { lifecycle: 'active' },
    overrideAccess: true,
    depth: 0,
  })
  await expect(byPayload).rejects.toMatchObject({
    status: 409,
    data: { code: 'device_not_checked' },
  })
  await expect(city.device({ lifecycle: 'active' })).rejects.toMatchObject({
    data: { code: 'device_not_checked' },
  })
  const bulk = await city.payload.update({
    collection: 'devices',
    where: { id: { equals: id } },
    data: { lifecycle: 'active' },
    overrideAccess: true,
    depth: 0,
  })
  expect(bulk.errors).toHaveLength(1)
  await city.call('van-hanh', 'PATCH', `/devices/${id}`, { lifecycle: 'active' })
  expect(await city.lifecycleOf(id)).toBe('registered')
  const app = new pg.Client({ connectionString: city.appUrl })
  await app.connect()
  for (const client of [app, city.pool]) {
    await expect(
      client.query(`update public.devices set lifecycle = 'active' where id = $1`, [id]),
    ).rejects.toThrow('has not passed its connection test')
  }
  await app.end()
  expect(await city.lifecycleOf(id)).toBe('registered')
})

test('an active device whose address changes is registered again in the same save, with its reason, and no error', async () => {
  const { id } = await activeDevice()
  const saved = await city.call('van-hanh', 'PATCH', `/devices/${id}`, { model: 'SM-300' })
  expect(saved.status).toBe(200)
  expect(await city.lifecycleOf(id)).toBe('registered')
  const standing = await city.call('van-hanh', 'GET', `/dispatch/devices/${id}/standing`)
  expect(standing.body.device).toMatchObject({ isChanged: true, isTested: false, next: 'key' })
  const rerouted = await activeDevice()
  const alternate = { channel: 'http', address: 'http://127.0.0.1:1/' }
  await city.call('van-hanh', 'PATCH', `/devices/${rerouted.id}`, { alternate })
  expect(await city.lifecycleOf(rerouted.id)).toBe('registered')
  const renamed = await activeDevice()
  await city.call('van-hanh', 'PATCH', `/devices/${renamed.id}`, { name: 'Tên khác' })
  expect(await city.lifecycleOf(renamed.id)).toBe('active')
})

test('a bulk edit of active devices sends them back to be tested, too', async () => {
  const [one, two] = [await activeDevice(), await activeDevice()]
  const answer = await city.call(
    'van-hanh',
    'PATCH',
    `/devices?where[id][in]=${one.id},${two.id}`,
    { gateway: 'CONG-1' },
  )
  expect(answer.status).toBe(200)
  expect([await city.lifecycleOf(one.id), await city.lifecycleOf(two.id)]).toEqual([
    'registered',
    'registered',
  ])
})

test('suspending takes a reason and what waits; resuming and retiring follow, and retired is for ever', async () => {
  const { id, code } = await activeDevice()
  const verb = (name: string, body: unknown = {}) =>
    city.call('van-hanh', 'POST', `/dispatch/devices/${id}/${name}`, body)
  expect(codeOf(await verb('suspend'))).toBe('bad_input')
  expect((await verb('suspend', { reason: 'Thay bộ khuếch đại' })).status).toBe(200)
  expect((await verb('resume')).status).toBe(200)
  expect(codeOf(await verb('resume'))).toBe('device_wrong_state')
  expect((await verb('retire', { reason: 'Hết khấu hao' })).status).toBe(200)
  expect(codeOf(await verb('activate'))).toBe('device_retired')
  await expect(
    city.pool.query(`update public.devices set lifecycle = 'registered' where id = $1`, [id]),
  ).rejects.toThrow('is retired')
  const { rows } = await city.pool.query(
    `select l.was, l.becomes, l.reason, u.full_name as by from dispatch.lifecycle l left join public.users u on u.id = l.by_user
     where l.device_id = $1 order by l.at`,
    [id],
  )
  expect(rows).toEqual([
    { was: null, becomes: 'registered', reason: null, by: null },
    { was: 'registered', becomes: 'active', reason: null, by: 'van-hanh' },
    { was: 'active', becomes: 'suspended', reason: 'Thay bộ khuếch đại', by: 'van-hanh' },
    { was: 'suspended', becomes: 'active', reason: null, by: 'van-hanh' },
    { was: 'active', becomes: 'retired', reason: 'Hết khấu hao', by: 'van-hanh' },
  ])
  expect(code).toMatch(/^LOA/)
})

test('a failed check takes an active device out of service at once', async () => {
  const { id } = await activeDevice()
  await city.call('van-hanh', 'POST', `/dispatch/devices/${id}/checks`, {
    ...check,
    outcome: 'failed',
    findings: 'Mật khẩu mặc định',
  })
  expect(await city.lifecycleOf(id)).toBe('suspended')
  const resumed = await city.call('van-hanh', 'POST', `/dispatch/devices/${id}/resume`, {})
  expect(codeOf(resumed)).toBe('device_check_missing')
})

test('a person of a commune reads the own devices and changes none; an auditor reads all', async () => {
  const own = await city.device()
  const other = await city.device({ unit: city.units.theirs })
  const read = (who: string, id: number) =>
    city.call(who, 'GET', `/dispatch/devices/${id}/standing`)
  expect((await read('phuong', own.id)).status).toBe(200)
  expect((await read('phuong', other.id)).status).toBe(404)
  expect((await read('kiem-toan', other.id)).status).toBe(200)
  const listed = await city.call('phuong', 'GET', '/devices?limit=0&depth=0')
  const { docs } = listed.body as unknown as { docs: { unit: number }[] }
  expect(new Set(docs.map((one) => one.unit))).toEqual(new Set([city.units.ours]))
  for (const who of ['phuong', 'kiem-toan']) {
    const answer = await city.call(who, 'POST', `/dispatch/devices/${own.id}/retire`, {
      reason: 'abc',
    })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden'])
  }
})

test('two verbs at once on one device: one is carried out, the other refused', async () => {
  const { id } = await activeDevice()
  const answers = await Promise.all(
    [1, 2].map(() =>
      city.call('van-hanh', 'POST', `/dispatch/devices/${id}/suspend`, { reason: 'Bảo trì' }),
    ),
  )
  expect(answers.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409])
})

test('a code that becomes a topic is plain, an address fits its channel, a check is not of tomorrow', async () => {
  const enter = (more: object) =>
    city.call('van-hanh', 'POST', '/devices', {
      code: 'LOA-X',
      name: 'Cụm loa',
      deviceClass: 'loudspeakerCluster',
      unit: city.units.ours,
      channel: 'http',
      address: 'http://10.0.0.1/',
      ...more,
    })
  const sentence = ({ body }: Awaited<ReturnType<typeof enter>>) => JSON.stringify(body.errors)
  expect(sentence(await enter({ code: 'TRẠM #2' }))).toContain('Mã chỉ gồm')
  expect(sentence(await enter({ address: 'ftp://10.0.0.1/' }))).toContain('http://')
  expect(sentence(await enter({ channel: 'icecast' }))).toContain('liquidsoap://')
  expect((await enter({})).status).toBe(201)
  const { id } = await city.device()
  // By the day of UTC, which ends seven hours after that of the city.
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const answer = await city.call('van-hanh', 'POST', `/dispatch/devices/${id}/checks`, {
    ...check,
    checkedOn: tomorrow,
  })
  expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_input'])
})
