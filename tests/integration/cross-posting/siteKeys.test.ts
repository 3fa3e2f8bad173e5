import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHub } from './openHub.ts'

let hub: Awaited<ReturnType<typeof openHub>>
let admin: { id: number; token: string }
let technician: { id: number; token: string }

const site = '/api/cross-posting/sites/so-xay-dung'

beforeAll(async () => {
  hub = await openHub()
  admin = await hub.person('quan-tri@coloa.example', ['systemAdmin'])
  technician = await hub.person('ky-thuat@coloa.example')
})
afterAll(() => hub?.stop())

const make = async (more: Record<string, unknown> = {}) => {
  const body = { label: 'Trang WordPress', scopes: ['feed'], ...more }
  const answer = await hub.call('POST', `${site}/keys`, { token: admin.token, body })
  return answer.body as { id: string; token: string }
}
const read = (token: string | undefined, query = '') =>
  hub.call('GET', `/feeds/ha-noi${query}`, { token, scheme: 'Bearer' })
const row = async (id: string) => {
  const { rows } = await hub.owner.query<Record<string, unknown>>(
    'select * from cross_posting.site_keys where id = $1',
    [id],
  )
  return rows[0] ?? {}
}

test('only its hash is kept of a key, and it is shown once', async () => {
  const key = await make()
  expect(key.token).toMatch(/^cpk_[\w-]{43}$/)
  const kept = JSON.stringify(await row(key.id))
  expect(kept).not.toContain(key.token)
  expect(kept).not.toContain(key.token.slice(8, -4))
  expect((await read(key.token)).status).toBe(200)
})

test('a stranger reads the public feed; a wrong key is refused rather than taken for a stranger', async () => {
  expect((await read(undefined)).status).toBe(200)
  expect(await read(`cpk_${'x'.repeat(43)}`)).toMatchObject({ status: 401, code: 'key_unknown' })
  expect(await read("cpk_' or 1=1")).toMatchObject({ status: 200 }) // no bearer token at all
  expect(await read('cpk_short')).toMatchObject({ status: 401, code: 'key_unknown' })
})

test('a technician manages the site named for, and no other; only leaders name technicians', async () => {
  const body = { label: 'Khóa', scopes: ['feed'] }
  const asTechnician = { token: technician.token, body }
  expect(await hub.call('POST', `${site}/keys`, asTechnician)).toMatchObject({
    status: 404,
    code: 'site_unknown',
  })
  const email = 'ky-thuat@coloa.example'
  const named = await hub.call('POST', `${site}/technicians`, {
    token: admin.token,
    body: { email },
  })
  expect(named.status).toBe(200)
  expect((await hub.call('POST', `${site}/keys`, asTechnician)).status).toBe(200)
  const other = site.replace('so-xay-dung', 'ha-noi')
  expect((await hub.call('POST', `${other}/keys`, asTechnician)).code).toBe('site_unknown')
  const naming = { token: technician.token, body: { email } }
  expect((await hub.call('POST', `${site}/technicians`, naming)).code).toBe('site_unknown')
  await hub.call('POST', `${site}/technicians/${technician.id}/end`, {
    token: admin.token,
    body: {},
  })
  expect((await hub.call('POST', `${site}/keys`, asTechnician)).code).toBe('site_unknown')
  expect((await hub.call('POST', `${site}/keys`, { body })).code).toBe('key_missing')
})

test('an old key is good until the overlap ends, then refused by its own code and noted', async () => {
  const old = await make()
  const rotated = await hub.call('POST', `${site}/keys/${old.id}/rotate`, {
    token: admin.token,
    body: {},
  })
  const fresh = rotated.body as { token: string }
  expect([(await read(old.token)).status, (await read(fresh.token)).status]).toEqual([200, 200])
  await hub.owner.query(
    `update cross_posting.site_keys set overlap_until = now() - interval '1 second' where id = $1`,
    [old.id],
  )
  expect(await read(old.token)).toMatchObject({ status: 401, code: 'key_replaced' })
  expect(await read(old.token)).toMatchObject({ status: 401, code: 'key_replaced' })
  expect((await read(fresh.token)).status).toBe(200)
  const { rows } = await hub.owner.query(
    'select code, n::int as n, last_address as address from cross_posting.key_refusals where key_id = $1',
    [old.id],
  )
  expect(rows).toEqual([{ code: 'key_replaced', n: 2, address: '127.0.0.1' }])
})

test('a key that was revoked or has expired is refused from the next request on', async () => {
  const key = await make()
  expect((await read(key.token)).status).toBe(200)
  await hub.call('POST', `${site}/keys/${key.id}/revoke`, { token: admin.token, body: {} })
  expect((await read(key.token)).code).toBe('key_revoked')
  const other = await make({ days: 1 })
  await hub.owner.query(
    `update cross_posting.site_keys set expires_at = now() - interval '1 second' where id = $1`,
    [other.id],
  )
  expect((await read(other.token)).code).toBe('key_expired')
})

test('a key that is good no longer is refused however the address is written', async () => {
  const key = await make()
  await hub.call('POST', `${site}/keys/${key.id}/revoke`, { token: admin.token, body: {} })
  const by = { token: key.token, scheme: 'Bearer' }
  for (const address of ['/FEEDS/ha-noi', '/Feeds/ha-noi/', '/feeds/ha-noi/'])
    expect([address, (await hub.call('GET', address, by)).status]).toEqual([address, 401])
})

