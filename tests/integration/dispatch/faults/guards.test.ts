import { createHash, sign } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { dispatchRoutes } from '#plugins/dispatch/dispatchRoutes.ts'
import { testMedium } from '#plugins/dispatch/registry/connection/testMedia.ts'
import { dropWaiting } from '#plugins/dispatch/registry/lifecycle/verbs.ts'
import { deviceKey, openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startHubDevice } from '#tests/support/hubDevice.ts'

let hub: DispatchHub
let broker: Awaited<ReturnType<typeof startBroker>>

beforeAll(async () => {
  broker = await startBroker()
  hub = await openDispatchHub({ mqttUrl: broker.url })
  await hub.start()
})

afterAll(async () => {
  await hub?.stop()
  await broker?.stop()
})

test('a code that is no plain word is refused, and one from before does no harm to others', async () => {
  for (const code of ['TRẠM #2', 'a/b', 'a+b', ''])
    await expect(hub.install([{ code, channel: 'mqtt' }])).rejects.toThrow('code_is_plain')
  await hub.owner.query('alter table public.devices drop constraint devices_code_is_plain')
  const honest = await startHubDevice(hub, {
    code: 'honest',
    channel: 'mqtt',
    mqttUrl: broker.url,
  })
  await hub.install([{ code: 'LOA#1', channel: 'mqtt' }])
  await pause(300)
  const id = await hub.give({ audience: { areas: [], groups: [], devices: ['LOA#1', 'honest'] } })
  const rows = await hub.settled(id, (all) =>
    all.some((one) => one.code === 'honest' && one.receipts.includes('received')),
  )
  expect(rows.find((one) => one.code === 'honest')?.receipts).toContain('received')
  expect(rows.find((one) => one.code === 'LOA#1')?.receipts).toEqual([])
  await honest.stop()
})

/** A row as the application may insert it. */
const insert = async (row: {
  kind: string
  title?: string
  issuer?: string
  said?: object
  devices: string[]
}) => {
  const { title = 'Kiểm thử kết nối', issuer = 'Kiểm thử kết nối' } = row
  const audience = { areas: [], groups: [], devices: row.devices }
  const at = new Date().toISOString()
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const frozen = JSON.stringify({
    chain: 'test/forged',
    kind: row.kind,
    priority: 'emergency',
    effectiveAt: at,
    expiresAt,
    audience,
    issuer,
    title,
    text: 'Đây là tin kiểm thử kết nối. Đây là tin',
    spokenText: 'Đây là tin kiểm thử kết nối. Đây là tin',
    media: [],
    ...row.said,
  })
  await hub.pool.query(
    `insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, audience, effective_at, expires_at)
     values ('test/forged', gen_random_uuid(), 'ha-noi', 1, 1, $1, 'emergency', $7, $8, $2, $3, $4, $5, $6)`,
    [
      row.kind,
      frozen,
      createHash('sha256').update(frozen).digest('hex'),
      audience,
      at,
      expiresAt,
      title,
      issuer,
    ],
  )
}

