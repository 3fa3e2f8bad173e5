import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import mqtt from 'mqtt'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addressRules } from '#kit/addressRules.ts'
import { rawPublicKey } from '#kit/signingKey.ts'
import { askStation } from '#plugins/dispatch/drivers/icecast/askStation.ts'
import { openMessage } from '#plugins/dispatch/drivers/player/page/verify.js'
import { topics } from '#plugins/dispatch/drivers/topics.ts'
import { openRadio } from '#tests/integration/dispatch/radio.ts'
import { launchChromium } from '#tests/support/launchChromium.ts'
import type { TestBrowser } from '#tests/support/launchChromium.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { listenTo } from './support/listenTo.ts'
import type { Listener } from './support/listenTo.ts'
import { enrolmentCode } from '#tests/support/enrolmentCode.ts'
import { makeTone } from './support/makeTone.ts'
import { openFolder } from './support/openFolder.ts'
import { runProgram } from './support/runProgram.ts'
import type { Program } from './support/runProgram.ts'
import { startMosquitto } from './support/startMosquitto.ts'
import type { Mosquitto } from './support/startMosquitto.ts'
import { startStation } from './support/startStation.ts'
import type { Station } from './support/startStation.ts'

const ALARM_HZ = 880
const keys = { station: generateKeyPairSync('ed25519'), board: generateKeyPairSync('ed25519') }

let place: Awaited<ReturnType<typeof openFolder>>
let broker: Mosquitto
let station: Station
let radio: Awaited<ReturnType<typeof openRadio>>
let listener: Listener
let chromium: TestBrowser
let page: Page
let hook: Program
let speaker: TestProcess

beforeAll(async () => {
  place = await openFolder()
  const [made, there] = await Promise.all([
    startMosquitto({ folder: place.folder }),
    startStation(place.folder),
    makeTone(path.join(place.folder, 'alarm.wav'), ALARM_HZ, 3),
  ])
  broker = made
  station = there
  radio = await openRadio({ broker })
  listener = await listenTo(station.streamUrl, [station.programmeHz, ALARM_HZ])
  await listener.waitFor(station.programmeHz, 0)
  chromium = await launchChromium()
  await mkdir('tests/.output', { recursive: true })
})

afterAll(async () => {
  await hook?.stop()
  await chromium?.stop()
  await listener?.stop()
  await radio?.stop()
  await station?.stop()
  await broker?.stop()
  await place?.remove()
})

/** What a listener in the street reports, signed by the key of the station's line sensor. */
const report = async (dispatch: string, kind: string, more: Record<string, unknown> = {}) => {
  const receipt = { dispatch, kind, eventId: randomUUID(), at: new Date().toISOString(), ...more }
  const body = JSON.stringify({ v: 1, receipts: [receipt] })
  const [id, timestamp] = [randomUUID(), Math.floor(Date.now() / 1000)]
  const signed = sign(null, Buffer.from(`${id}.${timestamp}.${body}`), keys.station.privateKey)
  const answer = await fetch(`${radio.web.url}/api/dispatch/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      device: 'dai-1',
      id,
      timestamp,
      signature: `v1a,${signed.toString('base64')}`,
      body,
    }),
  })
  expect(answer.status).toBe(200)
}

/** mosquitto_sub's lines, each pushed to Liquidsoap when the hub signed it. */
const pushWhatIsSigned = (program: Program) => {
  let rest = ''
  program.child.stdout.on('data', (part: Buffer) => {
    const lines = `${rest}${part.toString()}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) void pushOne(line)
  })
}

const pushOne = async (line: string) => {
  const body = (await openMessage(JSON.parse(line), [radio.key.publicKey], Date.now())) as
    string | { id: string; kind: string }
  if (typeof body === 'string' || body.kind !== 'alert') return
  await report(body.id, 'received')
  const sound = pathToFileURL(path.join(place.folder, 'alarm.wav')).href
  await askStation({
    address: station.address,
    words: ['coloa.push', 'emergency', body.id, body.id, '0', '0', sound],
    mayDial: addressRules(['127.0.0.0/8']),
    signal: AbortSignal.timeout(5000),
  })
}

