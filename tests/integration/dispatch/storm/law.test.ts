import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDispatch } from '#plugins/dispatch/createDispatch.ts'
import { approve, carryOutDue } from '#plugins/editorial-board/index.ts'
import { follow } from '#plugins/release-log/index.ts'
import { openStormDesk } from './stormDesk.ts'
import type { Officer } from './stormDesk.ts'

type Refusal = { code?: string; message?: string; details?: { field?: string } }
type Claims = {
  area?: number | null
  group?: boolean
  expiresAt?: string
  reasonCode?: string
  priority?: string
  messageKind?: string
  broadcastAt?: string
  supersedes?: number
}

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer
let editor: Officer
let silent: { id: number; code: string }

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
  editor = await desk.officer('bien-tap', { board: 'editor', hasFactor: false })
  silent = await desk.payload.create({
    collection: 'device-groups',
    data: { code: 'chua-co-loa', name: 'Chưa có loa' },
    overrideAccess: true,
    depth: 0,
  })
})
afterAll(() => desk?.stop())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

const rest = async (who: Officer, method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${desk.webs[0].url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `JWT ${who.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const content = (await answer.json()) as Record<string, unknown> & { errors?: Refusal[] }
  return { status: answer.status, error: content.errors?.[0] ?? {}, body: content }
}

const draft = async (claims: Claims = {}): Promise<number> => {
  const { body } = await rest(editor, 'POST', '/bulletins?draft=true&locale=vi', {
    title: 'Báo động',
    text: 'Ra khỏi nhà ngay.',
    site: desk.room.site.id,
    priority: claims.priority ?? 'emergency',
    messageKind: claims.messageKind ?? 'alert',
    ...(claims.broadcastAt ? { broadcastAt: claims.broadcastAt } : {}),
    ...(claims.supersedes ? { supersedes: claims.supersedes } : {}),
    areas: claims.area === null ? [] : [desk.unit.id],
    deviceGroups: claims.group ? [silent.id] : [],
    expiresAt: claims.expiresAt ?? inHours(1),
    reasonCode: claims.reasonCode ?? 'naturalDisaster',
  })
  return (body.doc as { id: number }).id
}

const submit = (id: number) =>
  rest(editor, 'POST', '/editorial-board/submissions', { collection: 'bulletins', id })

/** The ways an emergency may take, each with the same claims. */
const ways: Record<string, (claims: Claims) => Promise<Refusal>> = {
  'the page for emergencies': async (claims) =>
    (
      await rest(
        duty,
        'POST',
        '/dispatch/storm/issue',
        desk.emergency({
          areas: claims.area === null ? [] : [desk.unit.code],
          groups: claims.group ? [silent.code] : [],
          expiresAt: claims.expiresAt ?? inHours(1),
          reasonCode: claims.reasonCode ?? 'naturalDisaster',
        }),
      )
    ).error,
  'the board’s emergency lane': async (claims) =>
    (
      await rest(duty, 'POST', '/editorial-board/emergency', {
        id: await draft(claims),
        reasonCode: claims.reasonCode ?? 'naturalDisaster',
        explanation: 'Bão đổ bộ sớm.',
      })
    ).error,
  'ordinary approval': async (claims) => (await submit(await draft(claims))).error,
}

const faults: [string, Claims, string][] = [
  ['aimed at nobody', { area: null }, 'nobody_reached'],
  ['aimed at a group without devices', { area: null, group: true }, 'nobody_reached'],
  ['in force for over a week', { expiresAt: inHours(7 * 24 + 1) }, 'already_over'],
  ['over already', { expiresAt: inHours(-1) }, 'already_over'],
  ['for a reason that is not in the register', { reasonCode: 'gap' }, 'reason_not_in_force'],
]

describe.each(faults)('an emergency %s', (_name, claims, code) => {
  test.each(Object.keys(ways))('is refused on the way of %s', async (way) => {
    expect(await ways[way]?.(claims)).toMatchObject({ code })
  })
})

test.each(faults)('what is said of one %s is the same on every way', async (_name, claims) => {
  const said = new Set<string | undefined>()
  for (const way of Object.values(ways)) said.add((await way(claims)).message)
  expect(said.size).toBe(1)
  expect([...said][0]).toMatch(/\.$/)
})

test('a refused submission names its field, and keeps the draft and the right to mend it', async () => {
  const id = await draft({ area: null, reasonCode: '' })
  expect((await submit(id)).error).toMatchObject({ details: { field: 'areas' } })
  const save = (data: Record<string, unknown>) =>
    rest(editor, 'PATCH', `/bulletins/${id}?draft=true&locale=vi`, data)
  await save({ areas: [desk.unit.id] })
  expect((await submit(id)).error).toMatchObject({
    code: 'reason_not_in_force',
    details: { field: 'reasonCode' },
  })
  await save({ reasonCode: 'fire' })
  const { status, body } = await submit(id)
  expect([status, body.state]).toEqual([200, 'submitted'])
})

test('it is asked again at the decision: for when it is decided, and for when it is to go out', async () => {
  const { body } = await submit(await draft())
  const submissionId = String(body.submissionId)
  const decide = async (at: { now: Date; publishAt?: string }) =>
    approve({ req: await desk.room.request(), submissionId, ...at }).then(
      ({ outcome }) => outcome,
      (error: { code?: string }) => error.code,
    )
  expect(await decide({ now: new Date(inHours(2)) })).toBe('already_over')
  expect(await decide({ now: new Date(), publishAt: inHours(2) })).toBe('already_over')
  expect(await decide({ now: new Date() })).toBe('released')
})

const exercise = { priority: 'normal', messageKind: 'exercise', reasonCode: '' }

test.each(faults.filter(([, , code]) => code !== 'reason_not_in_force'))(
  'an exercise that is no emergency is refused when it is %s',
  async (_name, claims, code) => {
    const { error } = await submit(await draft({ ...exercise, ...claims }))
    expect(error).toMatchObject({ code })
  },
)

test('an exercise that is no emergency needs no reason, and may be planned for after its week', async () => {
  const of = async (more: Claims) => (await submit(await draft({ ...exercise, ...more }))).status
  expect(await of({})).toBe(200)
  const later = { broadcastAt: inHours(20 * 24), expiresAt: inHours(20 * 24 + 1) }
  expect(await of(later)).toBe(200)
  const { broadcastAt } = later
  expect(await of({ broadcastAt, expiresAt: inHours(28 * 24) }), 'over a week').toBe(422)
  expect(await of({ priority: 'normal', messageKind: 'alert', area: null })).toBe(200)
})

test('no exercise takes the place of a real emergency in force, on no way', async () => {
  const issue = (more: Record<string, unknown>) =>
    rest(duty, 'POST', '/dispatch/storm/issue', desk.emergency(more))
  const real = await issue({ title: 'Lũ thật', code: duty.recoveryCodes.pop() })
  expect(real.status).toBe(200)
  const bulletin = real.body.bulletin as number
  const refused = { code: 'exercise_for_real' }
  const named = { supersedes: bulletin, code: duty.recoveryCodes.pop() }
  expect((await issue({ ...named, isExercise: true })).error).toMatchObject(refused)
  expect((await issue({ ...named, reasonCode: 'exercise' })).error).toMatchObject(refused)
  const byDraft = await draft({ messageKind: 'exercise', supersedes: bulletin })
  expect((await submit(byDraft)).error).toMatchObject(refused)
  expect((await submit(await draft({ ...exercise, supersedes: bulletin }))).error).toMatchObject(
    refused,
  )
  const lane = await rest(duty, 'POST', '/editorial-board/emergency', {
    id: byDraft,
    reasonCode: 'exercise',
    explanation: 'Thử.',
    code: duty.recoveryCodes.pop(),
  })
  expect(lane.error).toMatchObject(refused)
  // Nor as its next version.
  await rest(editor, 'PATCH', `/bulletins/${bulletin}?draft=true&locale=vi`, {
    messageKind: 'exercise',
  })
  expect((await submit(bulletin)).error).toMatchObject(refused)
  const drill = await issue({ isExercise: true, code: duty.recoveryCodes.pop() })
  expect(drill.status, 'beside it, one may be held').toBe(200)
  const next = { supersedes: drill.body.bulletin, code: duty.recoveryCodes.pop() }
  expect((await issue({ ...next, title: 'Thành thật' })).status, 'what is real replaces it').toBe(
    200,
  )
})

test('what waited for its time beyond its own end is not released, and the record says why', async () => {
  const expiresAt = new Date(Date.now() + 6000)
  const id = await draft({ expiresAt: expiresAt.toISOString() })
  const { body } = await submit(id)
  const submissionId = String(body.submissionId)
  const publishAt = new Date(expiresAt.getTime() - 100).toISOString()
  await approve({ req: await desk.room.request(), submissionId, publishAt, now: new Date() })
  await new Promise((resolve) => {
    setTimeout(resolve, expiresAt.getTime() - Date.now() + 50)
  })
  await carryOutDue(desk.payload)
  const { rows } = await desk.pool.query(
    `select r.state, e.reason_code as "reasonCode" from editorial.reviews r
     join editorial.review_events e on e.submission_id = r.submission_id and e.verb = 'lapse' where r.submission_id = $1`,
    [submissionId],
  )
  expect(rows).toEqual([{ state: 'lapsed', reasonCode: 'already_over' }])
})

test('without a reason of its own it goes out, and is corrected, for that of its decision', async () => {
  const id = await draft({ reasonCode: '' })
  const issued = await rest(duty, 'POST', '/editorial-board/emergency', {
    id,
    reasonCode: 'fire',
    explanation: 'Cháy lan.',
    code: duty.recoveryCodes.pop(),
  })
  expect(issued.status).toBe(200)
  const corrected = await desk.call(duty, `/storm/${id}/update`, {
    key: crypto.randomUUID(),
    explanation: 'Thêm hướng dẫn.',
    text: 'Ra khỏi nhà ngay, không dùng thang máy.',
    code: duty.recoveryCodes.pop(),
  })
  expect([corrected.status, corrected.code]).toEqual([200, undefined])
  await follow({
    pool: desk.pool,
    follower: 'dispatch',
    log: desk.room.site.code,
    handle: async (client, releases) => {
      for (const one of releases)
        if (one.docId === id && one.collection === 'bulletins')
          await createDispatch(client, one, new Date())
    },
  })
  const { rows } = await desk.pool.query<{ kind: string; reason: string }>(
    'select kind, reason_code as reason from dispatch.dispatches where doc_id = $1 order by number',
    [id],
  )
  expect(rows).toEqual([
    { kind: 'alert', reason: 'fire' },
    { kind: 'update', reason: 'fire' },
  ])
})
