import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint } from '#tests/support/appoint.ts'
import { narrowAudience } from '#plugins/dispatch/narrowAudience.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { openStormDesk } from './stormDesk.ts'
import type { Answer, Officer } from './stormDesk.ts'

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer
let wardOfficer: Officer
let wardRoom: Awaited<ReturnType<typeof openNewsroom>>
let city: { id: number; code: string }
let wardSite: { id: number; code: string }
let otherWard: { id: number; code: string }

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
  otherWard = await desk.ward('10106', 'Phường Bên', ['LOA-03'])
  city = await desk.payload.create({
    collection: 'units',
    data: { code: '01', name: 'Thành phố Thử', kind: 'city' },
    overrideAccess: true,
    depth: 0,
  })
  wardRoom = await openNewsroom(desk.payload, 'phuong-thu')
  wardSite = wardRoom.site
  await desk.payload.update({
    collection: 'sites',
    id: wardSite.id,
    data: { unit: desk.unit.id },
    overrideAccess: true,
    depth: 0,
  })
  wardOfficer = await desk.officer('truc-phuong')
  await appoint({ board: wardSite.code, person: wardOfficer.id, role: 'member' })
  await desk.startWorker()
})
afterAll(() => desk.stop())

const rest = async (who: Officer, method: string, path: string, body: unknown): Promise<Answer> => {
  const answer = await fetch(`${desk.webs[0].url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `JWT ${who.token}` },
    body: JSON.stringify(body),
  })
  const content = (await answer.json()) as Answer['body'] & { errors?: { code: string }[] }
  return { status: answer.status, code: content.errors?.[0]?.code, body: content }
}

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

const draft = async (who: Officer, more: Record<string, unknown>): Promise<number> => {
  const { body } = await rest(who, 'POST', '/bulletins?draft=true&locale=vi', {
    title: 'Báo động',
    text: 'Ra khỏi nhà ngay.',
    priority: 'emergency',
    messageKind: 'alert',
    expiresAt: inHours(1),
    ...more,
  })
  return (body.doc as { id: number }).id
}

const emergency = (who: Officer, id: number, code?: string) =>
  rest(who, 'POST', '/editorial-board/emergency', {
    id,
    reasonCode: 'naturalDisaster',
    explanation: 'Bão đổ bộ sớm.',
    ...(code === undefined ? {} : { code }),
  })

const dispatchesOf = async (bulletin: number) => {
  const { rows } = await desk.pool.query<{
    kind: string
    areas: string[]
    text: string
    devices: string[]
  }>(
    `select d.kind, d.audience -> 'areas' as areas, d.snapshot::jsonb ->> 'text' as text,
       array(select l.device_code from dispatch.deliveries l where l.dispatch_id = d.id order by 1) as devices
     from dispatch.dispatches d where d.doc_id = $1 order by d.number`,
    [bulletin],
  )
  return rows
}

const dispatched = (bulletin: number, count: number) =>
  expect
    .poll(async () => (await dispatchesOf(bulletin)).length, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(count)

test('the board’s own endpoint demands of an emergency what the page does: code, own area, end, override', async () => {
  const code = () => wardOfficer.recoveryCodes[0]
  const refused = async (more: Record<string, unknown>) => {
    const id = await draft(wardOfficer, { site: wardSite.id, areas: [desk.unit.id], ...more })
    return (await emergency(wardOfficer, id, code())).code
  }
  expect(await refused({ areas: [otherWard.id] })).toBe('area_not_yours')
  expect(await refused({ expiresAt: inHours(24 * 99) })).toBe('already_over')
  expect(await refused({ isOverride: true, overrideReason: 'Gấp' })).toBe('override_not_here')
  const id = await draft(wardOfficer, { site: wardSite.id, areas: [desk.unit.id] })
  expect((await emergency(wardOfficer, id)).code).toBe('second_factor_refused')
  expect((await emergency(wardOfficer, id, code())).status).toBe(200)
  await dispatched(id, 1)
  expect(await dispatchesOf(id)).toMatchObject([
    { areas: ['10105'], devices: ['LOA-01', 'LOA-02'] },
  ])
  const panel = await fetch(`${desk.webs[0].url}/api/editorial-board/documents/bulletins/${id}`, {
    headers: { authorization: `JWT ${wardOfficer.token}` },
  })
  expect(await panel.json()).toMatchObject({ isCodeNeeded: true })
})

/** Devices that get an emergency for the whole city when a site releases it by ordinary approval. */
const reachedFrom = async (room: Awaited<ReturnType<typeof openNewsroom>>) => {
  const { id } = await desk.payload.create({
    collection: 'bulletins',
    data: {
      site: room.site.id,
      title: 'Báo động',
      text: 'Ra khỏi nhà ngay.',
      priority: 'emergency',
      messageKind: 'alert',
      areas: [city.id],
      expiresAt: inHours(1),
    } as never, // what this board does not ask for is left out
    overrideAccess: true,
    depth: 0,
  })
  await room.publish('bulletins', id)
  await dispatched(id, 1)
  return dispatchesOf(id)
}

test('a site that names the whole city reaches the devices of its own unit, a department without devices nobody, the city all', async () => {
  const all = ['LOA-01', 'LOA-02', 'LOA-03']
  expect(await reachedFrom(wardRoom)).toMatchObject([
    { areas: ['10105'], devices: ['LOA-01', 'LOA-02'] },
  ])
  const department = await openNewsroom(desk.payload, 'so-thu')
  expect(await reachedFrom(department)).toMatchObject([{ areas: [], devices: [] }])
  const unit = await desk.payload.create({
    collection: 'units',
    data: { code: 'SO-THU', name: 'Sở Thử', kind: 'department' },
    overrideAccess: true,
    depth: 0,
  })
  await desk.payload.update({
    collection: 'sites',
    id: department.site.id,
    data: { unit: unit.id },
    overrideAccess: true,
    depth: 0,
  })
  expect(await reachedFrom(department)).toMatchObject([{ areas: ['SO-THU'], devices: [] }])
  expect(await reachedFrom(desk.room)).toMatchObject([{ areas: [city.code], devices: all }])
})

test('of groups and devices that a commune’s site names its own stay', async () => {
  const narrowed = await narrowAudience(desk.pool, wardSite.code, {
    areas: ['10106'],
    groups: ['truong-hoc'],
    devices: ['LOA-01', 'LOA-03'],
  })
  expect(narrowed).toEqual({
    audience: { areas: [], groups: [], devices: ['LOA-01'] },
    dropped: ['10106', 'truong-hoc'],
  })
})

test('a correction and an all-clear carry nothing of somebody else’s pending draft', async () => {
  const editor = await desk.officer('bien-tap', { board: 'editor', hasFactor: false })
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Cháy', code: duty.recoveryCodes.pop() }),
  )
  const bulletin = Number(body.bulletin)
  const pend = (data: Record<string, unknown>) =>
    rest(editor, 'PATCH', `/bulletins/${bulletin}?draft=true&locale=vi`, data)
  await pend({ areas: [desk.unit.id, otherWard.id], messageKind: 'cancel', title: 'Khác' })
  const corrected = await desk.call(duty, `/storm/${bulletin}/update`, {
    key: crypto.randomUUID(),
    explanation: 'Sửa lời.',
    text: 'Chỉ sửa lời.',
  })
  expect([corrected.status, corrected.code]).toEqual([200, undefined])
  await pend({ priority: 'normal', areas: [otherWard.id] })
  const ended = await desk.call(duty, `/storm/${bulletin}/end`, {
    key: crypto.randomUUID(),
    explanation: 'Hết cháy.',
    type: 'expired',
  })
  expect([ended.status, ended.code]).toEqual([200, undefined])
  await dispatched(bulletin, 3)
  expect(await dispatchesOf(bulletin)).toMatchObject([
    { kind: 'alert', areas: ['10105'] },
    { kind: 'update', areas: ['10105'], text: 'Chỉ sửa lời.' },
    { kind: 'cancel', areas: ['10105'] },
  ])
})

test('what was said in another language stays when an emergency is prolonged, and is held when it is reworded, until it is approved', async () => {
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Lũ quét', code: duty.recoveryCodes.pop() }),
  )
  const bulletin = Number(body.bulletin)
  const editor = await desk.officer('bien-tap-anh', { board: 'editor', hasFactor: false })
  const write = (text: string) =>
    rest(editor, 'PATCH', `/bulletins/${bulletin}?draft=true&locale=en`, { title: 'Flood', text })
  const languages = async () => {
    const { rows } = await desk.pool.query<{ vi: string; en: string | null }>(
      `select body::jsonb #>> '{locales,vi,text}' as vi, body::jsonb #>> '{locales,en,text}' as en from release.releases
       where collection = 'bulletins' and doc_id = $1 order by seq desc limit 1`,
      [bulletin],
    )
    return rows[0]
  }
  const update = async (more: object) => {
    const key = crypto.randomUUID()
    const answer = await desk.call(duty, `/storm/${bulletin}/update`, {
      key,
      explanation: 'Sửa.',
      ...more,
    })
    expect([answer.status, answer.code]).toEqual([200, undefined])
  }
  await write('Leave your homes.')
  await desk.room.publish('bulletins', bulletin, 'update')
  const text = (await languages())?.vi
  expect(await languages()).toEqual({ vi: text, en: 'Leave your homes.' })
  await write('Not yet approved.')
  await update({ expiresAt: inHours(3) })
  expect(await languages()).toEqual({ vi: text, en: 'Leave your homes.' })
  await write('Leave your homes at once.')
  await update({ text: 'Nước rút. Ở yên trong nhà.' })
  expect(await languages()).toEqual({ vi: 'Nước rút. Ở yên trong nhà.', en: null })
  await write('The water is falling. Stay inside.')
  await desk.room.publish('bulletins', bulletin, 'update')
  expect(await languages()).toMatchObject({ en: 'The water is falling. Stay inside.' })
})

test('of two corrections at once each goes out with its own words, or not at all', async () => {
  const second = await desk.officer('truc-ban-2', { board: 'member' })
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Lũ', code: duty.recoveryCodes.pop() }),
  )
  const bulletin = Number(body.bulletin)
  const correct = (who: Officer, text: string, process: 0 | 1) =>
    desk.call(
      who,
      `/storm/${bulletin}/update`,
      { key: crypto.randomUUID(), explanation: text, text, code: who.recoveryCodes.pop() },
      process,
    )
  const answers = await Promise.all([correct(duty, 'Lời A.', 0), correct(second, 'Lời B.', 1)])
  for (const { status, code } of answers)
    expect([`200 undefined`, '409 draft_differs']).toContain(`${status} ${code}`)
  const { rows } = await desk.pool.query<{ said: string; explanation: string }>(
    `select r.body::jsonb -> 'locales' -> 'vi' ->> 'text' as said, d.explanation from release.releases r
     join release.decisions d on d.id = r.decision_id where r.collection = 'bulletins' and r.doc_id = $1 order by r.seq offset 1`,
    [bulletin],
  )
  for (const { said, explanation } of rows) expect(said).toBe(explanation)
})

test('a ward’s board sees, pushes and plans its own part of what others released, and has no proof of it', async () => {
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({
      title: 'Bão',
      areas: ['10105', '10106'],
      code: duty.recoveryCodes.pop(),
    }),
  )
  await dispatched(Number(body.bulletin), 1)
  const name = `${String(body.log)}~${String(body.seq)}`
  expect((await desk.call(duty, `/wall/${name}`)).body).toMatchObject({ total: { targets: 3 } })
  expect((await desk.call(wardOfficer, `/wall/${name}`)).body).toMatchObject({
    total: { targets: 2 },
  })
  const refused = async (path: string, sent?: unknown) =>
    (await desk.call(wardOfficer, path, sent)).code
  expect(await refused(`/wall/${name}/retry`, { unit: '10106' })).toBe('area_not_yours')
  expect(await refused(`/proofs/${name}`)).toBe('area_not_yours')
  expect(await refused('/storm/reach', { areas: ['10106'], groups: [] })).toBe('area_not_yours')
  const plan = (areas: string[]) => ({ plannedAt: inHours(48), title: 'Diễn tập', areas })
  expect(await refused('/drills', plan(['10106']))).toBe('area_not_yours')
  expect(await refused('/drills', plan(['10105']))).toBeUndefined()
  const cityPlan = await desk.call(duty, '/drills', plan(['10105', '10106']))
  expect(await refused(`/drills/${String(cityPlan.body.id)}/drop`, {})).toBe('area_not_yours')
  const pushed = await desk.call(wardOfficer, `/wall/${name}/retry`, {})
  expect(pushed.body).toEqual({ count: 2 })
})

test('nothing is pushed to a device that is out of service, that took it already, or after a newer word', async () => {
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Vỡ đê', code: duty.recoveryCodes.pop() }),
  )
  const bulletin = Number(body.bulletin)
  const name = `${String(body.log)}~${String(body.seq)}`
  await dispatched(bulletin, 1)
  const set = (device: string, change: string) =>
    desk.pool.query(
      `update dispatch.deliveries l set lease = null, lease_until = null, ${change} from dispatch.dispatches d
       where d.id = l.dispatch_id and d.doc_id = $1 and d.kind = 'alert' and l.device_code = $2`,
      [bulletin, device],
    )
  const stateOf = async (device: string) => {
    const { rows } = await desk.pool.query<{ state: string }>(
      `select l.state from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
       where d.doc_id = $1 and d.kind = 'alert' and l.device_code = $2`,
      [bulletin, device],
    )
    return rows[0]?.state
  }
  const retry = async () => (await desk.call(duty, `/wall/${name}/retry`, {})).body.count
  await set('LOA-01', "state = 'accepted', channel = 'icecast', confirm_by = null")
  await desk.pool.query(`update public.devices set lifecycle = 'suspended' where code = 'LOA-02'`)
  await set('LOA-02', "state = 'queued', next_at = now()")
  await expect.poll(() => stateOf('LOA-02'), { timeout: 15_000 }).toBe('cancelled')
  await set('LOA-02', "state = 'dead'")
  expect(await retry()).toBe(0)
  await set('LOA-01', "state = 'dead', channel = 'http'")
  expect(await retry()).toBe(1)
  const ended = await desk.call(duty, `/storm/${bulletin}/end`, {
    key: crypto.randomUUID(),
    explanation: 'Đê đã giữ được.',
    type: 'expired',
  })
  expect(ended.status).toBe(200)
  await dispatched(bulletin, 2)
  await set('LOA-01', "state = 'dead'")
  expect(await retry()).toBe(0)
  await set('LOA-01', "state = 'queued', next_at = now()")
  await expect.poll(() => stateOf('LOA-01'), { timeout: 15_000 }).toBe('superseded')
})