test('without one device of ours, a bulletin is heard in the street and seen on the board, and both are proven', async () => {
  await radio.register('dai-1', {
    channel: 'mqtt',
    deviceClass: 'radioStation',
    publicKey: rawPublicKey(keys.station.publicKey),
  })
  await radio.register('bang-1', {
    channel: 'player',
    deviceClass: 'ledBoard',
    publicKey: rawPublicKey(keys.board.publicKey),
  })
  hook = await runProgram({
    command: 'mosquitto_sub',
    args: `-h 127.0.0.1 -p ${broker.port} -V mqttv5 -q 1 -t ${topics.commandsOfDevice('dai-1')} -t ${topics.commandsOf({ kind: 'area', code: '10105' })}`.split(
      ' ',
    ),
  })
  pushWhatIsSigned(hook)
  page = await chromium.open({ width: 1280, height: 640 })
  await page.goto(`${radio.web.url}/bang-tin/bang-1`)
  await page.fill('#once', await enrolmentCode(radio.pool, 'bang-1'))
  await page.click('button[type=submit]')
  const shown = () => page.locator('#board').getAttribute('aria-label')
  await expect.poll(shown, { timeout: 10_000 }).toContain('không có bản tin')

  const id = await radio.bulletin('Bão số 9 đổ bộ, ở yên trong nhà')
  const began = Date.now()
  await radio.issue(id)
  const seen = vi.waitUntil(async () => (await shown())?.includes('Bão số 9'), {
    timeout: 15_000,
    interval: 20,
  })
  const seenAt = seen.then(() => Date.now())
  const heardAt = await listener.waitFor(ALARM_HZ, began)
  const [dispatch] = await radio.deliveries(id)
  await report(dispatch?.dispatch ?? '', 'playing')
  await report(dispatch?.dispatch ?? '', 'proven', { proof: { toneHz: ALARM_HZ } })
  const boardAt = await seenAt
  const picture = await page.screenshot({ path: 'tests/.output/street-board.png' })
  const backAt = await listener.waitFor(station.programmeHz, heardAt)
  console.info(
    `released to heard ${heardAt - began} ms, to seen ${boardAt - began} ms; programme back after ${backAt - heardAt} ms`,
  )
  expect(heardAt - began).toBeLessThan(2000)
  expect(boardAt - began).toBeLessThan(2000)
  expect(await yellowIn(picture)).toBeGreaterThan(1000)
  const rows = await radio.settled(id, isAll('proven'), 40_000)
  expect(rows.map((one) => [one.code, one.state])).toEqual([
    ['bang-1', 'proven'],
    ['dai-1', 'proven'],
  ])
  await radio.takeDown(id)
  await expect.poll(shown, { timeout: 15_000 }).toContain('không có bản tin')
})

const yellowIn = async (png: Buffer): Promise<number> => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) > 150 && (data[at + 2] ?? 255) < 60) count += 1
  return count
}

test('a station of a commune speaks what was given in text alone, and goes back to its programme', async () => {
  await hook.stop()
  await retire('dai-1', 'bang-1')
  await radio.register('dai-2', {
    channel: 'icecast',
    deviceClass: 'radioStation',
    address: station.address,
    capabilities: { forms: ['audio'] },
  })
  const id = await radio.bulletin('Cấm biển', { text: 'Tàu thuyền không ra khơi.' })
  const began = Date.now()
  await radio.issue(id)
  const rows = await radio.settled(id, (all) => all.some((one) => one.state === 'played'), 40_000)
  const played = rows.find((one) => one.state === 'played')
  expect(played?.receipts).toEqual(['playing', 'played'])
  const spoken = listener.heard().find((one) => one.hz !== station.programmeHz && one.at > began)
  console.info(`released to speech ${(spoken?.at ?? 0) - began} ms`)
  expect(spoken).toBeDefined()
  await listener.waitFor(station.programmeHz, spoken?.at ?? began)
  await retire('dai-2')
})