test('what has ended does not come back, whatever the application writes', async () => {
  const revoked = await make()
  await hub.call('POST', `${site}/keys/${revoked.id}/revoke`, { token: admin.token, body: {} })
  const replaced = await make()
  await hub.call('POST', `${site}/keys/${replaced.id}/rotate`, { token: admin.token, body: {} })
  const email = 'ky-thuat@coloa.example'
  await hub.call('POST', `${site}/technicians`, { token: admin.token, body: { email } })
  const end = `${site}/technicians/${technician.id}/end`
  await hub.call('POST', end, { token: admin.token, body: {} })
  for (const text of [
    `update cross_posting.site_keys set revoked_at = null where id = '${revoked.id}'`,
    `update cross_posting.site_keys set revoked_at = now() + interval '1 year' where id = '${revoked.id}'`,
    `update cross_posting.site_keys set replaced_by = null, overlap_until = null where id = '${replaced.id}'`,
    `update cross_posting.site_keys set overlap_until = now() + interval '1 year' where id = '${replaced.id}'`,
    `update cross_posting.site_keys set expires_at = now() + interval '9 years'`,
    `update cross_posting.site_keys set scopes = array['manage']`,
    `update cross_posting.site_keys set site = 'ha-noi'`,
    `update cross_posting.site_keys set hash = repeat('a', 64) where id = '${revoked.id}'`,
    `update cross_posting.technicians set ended_at = null`,
    `update cross_posting.technicians set site = 'ha-noi'`,
  ])
    await expect(hub.pool.query(text), text).rejects.toMatchObject({ code: '42501' })
})

test('a key does what its scopes say and nothing for another site', async () => {
  const reader = await make({ scopes: ['feed'] })
  const manager = await make({ scopes: ['manage'] })
  expect((await read(manager.token)).code).toBe('key_scope')
  const path = `${site}/keys/${reader.id}/rotate`
  const by = (token: string) => ({ token, scheme: 'Bearer', body: {} })
  expect((await hub.call('POST', path, by(reader.token))).code).toBe('key_scope')
  expect(
    (await hub.call('POST', path, by(manager.token))).code,
    'a key is not given another that may more than itself',
  ).toBe('key_scope')
  const both = await make({ scopes: ['feed', 'manage'] })
  expect((await hub.call('POST', path, by(both.token))).status).toBe(200)
  const other = path.replace('so-xay-dung', 'ha-noi')
  expect((await hub.call('POST', other, by(manager.token))).code).toBe('key_scope')
  const more = { label: 'Khóa', scopes: ['propose'] }
  expect(
    (await hub.call('POST', `${site}/keys`, { ...by(manager.token), body: more })).code,
    'a key makes no further keys',
  ).toBe('key_scope')
})

test.each([
  ['no scope', { scopes: [] }],
  ['an unknown scope', { scopes: ['admin'] }],
  ['no label', { label: '  ' }],
  ['a life of centuries', { days: 100_000 }],
])('a key with %s is refused', async (_, more) => {
  const body = { label: 'Khóa', scopes: ['feed'], ...more }
  expect(await hub.call('POST', `${site}/keys`, { token: admin.token, body })).toMatchObject({
    status: 422,
    code: 'bad_input',
  })
})

test('what is missing or wrong is named in the words of the form', async () => {
  const said = async (path: string, body: Record<string, unknown>) => {
    const answer = await hub.call('POST', `${site}/${path}`, { token: admin.token, body })
    const [error] = answer.body.errors as { message: string }[]
    return error?.message
  }
  expect(await said('keys', { label: ' ', scopes: [] })).toBe(
    'Còn thiếu hoặc chưa đúng: tên khóa, việc khóa được làm.',
  )
  expect(await said('endpoints', { url: '', logs: ['A b'] })).toBe(
    'Còn thiếu hoặc chưa đúng: địa chỉ, nguồn tin.',
  )
  expect(await said('technicians', { email: 'x' })).toBe('Còn thiếu hoặc chưa đúng: thư điện tử.')
})

test('a site is told which withdrawals, by the number it last asked for, it still shows', async () => {
  const { room } = hub
  const [kept, gone, never] = [
    await room.draft('Còn đăng'),
    await room.draft('Đã gỡ'),
    await room.draft('Chưa từng nhận'),
  ]
  await room.publish('articles', kept)
  const shown = await room.publish('articles', gone)
  const key = await make({ label: 'Máy chủ chính' })
  await read(key.token, `?after=${shown.seq}`)
  await room.publish('articles', never)
  await room.withdraw('articles', never)
  await room.withdraw('articles', gone)
  const told = async () => {
    const answer = await hub.call('GET', `${site}/conformance`, {
      token: key.token,
      scheme: 'Bearer',
    })
    return (answer.body.logs as Record<string, unknown>[])[0]
  }
  await expect.poll(told, { timeout: 10_000 }).toMatchObject({
    log: 'ha-noi',
    after: shown.seq,
    head: shown.seq + 3,
    behind: 3,
    keyLabel: 'Máy chủ chính',
    stillShown: [{ id: gone, title: 'Đã gỡ', seq: shown.seq + 3 }],
  })
  expect((await read(key.token, '?after=999999999999999')).code).toBe('cursor_ahead')
  await new Promise((resolve) => {
    setTimeout(resolve, 600)
  })
  expect(await told(), 'a cursor beyond the log proves nothing').toMatchObject({ behind: 3 })
  await read(key.token, `?after=${shown.seq + 3}`)
  await expect.poll(told, { timeout: 10_000 }).toMatchObject({ behind: 0, stillShown: [] })
})
