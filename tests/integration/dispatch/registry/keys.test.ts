import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawPublicKey } from '#kit/signingKey.ts'
import { openRegistry } from './openRegistry.ts'

let city: Awaited<ReturnType<typeof openRegistry>>
beforeAll(async () => {
  city = await openRegistry()
})
afterAll(() => city?.stop())

const codeOf = ({ body }: { body: { errors?: { code?: string }[] } }) => body.errors?.[0]?.code

const keysOf = async (id: number) => {
  const { rows } = await city.pool.query<{ key: string; state: string }>(
    `select public_key as key, case when revoked_at is not null then 'revoked' when valid_until is null then 'in_force'
       when valid_until > now() then 'overlap' else 'expired' end as state
     from dispatch.device_keys where device_id = $1 order by made_at`,
    [id],
  )
  return rows
}

test('a pair is made whose private half is told once and kept nowhere', async () => {
  const { id } = await city.device()
  const { body, status } = await city.call(
    'van-hanh',
    'POST',
    `/dispatch/devices/${id}/keys/make`,
    {},
  )
  expect(status).toBe(200)
  const { publicKey, privatePem, privateKey } = body as unknown as Record<string, string>
  const own = createPrivateKey(privatePem ?? '')
  expect(rawPublicKey(createPublicKey(own))).toBe(publicKey)
  expect(own.export({ type: 'pkcs8', format: 'der' }).subarray(-32).toString('base64')).toBe(
    privateKey,
  )
  const { rows } = await city.pool.query<{ text: string }>(
    'select row_to_json(k)::text as text from dispatch.device_keys k where device_id = $1',
    [id],
  )
  expect(rows[0]?.text).toContain(publicKey)
  expect(rows[0]?.text).not.toContain(privateKey)
})

test('a public key is taken as PEM or base64; private, foreign and known ones are refused', async () => {
  const { id } = await city.device()
  const enter = (publicKey: string) =>
    city.call('van-hanh', 'POST', `/dispatch/devices/${id}/keys`, { publicKey })
  const pair = generateKeyPairSync('ed25519')
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  expect((await enter(pem)).status).toBe(200)
  expect(codeOf(await enter(rawPublicKey(pair.publicKey)))).toBe('key_known')
  expect(
    codeOf(await enter(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())),
  ).toBe('key_is_private')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  expect(codeOf(await enter(rsa.export({ type: 'spki', format: 'pem' }).toString()))).toBe(
    'key_not_ed25519',
  )
  expect(codeOf(await enter('abc'))).toBe('key_not_ed25519')
})

test('a new key lets the old one hold for the days chosen, and a revoked one ends at once', async () => {
  const { id } = await city.device()
  const make = (overlapDays: number) =>
    city.call('van-hanh', 'POST', `/dispatch/devices/${id}/keys/make`, { overlapDays })
  await make(7)
  await make(7)
  expect((await keysOf(id)).map((one) => one.state)).toEqual(['overlap', 'in_force'])
  await make(0)
  expect((await keysOf(id)).map((one) => one.state)).toEqual(['expired', 'expired', 'in_force'])
  const { rows } = await city.pool.query<{ id: string }>(
    'select id from dispatch.device_keys where device_id = $1 order by made_at desc limit 1',
    [id],
  )
  const revoke = () =>
    city.call('van-hanh', 'POST', `/dispatch/devices/${id}/keys/${rows[0]?.id}/revoke`, {})
  expect((await revoke()).status).toBe(200)
  expect(codeOf(await revoke())).toBe('key_revoked')
  expect((await keysOf(id)).at(-1)?.state).toBe('revoked')
  const other = await city.device()
  const wrong = await city.call(
    'van-hanh',
    'POST',
    `/dispatch/devices/${other.id}/keys/${rows[0]?.id}/revoke`,
    {},
  )
  expect(codeOf(wrong)).toBe('key_missing')
})

test('two keys entered at once: one of them stays in force', async () => {
  const { id } = await city.device()
  await Promise.all(
    [1, 2].map(() => city.call('van-hanh', 'POST', `/dispatch/devices/${id}/keys/make`, {})),
  )
  const states = (await keysOf(id)).map((one) => one.state)
  expect(states.toSorted()).toEqual(['in_force', 'overlap'])
})