/** Whether there are deliveries, and all have come so far. */
const isAll = (state: string) => (rows: readonly { state: string }[]) =>
  rows.length > 0 && rows.every((one) => one.state === state)

const linesOf = (device: TestProcess, word: string) =>
  device
    .output()
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line) && line.includes(word)).length

test('what a stranger says over the broker no loudspeaker believes', async () => {
  speaker = await radio.install('loa-1', 'mqtt')
  const stranger = await mqtt.connectAsync(broker.url, { protocolVersion: 5 })
  const caught: { topic: string; text: string }[] = []
  stranger.on('message', (topic, text) => void caught.push({ topic, text: text.toString() }))
  await stranger.subscribeAsync('coloa/v1/#', { qos: 1 })
  const id = await radio.bulletin('Lũ về')
  await radio.issue(id)
  await radio.settled(id, isAll('played'), 20_000)
  const said = linesOf(speaker, 'Lũ về')
  expect(said).toBeGreaterThan(0)
  const real = caught.map(({ text }) => text).find((text) => text.includes('Lũ về')) ?? '{}'
  const message = JSON.parse(real) as { id: string; body: string; signature: string }
  const pair = generateKeyPairSync('ed25519')
  const now = Math.floor(Date.now() / 1000)
  const forgedBody = message.body
    .replaceAll('Lũ về', 'Tin giả')
    .replace(/"number":\d+/, '"number":9999')
  const own = sign(null, Buffer.from(`${message.id}.${now}.${forgedBody}`), pair.privateKey)
  const forgeries = [
    { ...message, body: forgedBody },
    { ...message, timestamp: now, body: forgedBody, signature: `v1a,${own.toString('base64')}` },
    { ...message, id: randomUUID() },
    { ...message, timestamp: now },
    { ...message, signature: 'v1,AAAA' },
    message,
    'Tin giả',
  ]
  for (const topic of [
    topics.commandsOfDevice('loa-1'),
    topics.commandsOf({ kind: 'area', code: '10105' }),
    topics.emergencyOf('10105', 'tin-gia'),
  ])
    for (const one of forgeries) {
      const text = typeof one === 'string' ? one : JSON.stringify(one)
      await stranger.publishAsync(topic, text, { qos: 1, retain: topic.includes('emergency') })
    }
  const after = await radio.bulletin('Tin thật')
  await radio.issue(after)
  await radio.settled(after, isAll('played'), 20_000)
  expect(linesOf(speaker, 'Tin giả')).toBe(0)
  expect(linesOf(speaker, 'Lũ về')).toBe(said)
  await stranger.publishAsync(topics.emergencyOf('10105', 'tin-gia'), '', { retain: true })
  await stranger.endAsync()
})

test('a broker that is killed after it took a message loses nothing; neither does one that was away', async () => {
  await speaker.stop()
  const id = await radio.bulletin('Vỡ đê')
  await radio.issue(id)
  await radio.settled(id, (all) => all.some((one) => one.state === 'accepted'), 10_000)
  await broker.program().stop('SIGKILL')
  const second = await radio.bulletin('Sạt lở')
  await radio.issue(second)
  await new Promise((resolve) => {
    setTimeout(resolve, 3000)
  })
  await broker.restart()
  const began = Date.now()
  speaker = await radio.runDevice('loa-1', 'mqtt', 0)
  for (const one of [id, second]) {
    const rows = await radio.settled(one, isAll('played'), 40_000)
    expect(rows.map((row) => [row.code, row.state])).toEqual([['loa-1', 'played']])
  }
  console.info(`all played ${Date.now() - began} ms after the broker and the device were back`)
  expect(linesOf(speaker, 'Vỡ đê')).toBeGreaterThan(0)
})

const retire = async (...codes: string[]) => {
  await radio.pool.query(
    `update public.devices set lifecycle = 'retired' where code = any($1::text[])`,
    [codes],
  )
}
