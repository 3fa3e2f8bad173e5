import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawPublicKey } from '#kit/signingKey.ts'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { seal } from '#plugins/dispatch/message.ts'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startHubDevice } from '#tests/support/hubDevice.ts'

let hub: DispatchHub
let broker: Awaited<ReturnType<typeof startBroker>>
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  broker = await startBroker()
  hub = await openDispatchHub({ mqttUrl: broker.url })
  for (const one of [await hub.startSender(), await hub.startSender()]) ends.push(one.stop)
})

afterAll(async () => {
  for (const end of ends.reverse()) await end()
  await hub?.stop()
  await broker?.stop()
})

/** The command as it is typed. @returns its exit code and what it printed */
const hubKey = async (...words: string[]) =>
  promisify(execFile)(process.execPath, ['src/hubKey/main.ts', 'hub-key', ...words], {
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      DATABASE_OWNER_URL: hub.ownerUrl,
      COLOA_DATA_DIR: hub.settings.COLOA_DATA_DIR,
    },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )

test('the next key of the hub reaches devices by every channel, is refused while one lacks it, and the old one is believed for the overlap', async () => {
  const old = readFileSync(path.join(hub.settings.COLOA_DATA_DIR ?? '', 'keys/installation.pem'))
  const oldKey = { privateKey: createPrivateKey(old), publicKey: hub.key.publicKey }
  const devices = await Promise.all(
    (['mqtt', 'http', 'pull'] as const).map((channel) =>
      startHubDevice(hub, { code: `key-${channel}`, channel }),
    ),
  )
  for (const one of devices) ends.push(one.stop)
  const [deaf] = await hub.install([{ code: 'key-deaf', channel: 'mqtt' }])
  expect(deaf).toBeDefined()
  expect((await hubKey('switch')).stdout).toContain('There is no next key')

  const told = await hubKey('next')
  expect(told.code).toBe(0)
  const next = /^(\S{44}) {2}next/m.exec(told.stdout)?.[1] ?? ''
  expect(next).not.toBe('')
  expect(next).not.toBe(oldKey.publicKey)
  expect((await hubKey('next')).stdout).toContain(next) // asked again, it is the same
  await expect
    .poll(async () => (await hubKey('status')).stdout, { timeout: 20_000, interval: 500 })
    .toContain('1 have not said that they have it: key-deaf')
  expect((await hubKey('status')).stdout).toContain(`${next}  next  3 of 4 devices`)

  const refused = await hubKey('switch')
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('key-deaf')])
  expect(hub.key.publicKey).toBe(oldKey.publicKey)
  const forced = await hubKey('switch', '--force', '--overlap-days', '1')
  expect(forced.code).toBe(0)
  await expect.poll(() => hub.key.publicKey, { timeout: 5000 }).toBe(next)
  const folder = path.join(hub.settings.COLOA_DATA_DIR ?? '', 'keys')
  expect((await readdir(folder)).sort()).toEqual(['installation.pem', 'retired'])

  // Both senders sign with it within a second; all three hear.
  await new Promise((resolve) => {
    setTimeout(resolve, 1000)
  })
  const id = await hub.give({ title: 'Khóa mới' })
  const rows = await hub.settled(
    id,
    (all) => all.filter((one) => one.state === 'played').length === 3,
  )
  expect(rows.filter((one) => one.state === 'played')).toHaveLength(3)

  // What the old one signed is believed, until the overlap is over.
  const [first] = devices
  const say = (number: number) => {
    const body = { v: 1, kind: 'recent', area: '10105', now: new Date().toISOString(), number }
    const text = JSON.stringify({ ...body, dispatches: [] })
    return seal(oldKey, { id: `recent-${number}`, body: text, now: new Date() })
  }
  await first?.device.take(say(1))
  await hub.owner.query(
    `update dispatch.hub_keys set valid_until = clock_timestamp() where public_key = $1`,
    [oldKey.publicKey],
  )
  await expect
    .poll(() => first?.device.take(say(2)).then(() => 'believed', String), { timeout: 10_000 })
    .toContain('not signed by the hub')
  expect(rawPublicKey(createPublicKey(readFileSync(path.join(folder, 'installation.pem'))))).toBe(
    next,
  )
}, 120_000)
