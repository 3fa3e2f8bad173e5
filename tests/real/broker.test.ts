import { execFile } from 'node:child_process'
import { copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import mqtt from 'mqtt'
import type { IClientOptions, MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pino } from 'pino'
import { mqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import type { MqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import { topics } from '#plugins/dispatch/drivers/topics.ts'
import { openFolder } from './support/openFolder.ts'
import { runProgram } from './support/runProgram.ts'
import { startMosquitto } from './support/startMosquitto.ts'
import type { Mosquitto } from './support/startMosquitto.ts'

const run = promisify(execFile)
const logger = pino({ level: 'silent' })
let place: Awaited<ReturnType<typeof openFolder>>
let broker: Mosquitto
let hub: MqttLink
const clients: MqttClient[] = []

beforeAll(async () => {
  place = await openFolder()
  broker = await startMosquitto({ folder: place.folder })
  hub = mqttLink({ url: broker.url, logger })
  await vi.waitUntil(() => hub.isConnected(), { timeout: 5000 })
})

afterAll(async () => {
  for (const one of clients) await one.endAsync(true)
  await hub?.stop()
  await broker?.stop()
  await place?.remove()
})

const connect = async (options: IClientOptions = {}) => {
  const client = await mqtt.connectAsync(broker.url, { protocolVersion: 5, ...options })
  clients.push(client)
  return client
}
const collect = (client: MqttClient): string[] => {
  const got: string[] = []
  client.on('message', (_topic, payload) => void got.push(payload.toString()))
  return got
}
const at = (version: string): string[] =>
  `-h 127.0.0.1 -p ${broker.port} -V ${version} -q 1`.split(' ')
const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

test('a board that is switched on in an alarm learns of it; when the alarm is over, it does not', async () => {
  const topic = topics.emergencyOf('10105', 'bulletin/x/1')
  await hub.publish(topic, 'bão', { isRetained: true, expiresAt: new Date(Date.now() + 60_000) })
  const late = await connect()
  const got = collect(late)
  await late.subscribeAsync('coloa/v1/areas/10105/emergency/+', { qos: 1 })
  await expect.poll(() => got).toEqual(['bão'])
  await hub.publish(topic, '', { isRetained: true })
  const later = await connect()
  const nothing = collect(later)
  await later.subscribeAsync('coloa/v1/areas/10105/emergency/+', { qos: 1 })
  await wait(300)
  expect(nothing).toEqual([])
})

test('of what came while a device was away, the broker throws away what has expired', async () => {
  const session = { clientId: 'loa-away', clean: false, properties: { sessionExpiryInterval: 60 } }
  const before = await connect(session)
  await before.subscribeAsync(topics.commandsOfDevice('loa-away'), { qos: 1 })
  await before.endAsync()
  const topic = topics.commandsOfDevice('loa-away')
  await hub.publish(topic, 'over', { expiresAt: new Date(Date.now() + 1000) })
  await hub.publish(topic, 'lasts', { expiresAt: new Date(Date.now() + 60_000) })
  await wait(2500)
  const back = mqtt.connect(broker.url, { protocolVersion: 5, ...session })
  clients.push(back)
  const got = collect(back)
  await expect.poll(() => got).toEqual(['lasts'])
})

test('a device whose line breaks is told of by its last will', async () => {
  const watcher = await connect()
  const got = collect(watcher)
  await watcher.subscribeAsync(topics.presenceOf('loa-3'), { qos: 1 })
  const device = await connect({
    will: { topic: topics.presenceOf('loa-3'), payload: Buffer.from('gone'), qos: 1 },
  })
  device.stream.destroy()
  await expect.poll(() => got, { timeout: 5000 }).toEqual(['gone'])
  await device.endAsync(true)
})

test('of two workers one takes each report', async () => {
  const other = mqttLink({ url: broker.url, logger })
  await expect.poll(() => other.isConnected(), { timeout: 5000 }).toBe(true)
  const taken: string[][] = [[], []]
  hub.listen(topics.allReports, (_topic, text) => void taken[0]?.push(text))
  other.listen(topics.allReports, (_topic, text) => void taken[1]?.push(text))
  await wait(300)
  const device = await connect()
  for (let n = 0; n < 40; n += 1)
    await device.publishAsync(topics.reportsOf('loa-1'), String(n), { qos: 1 })
  await expect.poll(() => taken.flat().length, { timeout: 5000 }).toBe(40)
  await wait(200)
  expect(new Set(taken.flat()).size).toBe(40)
  expect(taken.flat()).toHaveLength(40)
  expect(Math.min(...taken.map((one) => one.length))).toBeGreaterThan(0)
  await other.stop()
})

test.each(['mqttv5', 'mqttv311'])(
  'a client that is not ours, by %s, hears whole texts',
  async (version) => {
    const text = `${'Đề phòng lũ quét, sạt lở: ế ự ỗ 😀 '.repeat(140)}.`.normalize('NFC')
    expect(text.length).toBeGreaterThan(4900)
    const heard = await runProgram({
      command: 'mosquitto_sub',
      args: [...at(version), '-C', '1', '-t', topics.commandsOf({ kind: 'area', code: '10106' })],
      until: /^/, // it says nothing until a message is there
    })
    await wait(700)
    await hub.publish(
      topics.commandsOf({ kind: 'area', code: '10106' }),
      JSON.stringify({ text }),
      {
        expiresAt: new Date(Date.now() + 60_000),
      },
    )
    await expect.poll(heard.output, { timeout: 5000 }).toContain(JSON.stringify({ text }))
    await heard.stop()
  },
)

test.each(['mqttv5', 'mqttv311'])('a client that is not ours reports by %s', async (version) => {
  const got: string[] = []
  const link = mqttLink({ url: broker.url, logger })
  await expect.poll(() => link.isConnected(), { timeout: 5000 }).toBe(true)
  link.listen(topics.allPresence, (topic, text) => void got.push(`${topic} ${text}`))
  await wait(300)
  await run('mosquitto_pub', [
    ...at(version),
    '-t',
    topics.presenceOf('loa-9'),
    '-m',
    `up ${version}`,
  ])
  await expect.poll(() => got).toEqual([`${topics.presenceOf('loa-9')} up ${version}`])
  await link.stop()
})

test('with the rights we ship, a device neither gives orders nor listens to others', async () => {
  const acl = path.join(place.folder, 'acl')
  const passwords = path.join(place.folder, 'passwords')
  await copyFile(path.resolve('src/examples/broker/acl'), acl)
  await writeFile(passwords, 'coloa:secret\nloa-1:one\nloa-2:two\n', { mode: 0o644 })
  await run('mosquitto_passwd', ['-U', passwords])
  await run('chmod', ['644', passwords, acl])
  const guarded = await startMosquitto({
    folder: place.folder,
    lines: ['allow_anonymous false', `password_file ${passwords}`, `acl_file ${acl}`],
  })
  const as = async (username: string, password: string) => {
    const client = await mqtt.connectAsync(guarded.url, { protocolVersion: 5, username, password })
    clients.push(client)
    return client
  }
  const link = mqttLink({ url: guarded.url.replace('mqtt://', 'mqtt://coloa:secret@'), logger })
  await expect.poll(() => link.isConnected(), { timeout: 5000 }).toBe(true)
  const reports: string[] = []
  link.listen(topics.allReports, (_topic, text) => void reports.push(text))
  const thief = await as('loa-1', 'one')
  const victim = await as('loa-2', 'two')
  const heard = collect(victim)
  await victim.subscribeAsync(
    [topics.commandsOfDevice('loa-2'), topics.commandsOf({ kind: 'area', code: '10105' })],
    { qos: 1 },
  )
  const overheard = collect(thief)
  await thief.subscribeAsync('coloa/v1/#', { qos: 1 }).catch(() => undefined) // refused, or without effect
  await wait(300)
  for (const topic of [
    topics.commandsOfDevice('loa-2'),
    topics.commandsOf({ kind: 'area', code: '10105' }),
    topics.emergencyOf('10105', 'x'),
    topics.reportsOf('loa-2'),
  ])
    await thief.publishAsync(topic, 'forged', { qos: 1 }).catch(() => undefined) // refused
  await thief.publishAsync(topics.reportsOf('loa-1'), 'own', { qos: 1 })
  await link.publish(topics.commandsOfDevice('loa-2'), 'order')
  await expect.poll(() => [heard, reports], { timeout: 5000 }).toEqual([['order'], ['own']])
  expect(overheard).toEqual([])
  await expect(mqtt.connectAsync(guarded.url, { reconnectPeriod: 0 })).rejects.toThrow()
  await link.stop()
  await guarded.stop()
})
