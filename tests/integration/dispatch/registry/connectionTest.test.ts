import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRegistry } from './openRegistry.ts'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { installationKey } from '#kit/signingKey.ts'
import { buildIfStale } from '../../../../src/start/buildIfStale.mjs'
import { freePort, startApp } from '#tests/support/startApp.ts'
import { startProcess } from '#tests/support/startProcess.ts'

type Step = { step: string; outcome: string; code: string }
type TestRow = { id: string; outcome: string | null; note: string | null; steps: Step[] }

let city: Awaited<ReturnType<typeof openRegistry>>
let broker: Awaited<ReturnType<typeof startBroker>>
let web: Awaited<ReturnType<typeof startApp>>
let startWorker: () => ReturnType<typeof startApp>
let worker: Awaited<ReturnType<typeof startApp>>
let hubKey: string
const started: { stop: () => Promise<void> }[] = []

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  city = await openRegistry()
  broker = await startBroker()
  const port = await freePort()
  const dataDir = path.join(path.dirname(city.mediaDir), 'data')
  const env = {
    DATABASE_URL: city.appUrl,
    MEDIA_DIR: city.mediaDir,
    COLOA_DATA_DIR: dataDir,
    MQTT_URL: broker.url,
    PUBLIC_URL: `http://localhost:${port}`,
    DEVICE_NETWORKS: '127.0.0.0/8',
  }
  web = await startApp({ role: 'web', env, port })
  startWorker = () => startApp({ role: 'worker', env })
  worker = await startWorker()
  hubKey = (await installationKey({ signingKeyFile: undefined, dataDir })).publicKey
})
afterAll(async () => {
  for (const one of [...started, worker, web]) await one?.stop()
  await broker?.stop()
  await city?.stop()
})

/** A device of the example, running, with its key entered. */
const install = async (channel: 'http' | 'mqtt', more: Record<string, string> = {}) => {
  const port = await freePort()
  const { id, code } = await city.device({
    channel,
    address: channel === 'http' ? `http://127.0.0.1:${port}/` : null,
    capabilities: { forms: ['text', 'audio', 'image'] },
  })
  const folder = path.dirname(city.mediaDir)
  const running = await startProcess({
    script: path.resolve('src/examples/device/main.ts'),
    env: {
      DEVICE_CODE: code,
      UNIT_CODE: '00004',
      HUB_URL: web.url,
      HUB_KEY: hubKey,
      KEY_FILE: path.join(folder, `${code}.pem`),
      STATE_FILE: path.join(folder, `${code}.json`),
      MEDIA_DIR: path.join(folder, `${code}.media`),
      HEARTBEAT_SECONDS: '2',
      PORT: String(port),
      ...(channel === 'mqtt' ? { MQTT_URL: broker.url } : {}),
      ...more,
    },
    until: /listening on|connected to the broker|subscribed to/,
  })
  started.push(running)
  const publicKey = /public key (\S+)/.exec(running.output())?.[1]
  const entered = await city.call('van-hanh', 'POST', `/dispatch/devices/${id}/keys`, { publicKey })
  expect(entered.status).toBe(200)
  return { id, code, running }
}

const begin = (id: number) => city.call('van-hanh', 'POST', `/dispatch/devices/${id}/test`, {})
const newest = async (id: number): Promise<TestRow | undefined> => {
  const { body } = await city.call('van-hanh', 'GET', `/dispatch/devices/${id}/tests`)
  return (body.tests as TestRow[])[0]
}
const until = async (id: number, ask: (row: TestRow) => boolean, withinMs = 90_000) => {
  for (const end = Date.now() + withinMs; ;) {
    const row = await newest(id)
    if ((row && ask(row)) || Date.now() > end) return row
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}
const ended = (id: number) => until(id, (row) => row.outcome !== null)
const outcomes = (row: TestRow | undefined) =>
  Object.fromEntries((row?.steps ?? []).map((one) => [one.step, `${one.outcome} ${one.code}`]))

const good = {
  identity: 'passed signed_answer',
  accepted: 'passed done',
  clock: 'passed done',
  replay: 'passed refused',
  expired: 'passed refused',
  preempts: 'passed done',
  cancels: 'passed done',
  receipts: 'passed done',
  catchesUp: 'passed done',
  text: 'passed done',
  audio: 'passed done',
  image: 'passed done',
  video: 'skipped form_not_claimed',
  wrongHash: 'passed ignored',
}

test('the example device passes over HTTP, step by step, and is tested then', async () => {
  const { id } = await install('http')
  expect((await begin(id)).status).toBe(200)
  const second = await begin(id)
  expect(second.body.errors?.[0]?.code).toBe('test_running')
  const row = await ended(id)
  expect(outcomes(row)).toMatchObject({
    reachable: 'passed not_encrypted',
    badSignature: 'passed refused',
    ...good,
  })
  expect(row?.outcome).toBe('passed')
  expect(await city.lifecycleOf(id)).toBe('tested')
}, 120_000)

test('the example device passes over MQTT', async () => {
  const { id } = await install('mqtt')
  await begin(id)
  const row = await ended(id)
  expect(outcomes(row)).toMatchObject({
    reachable: 'passed done',
    badSignature: 'passed ignored',
    ...good,
  })
  expect(row?.outcome).toBe('passed')
}, 120_000)

test('a device that is not there fails at the first step; the others are not tried', async () => {
  const { id } = await city.device({
    channel: 'http',
    address: `http://127.0.0.1:${await freePort()}/`,
  })
  await begin(id)
  const row = await ended(id)
  expect(row?.outcome).toBe('failed')
  expect(row?.steps[0]).toMatchObject({ step: 'reachable', outcome: 'failed', code: 'unreachable' })
  expect(row?.steps.slice(1).every((one) => one.code === 'earlier_step_failed')).toBe(true)
  expect(await city.lifecycleOf(id)).toBe('registered')
}, 60_000)

test('a device with a key that is not the entered one is not itself', async () => {
  const { id } = await install('http')
  await city.pool.query(
    `alter table dispatch.device_keys disable trigger keep_key;
     update dispatch.device_keys set public_key = encode(decode(md5(public_key) || md5('x'), 'hex'), 'base64') where device_id = ${id};
     alter table dispatch.device_keys enable always trigger keep_key`,
  )
  await new Promise((resolve) => {
    setTimeout(resolve, 3500) // what is known of keys is that old at most
  })
  await begin(id)
  expect(outcomes(await ended(id))).toMatchObject({ identity: 'failed no_answer' })
}, 60_000)

test('a worker that dies in the middle leaves a test that is closed as broken off, and another can begin', async () => {
  const { id } = await install('http')
  await begin(id)
  await until(id, (row) => row.steps.length >= 2)
  worker.child.kill('SIGKILL')
  worker = await startWorker()
  const row = await ended(id)
  expect([row?.outcome, row?.note]).toEqual(['broken_off', 'worker_died'])
  expect((await begin(id)).status).toBe(200)
  expect((await ended(id))?.outcome).toBe('passed')
}, 180_000)

test('a channel without reports is tested as far as it goes, and says what was passed over', async () => {
  const { id } = await city.device({
    channel: 'cap',
    address: `http://127.0.0.1:${await freePort()}/`,
  })
  await begin(id)
  const row = await ended(id)
  expect(outcomes(row)).toMatchObject({
    identity: 'skipped no_receipts_on_channel',
    accepted: 'failed unreachable',
  })
}, 60_000)
