import { afterAll, beforeAll, expect, test } from 'vitest'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { appoint } from '#tests/support/appoint.ts'
import { openStormDesk } from './stormDesk.ts'
import type { Officer } from './stormDesk.ts'

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer
/** The dispatch of an exercise for both wards, `<log>~<seq>`. */
let name: string
let otherWard: { id: number; code: string }

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
  otherWard = await desk.ward('10106', 'Phường Bên', ['LOA-03'])
  await desk.startWorker()
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({
      title: 'Thử còi',
      isExercise: true,
      areas: [desk.unit.code, otherWard.code],
      code: duty.recoveryCodes[0],
    }),
  )
  name = `${String(body.log)}~${String(body.seq)}`
  for (let turn = 0; turn < 100; turn += 1) {
    const { body: wall } = await desk.call(duty, `/wall/${name}`)
    if ((wall.trouble as unknown[] | undefined)?.length === 3) return
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
})
afterAll(() => desk.stop())

const wallOf = async (who: { token: string }) => (await desk.call(who, `/wall/${name}`)).body

test('the wall is found by its release as soon as a worker has seen it, and names what was not reached', async () => {
  const wall = await wallOf(duty)
  expect(wall).toMatchObject({ total: { targets: 3, handed: 0, received: 0, waiting: 3 } })
  expect((wall.trouble as { code: string }[]).map(({ code }) => code)).toEqual([
    'LOA-01',
    'LOA-02',
    'LOA-03',
  ])
})

