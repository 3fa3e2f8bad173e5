import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint } from '#tests/support/appoint.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { openStormDesk } from './stormDesk.ts'
import type { Officer } from './stormDesk.ts'

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer
let head: Officer
let wardSite: { id: number; code: string }
let wardOfficer: Officer

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
  head = await desk.officer('truong-ban', { board: 'head' })
  wardSite = (await openNewsroom(desk.payload, 'phuong-thu')).site
  await desk.payload.update({
    collection: 'sites',
    id: wardSite.id,
    data: { unit: desk.unit.id },
    overrideAccess: true,
    depth: 0,
  })
  wardOfficer = await desk.officer('truc-phuong')
  await appoint({ board: wardSite.code, person: wardOfficer.id, role: 'member' })
})
afterAll(() => desk?.stop())

const issue = (who: Officer, title: string, more: Record<string, unknown> = {}) =>
  desk.call(who, '/storm/issue', desk.emergency({ title, code: who.recoveryCodes.pop(), ...more }))

type Released = { bulletin: number; kind: string; messageKind: string | null; act: string }

/** Releases of some bulletins in their order; those of one transaction have one `act`. */
const releasesOf = async (bulletins: unknown[]): Promise<Released[]> => {
  const { rows } = await desk.pool.query<Released>(
    `select r.doc_id as bulletin, r.kind, r.body::jsonb #>> '{locales,vi,messageKind}' as "messageKind", r.xmin::text as act
     from release.releases r where r.collection = 'bulletins' and r.doc_id = any($1::int[]) order by r.released_at, r.seq`,
    [bulletins],
  )
  return rows
}

test.each([
  ['the head', () => head, { kind: 'withdraw', messageKind: null }],
  ['a member', () => duty, { kind: 'update', messageKind: 'cancel' }],
] as const)('%s replaces one by another in one transaction', async (_who, who, end) => {
  const first = await issue(who(), 'Bản cũ')
  const second = await issue(who(), 'Bản mới', { supersedes: first.body.bulletin })
  expect([second.status, second.code]).toEqual([200, undefined])
  const [, made, ended, ...more] = await releasesOf([first.body.bulletin, second.body.bulletin])
  expect(made).toMatchObject({ bulletin: second.body.bulletin, kind: 'publish' })
  expect(ended).toMatchObject({ bulletin: first.body.bulletin, ...end })
  expect([ended?.act, more]).toEqual([made?.act, []])
})

test('where the earlier one cannot be ended nothing goes out; pressed again later both do', async () => {
  const first = await issue(duty, 'Bị tạm dừng')
  const earlier = first.body.bulletin
  const hold = (path: string, more: object) =>
    fetch(`${desk.webs[0].url}/api/editorial-board/holds${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `JWT ${head.token}` },
      body: JSON.stringify({ collection: 'bulletins', id: earlier, reason: 'Điều tra', ...more }),
    })
  expect((await hold('', { document: '88/CV' })).status).toBe(200)
  const body = desk.emergency({ title: 'Thay bản bị tạm dừng', supersedes: earlier })
  const refused = await desk.call(duty, '/storm/issue', {
    ...body,
    code: duty.recoveryCodes.pop(),
  })
  expect([refused.status, refused.code]).toEqual([409, 'on_hold'])
  const { rows } = await desk.pool.query<{ id: number }>(
    `select _parent_id as id from public.bulletins_locales where title = 'Thay bản bị tạm dừng'`,
  )
  expect(rows).toHaveLength(1)
  expect(await releasesOf([rows[0]?.id])).toEqual([])
  expect((await hold('/lift', {})).status).toBe(200)
  const again = await desk.call(duty, '/storm/issue', { ...body, code: duty.recoveryCodes.pop() })
  expect([again.status, again.body.bulletin]).toEqual([200, rows[0]?.id])
  expect(await releasesOf([rows[0]?.id])).toHaveLength(1)
  expect(await releasesOf([earlier])).toHaveLength(2)
})

test('what another site issued is not replaced, and no code is used up', async () => {
  const first = await issue(wardOfficer, 'Của phường', { site: wardSite.id })
  const code = duty.recoveryCodes.pop()
  const of = (supersedes: unknown) =>
    desk.call(duty, '/storm/issue', desk.emergency({ title: 'Của thành phố', code, supersedes }))
  expect((await of(first.body.bulletin)).code).toBe('issued_elsewhere')
  expect((await of(2_000_000)).code).toBe('bulletin_missing')
  expect(await desk.count(`public.bulletins_locales where title = 'Của thành phố'`)).toBe(0)
  expect((await of(undefined)).status).toBe(200)
})

test('two who replace the same one at once both send theirs, and it is ended once', async () => {
  const first = await issue(duty, 'Hai người thay')
  expect(first.status).toBe(200)
  const supersedes = first.body.bulletin
  const answers = await Promise.all([
    issue(duty, 'Bản của trực ban', { supersedes }),
    issue(head, 'Bản của trưởng ban', { supersedes }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await releasesOf([supersedes])).toHaveLength(2)
})

test('what is over already needs no end', async () => {
  const first = await issue(head, 'Đã hết')
  const ended = await desk.call(head, `/storm/${String(first.body.bulletin)}/end`, {
    key: crypto.randomUUID(),
    explanation: 'Xong.',
    type: 'expired',
  })
  expect(ended.status).toBe(200)
  const second = await issue(head, 'Tiếp theo', { supersedes: first.body.bulletin })
  expect([second.status, second.code]).toEqual([200, undefined])
  expect(await releasesOf([first.body.bulletin])).toHaveLength(2)
})