test('a dispatch says what its columns say, and a test speaks only to the device under test, in its own words and tone', async () => {
  const ids = await hub.install([{ code: 'tested' }, { code: 'bystander' }])
  await hub.owner.query('alter table dispatch.dispatches enable always trigger demand_release')
  const none = 'no connection test of this device is open'
  await expect(insert({ kind: 'test', devices: ['tested'] })).rejects.toThrow(none)
  await hub.owner.query(
    'insert into dispatch.connection_tests (device_id, fingerprint) values ($1, dispatch.fingerprint_of($1))',
    [ids.get('tested')],
  )
  await insert({ kind: 'test', devices: ['tested'] })
  await expect(insert({ kind: 'test', devices: ['bystander'] })).rejects.toThrow(none)
  await expect(insert({ kind: 'test', devices: ['tested', 'bystander'] })).rejects.toThrow(none)
  const other = 'says something else than its row'
  for (const said of [
    { kind: 'alert' },
    { title: 'Khác' },
    { audience: {} },
    { number: 1 },
    { issuer: 'Ai đó' },
  ])
    await expect(insert({ kind: 'test', said, devices: ['tested'] })).rejects.toThrow(other)
  const { bytes, ...tone } = await testMedium('audio')
  const file = { role: 'audio', url: 'https://x.example/tone.wav', ...tone }
  for (const media of [[file], [{ ...file, sha256: file.sha256.replace(/^../, '00') }]])
    await insert({ kind: 'test', said: { media }, devices: ['tested'] })
  const foreign = createHash('sha256').update(bytes).update('x').digest('hex')
  const said = [
    { text: 'Giả', spokenText: 'Giả' },
    { spokenText: 'Đây là tin thật.' },
    { media: [{ ...file, sha256: foreign }] },
  ]
  for (const one of said)
    await expect(insert({ kind: 'test', said: one, devices: ['tested'] })).rejects.toThrow(
      'not what a connection test says',
    )
  await expect(insert({ kind: 'test', title: 'Tin thật', devices: ['tested'] })).rejects.toThrow(
    'not what a connection test says',
  )
  await expect(insert({ kind: 'alert', devices: ['tested'] })).rejects.toThrow('no release')
  await hub.owner.query(
    'alter table dispatch.dispatches disable trigger demand_release, disable trigger demand_standing',
  )
})

test('evidence is not rewritten: a test ends once, a key stays whose it is', async () => {
  const update = (set: string, of = 'connection_tests') =>
    hub.pool.query(`update dispatch.${of} set ${set}`)
  await expect(update(`outcome = 'failed'`)).rejects.toThrow('only be ended, once')
  await hub.pool.query(
    `update dispatch.connection_tests set ended_at = now(), outcome = 'broken_off' where ended_at is null`,
  )
  const { publicKey } = deviceKey()
  await hub.install([{ code: 'keyed', publicKey }])
  await expect(update(`public_key = repeat('A', 44)`, 'device_keys')).rejects.toThrow('be ended')
  await update('used_at = now()', 'device_keys')
})

test('what left without a word of a device is not sent again once it is out of service', async () => {
  const ids = await hub.install([{ code: 'silent', channel: 'mqtt' }])
  const id = await hub.give({ audience: { areas: [], groups: [], devices: ['silent'] } })
  await hub.settled(id, (rows) => rows.every((one) => one.state === 'accepted'))
  await dropWaiting(hub.pool as never, ids.get('silent') ?? 0) // it queries
  const { rows } = await hub.pool.query(
    'select state, confirm_by from dispatch.deliveries where dispatch_id = $1',
    [id],
  )
  expect(rows).toEqual([{ state: 'accepted', confirm_by: null }])
})

test('a stream is opened once by a signature, and ends with its key or its service', async () => {
  const key = deviceKey()
  await hub.install([{ code: 'board', channel: 'player', publicKey: key.publicKey }])
  const { router, stop } = await dispatchRoutes({
    pool: hub.pool,
    env: hub.env,
    logger: pino({ level: 'silent' }),
  })
  const app = express()
  app.use(router)
  const server = app.listen(0)
  const { port } = server.address() as AddressInfo
  const open = async (id: string) => {
    const timestamp = Math.floor(Date.now() / 1000)
    const signed = sign(null, Buffer.from(`${id}.${timestamp}.stream`), key.privateKey)
    const asked = new URLSearchParams({
      id,
      timestamp: String(timestamp),
      signature: `v1a,${signed.toString('base64')}`,
    })
    return fetch(`http://127.0.0.1:${port}/bang-tin/board/messages?${asked}`)
  }
  const suspended = await open('one')
  expect((await open('one')).ok).toBe(false)
  await hub.owner.query(`update public.devices set lifecycle = 'suspended' where code = 'board'`)
  expect(await suspended.text()).toContain('setup')
  await hub.owner.query(`update public.devices set lifecycle = 'active' where code = 'board'`)
  const revoked = await open('two')
  await hub.owner.query(
    'update dispatch.device_keys set revoked_at = now() where public_key = $1',
    [key.publicKey],
  )
  await hub.give({ title: 'Mật', audience: { areas: [], groups: [], devices: ['board'] } })
  expect(await revoked.text()).not.toContain('Mật')
  await stop()
  server.closeAllConnections()
  server.close()
}, 30_000)