test('what has not changed is not sent again', async () => {
  const ask = (etag?: string) =>
    fetch(`${desk.webs[0].url}/api/dispatch/wall/${name}`, {
      headers: {
        authorization: `JWT ${duty.token}`,
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
    })
  await desk.pool.query(
    `update dispatch.deliveries set next_at = now() + interval '1 hour', state = 'dead' where state = 'queued'`,
  )
  await new Promise((resolve) => {
    setTimeout(resolve, 1200) // longer than one reading is shared
  })
  const first = await ask()
  const etag = first.headers.get('etag') ?? ''
  expect((await ask(etag)).status).toBe(304)
  await desk.pool.query(
    `update dispatch.deliveries set state = 'received', received_at = now() where device_code = 'LOA-01'`,
  )
  await new Promise((resolve) => {
    setTimeout(resolve, 1200)
  })
  expect((await ask(etag)).status).toBe(200)
})

test('the wall says when its dispatch was cancelled, also to who had it before', async () => {
  const own = await desk.officer('truc-dem', { board: 'member' })
  const order = desk.emergency({ title: 'Vỡ đê thử', code: own.recoveryCodes[0] })
  const { body } = await desk.call(own, '/storm/issue', order)
  const ask = async (etag = '') => {
    const answer = await fetch(
      `${desk.webs[0].url}/api/dispatch/wall/${String(body.log)}~${String(body.seq)}`,
      { headers: { authorization: `JWT ${own.token}`, 'if-none-match': etag } },
    )
    const wall = answer.ok ? ((await answer.json()) as { endedAt: string | null }) : null
    return { wall, etag: answer.headers.get('etag') ?? '' }
  }
  await expect.poll(async () => (await ask()).wall?.endedAt).toBe(null)
  const { etag } = await ask()
  const end = { key: crypto.randomUUID(), type: 'expired', explanation: 'Hết nguy hiểm.' }
  const ended = await desk.call(own, `/storm/${String(await bulletinOf('Vỡ đê thử'))}/end`, {
    ...end,
    code: own.recoveryCodes[1],
  })
  expect(ended.status).toBe(200)
  await expect
    .poll(async () => (await ask(etag)).wall?.endedAt, { timeout: 20_000 })
    .toMatch(/^\d{4}-/)
})

const bulletinOf = async (title: string) => {
  const { rows } = await desk.pool.query<{ id: number }>(
    `select _parent_id as id from public.bulletins_locales where title = $1`,
    [title],
  )
  return rows[0]?.id
}

test('before anything is sent it is known which sizes of boards show it, the most frequent first', async () => {
  const boards = [
    ['BANG-1', 512, 128],
    ['BANG-2', 512, 128],
    ['BANG-3', 384, 192],
    ['BANG-4', 64, 32],
    ['BANG-5', 384, 192],
    ['BANG-6', 512, 128],
  ] as const
  for (const [code, width, height] of boards)
    await installDevice({
      payload: desk.payload,
      pool: desk.pool,
      data: {
        code,
        name: code,
        deviceClass: 'ledBoard',
        unit: otherWard.id,
        channel: 'http',
        address: 'http://127.0.0.1:9/',
        screen: { width, height },
      },
    })
  const { body } = await desk.call(duty, '/storm/reach', { areas: [otherWard.code], groups: [] })
  expect(body.screens).toEqual([
    { width: 512, height: 128, count: 3 },
    { width: 384, height: 192, count: 2 },
  ])
})

test('people of a commune see their commune alone, and strangers to the matter nothing', async () => {
  const operator = await desk.officer('xa', { roles: ['communeOperator'], unit: otherWard.id })
  const wall = await wallOf(operator)
  expect(wall).toMatchObject({ total: { targets: 1 } })
  expect(JSON.stringify(wall)).not.toContain('LOA-01')
  const scores = await desk.call(operator, `/drills/${name}/scores`)
  expect((scores.body.scores as { unit: string }[]).map(({ unit }) => unit)).toEqual(['10106'])
  expect((await desk.call(operator, `/wall/${name}/retry`, {})).code).toBe('forbidden')
  expect((await desk.call(operator, `/proofs/${name}`)).code).toBe('forbidden')
  const nobody = await desk.officer('ai-do')
  expect((await desk.call(nobody, `/wall/${name}`)).code).toBe('forbidden')
  expect((await desk.call(duty, '/wall/ha-noi~999')).code).toBe('dispatch_missing')
})

test('the board of a commune issues for its own area, and for no other', async () => {
  const ward = await openNewsroom(desk.payload, 'phuong-thu')
  await desk.payload.update({
    collection: 'sites',
    id: ward.site.id,
    data: { unit: desk.unit.id },
    overrideAccess: true,
    depth: 0,
  })
  const own = await desk.officer('truc-phuong')
  await appoint({ board: ward.site.code, person: own.id, role: 'member' })
  const order = (areas: string[], turn: number) =>
    desk.emergency({
      title: `Cháy chợ ${turn}`,
      site: ward.site.id,
      areas,
      code: own.recoveryCodes[turn],
    })
  expect((await desk.call(own, '/storm/issue', order(['10106'], 0))).code).toBe('area_not_yours')
  expect((await desk.call(own, '/storm/issue', order([desk.unit.code], 1))).status).toBe(200)
  expect(
    (await desk.call(own, '/storm/issue', { ...order(['10105'], 2), site: desk.room.site.id }))
      .code,
  ).toBe('not_an_issuer')
})

test('an exercise is exported for spreadsheets, and the next one is planned and dropped', async () => {
  const answer = await fetch(`${desk.webs[1].url}/api/dispatch/drills/${name}/scores?format=csv`, {
    headers: { authorization: `JWT ${duty.token}` },
  })
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines[1]).toMatch(/^10106,Phường Bên,1,0\.0,0\.0,0\.0/)
  const plan = {
    title: 'Diễn tập tháng sau',
    plannedAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    areas: [desk.unit.code],
  }
  const { body } = await desk.call(duty, '/drills', plan)
  expect((await desk.call(duty, '/drills', { ...plan, areas: ['nowhere'] })).code).toBe(
    'area_unknown',
  )
  const past = { ...plan, plannedAt: '2020-01-01T00:00:00Z' }
  expect((await desk.call(duty, '/drills', past)).code).toBe('bad_input')
  expect((await desk.call(duty, `/drills/${String(body.id)}/drop`, {})).status).toBe(200)
  expect(await desk.count('dispatch.drill_plans where dropped_at is null')).toBe(0)
})
