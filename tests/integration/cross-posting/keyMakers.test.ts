import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHub } from './openHub.ts'

let hub: Awaited<ReturnType<typeof openHub>>
let admin: { id: number; token: string }

const site = '/api/cross-posting/sites/so-xay-dung'
type Key = { id: string; token: string }

beforeAll(async () => {
  hub = await openHub({ OPS_MAIL: 'truc@coloa.example' })
  admin = await hub.person('quan-tri@coloa.example', ['systemAdmin'])
})
afterAll(() => hub?.stop())

const person = () => ({ token: admin.token, body: {} })
const program = (key: Key) => ({ token: key.token, scheme: 'Bearer', body: {} })

const make = async (label: string, scopes = ['feed', 'manage']) => {
  const answer = await hub.call('POST', `${site}/keys`, { ...person(), body: { label, scopes } })
  return answer.body as Key
}
const rotate = async (key: Key, by: ReturnType<typeof person>) =>
  (await hub.call('POST', `${site}/keys/${key.id}/rotate`, by)).body as Key
const revoke = (key: Key, by: ReturnType<typeof person>) =>
  hub.call('POST', `${site}/keys/${key.id}/revoke`, by)
/** The code a reader with the key is refused by; undefined when it reads. */
const refusalOf = async (key: Key) =>
  (await hub.call('GET', '/feeds/ha-noi', { token: key.token, scheme: 'Bearer' })).code
const mails = async () =>
  (
    await hub.owner.query<{ to: string[]; subject: string; text: string }>(
      `select recipients as to, subject, body_text as text from web.mails where key like 'keyRotated:%' order by queued_at, key`,
    )
  ).rows

test('a stolen key that rotated itself and others leaves none behind when it is revoked', async () => {
  const [stolen, reader] = [await make('Bị lộ'), await make('Trang chính', ['feed'])]
  const second = await rotate(stolen, program(stolen))
  const third = await rotate(second, program(second))
  const taken = await rotate(reader, program(third))
  expect(await Promise.all([second, third, taken].map(refusalOf))).toEqual(Array(3).fill(undefined))
  const answer = await revoke(stolen, person())
  expect(new Set(answer.body.revoked as string[])).toEqual(
    new Set([stolen.id, second.id, third.id, taken.id]),
  )
  for (const key of [stolen, second, third, taken]) expect(await refusalOf(key)).toBe('key_revoked')
  expect(await refusalOf(reader), 'what a person made is not its').toBeUndefined()
})

test('what a key made of a key ends with that one, too', async () => {
  const [manager, reader] = [await make('Quản lý'), await make('Đọc', ['feed'])]
  const taken = await rotate(reader, program(manager))
  await revoke(reader, person())
  expect(await refusalOf(taken)).toBe('key_revoked')
  expect(await refusalOf(manager)).toBeUndefined()
})

test('a successor that a person made stays, with what it has made', async () => {
  const old = await make('Máy chủ')
  const fresh = await rotate(old, person())
  const made = await rotate(await make('Đọc', ['feed']), program(fresh))
  await revoke(old, person())
  expect(await refusalOf(old)).toBe('key_revoked')
  expect([await refusalOf(fresh), await refusalOf(made)]).toEqual([undefined, undefined])
})

test('a program that rotated its key may end the old one without ending itself', async () => {
  const old = await make('Tự thay')
  const fresh = await rotate(old, program(old))
  const answer = await revoke(old, program(fresh))
  expect(answer.body).toEqual({ revoked: [old.id] })
  expect(await refusalOf(fresh)).toBeUndefined()
})

test('a key that is ended while it rotates another makes nothing that outlives it', async () => {
  const [manager, reader] = [await make('Quản lý'), await make('Đọc', ['feed'])]
  const client = await hub.owner.connect()
  await client.query('begin')
  await client.query(
    `select pg_advisory_xact_lock(hashtextextended('site_keys:so-xay-dung', 0)), id from cross_posting.site_keys limit 1`,
  )
  const asked = hub.call('POST', `${site}/keys/${reader.id}/rotate`, program(manager))
  await expect
    .poll(async () => {
      const { rows } = await hub.owner.query(
        `select from pg_locks where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`,
      )
      return rows.length
    })
    .toBe(1)
  await client.query(
    'update cross_posting.site_keys set revoked_at = clock_timestamp() where id = $1',
    [manager.id],
  )
  await client.query('commit')
  client.release()
  expect(await asked).toMatchObject({ status: 401, code: 'key_revoked' })
})

test('technicians are told of a rotation by a key, each in the own language; operations where there are none', async () => {
  const key = await make('Bảng tin')
  const before = (await mails()).length
  await rotate(key, program(key))
  expect((await mails()).slice(before)).toMatchObject([{ to: ['truc@coloa.example'] }])
  for (const [email, preferredLocale] of [
    ['ky-thuat@coloa.example', 'vi'],
    ['technician@coloa.example', 'en'],
  ] as const) {
    const { id } = await hub.person(email)
    await hub.payload.update({
      collection: 'users',
      id,
      data: { preferredLocale },
      overrideAccess: true,
      depth: 0,
    })
    await hub.call('POST', `${site}/technicians`, { ...person(), body: { email } })
  }
  const other = await make('Bảng tin hai')
  await rotate(other, program(other))
  const told = (await mails()).slice(before + 1)
  expect(told.map((one) => one.to.join()).sort()).toEqual([
    'ky-thuat@coloa.example',
    'technician@coloa.example',
  ])
  const [english] = told.filter((one) => one.to[0] === 'technician@coloa.example')
  expect(english?.subject).toContain('API key rotated')
  const vietnamese = told.find((one) => one !== english)
  expect(vietnamese?.text).toContain('đã thay khóa “Bảng tin hai')
  expect(vietnamese?.text).toContain('/admin/cross-posting/sites/so-xay-dung#keys')
  await rotate(await make('Do người'), person())
  expect(await mails(), 'people are told of nothing they did').toHaveLength(before + 3)
})

test('the screen’s list says which key made a key', async () => {
  const { readKeys } = await import('#plugins/cross-posting/receivers/keys.ts')
  const old = await make('Tự thay lần nữa')
  const fresh = await rotate(old, program(old))
  const { sqlOn } = await import('#kit/sqlOn.ts')
  const rows = await readKeys(sqlOn(hub.pool), 'so-xay-dung')
  const madeBy = (id: string) => rows.find((one) => one.id === id)?.madeBy
  expect(madeBy(fresh.id)).toMatchObject({ label: 'Tự thay lần nữa' })
  expect(madeBy(old.id)).toBeNull()
  const change = hub.pool.query('update cross_posting.site_keys set made_by_key = null')
  await expect(change, 'not to be rewritten').rejects.toMatchObject({ code: '42501' })
})

test('keys that rotate by a key do so a few times a day only; people are not held up', async () => {
  const key = await make('Vòng lặp')
  await hub.owner.query(
    `update cross_posting.settings set value = (select count(*) from cross_posting.site_keys
       where site = 'so-xay-dung' and made_by_key is not null) + 1 where name = 'rotationsByKeyDay'`,
  )
  const second = await rotate(key, program(key))
  const refused = await hub.call('POST', `${site}/keys/${second.id}/rotate`, program(second))
  expect([refused.status, refused.code]).toEqual([429, 'too_many_rotations'])
  expect((await rotate(second, person())).token).toMatch(/^cpk_/)
})
