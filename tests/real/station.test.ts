import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressRules } from '#kit/addressRules.ts'
import type { Driver, Outgoing } from '#plugins/dispatch/drivers/driver.ts'
import { icecastDriver } from '#plugins/dispatch/drivers/icecast/icecastDriver.ts'
import { snapshotOf } from '#tests/unit/dispatch/snapshotOf.ts'
import { listenTo } from './support/listenTo.ts'
import type { Listener } from './support/listenTo.ts'
import { makeTone } from './support/makeTone.ts'
import { openFolder } from './support/openFolder.ts'
import { startStation } from './support/startStation.ts'
import type { Station } from './support/startStation.ts'

let place: Awaited<ReturnType<typeof openFolder>>
let station: Station
let listener: Listener
let driver: Driver
const words: { dispatchId: string; kind: string }[] = []
const tones = { emergency: 880, priority: 660, normal: 550 } as const
type Lane = keyof typeof tones

beforeAll(async () => {
  place = await openFolder()
  station = await startStation(place.folder)
  for (const [lane, hz] of Object.entries(tones))
    await makeTone(path.join(place.folder, `${lane}.wav`), hz, lane === 'normal' ? 6 : 3)
  listener = await listenTo(station.streamUrl, [station.programmeHz, ...Object.values(tones)])
  await listener.waitFor(station.programmeHz, 0)
  driver = icecastDriver({
    mayDial: addressRules(['127.0.0.0/8']),
    soundOf: async ({ priority }) => pathToFileURL(path.join(place.folder, `${priority}.wav`)).href,
    take: async (_deviceId, event) => void words.push(event),
    onFault: () => undefined,
    everyMs: 100,
  })
})

afterAll(async () => {
  await driver?.stop()
  await listener?.stop()
  await station?.stop()
  await place?.remove()
})

const target = () => ({
  deviceId: 1,
  deviceCode: 'dai-1',
  unitCode: '10105',
  address: station.address,
  deviceClass: 'radioStation',
})

const give = async (lane: Lane, more: Parameters<typeof snapshotOf>[0] = {}) => {
  const dispatchId = randomUUID()
  const now = new Date().toISOString()
  const snapshot = snapshotOf({
    chain: `bulletin/x/${dispatchId}`,
    priority: lane,
    issuedAt: now,
    effectiveAt: now,
    expiresAt: null,
    ...more,
  })
  const outgoing: Outgoing = {
    dispatchId,
    number: 1,
    snapshot: JSON.stringify(snapshot),
    expiresAt: snapshot.expiresAt ? new Date(snapshot.expiresAt) : null,
    message: { id: dispatchId, timestamp: 0, signature: '', body: '' },
  }
  const at = Date.now()
  await driver.hand(target(), outgoing, AbortSignal.timeout(5000))
  return { at, dispatchId, outgoing, chain: snapshot.chain }
}
const wordsOf = (id: string) => words.filter((one) => one.dispatchId === id).map((one) => one.kind)

test('an emergency is heard within two seconds over the programme, which is back by itself', async () => {
  const given = await give('emergency')
  const heard = await listener.waitFor(tones.emergency, given.at)
  const back = await listener.waitFor(station.programmeHz, heard)
  console.info(
    `emergency heard after ${heard - given.at} ms, programme back ${back - heard} ms later`,
  )
  expect(heard - given.at).toBeLessThan(2000)
  expect(back - heard).toBeGreaterThan(2500)
  expect(back - heard).toBeLessThan(5000)
  await expect.poll(() => wordsOf(given.dispatchId)).toEqual(['playing', 'played'])
  await driver.hand(target(), given.outgoing, AbortSignal.timeout(5000))
  await new Promise((resolve) => {
    setTimeout(resolve, 1500)
  })
  expect(listener.heard().filter((one) => one.hz === tones.emergency)).toHaveLength(1)
})

test('an emergency cuts into a priority item, which is played on afterwards; a cancellation silences', async () => {
  const first = await give('priority')
  await listener.waitFor(tones.priority, first.at)
  const urgent = await give('emergency')
  const heard = await listener.waitFor(tones.emergency, urgent.at)
  const resumed = await listener.waitFor(tones.priority, heard)
  await listener.waitFor(station.programmeHz, resumed)
  const third = await give('emergency')
  const sounding = await listener.waitFor(tones.emergency, third.at)
  const ended = await give('emergency', { kind: 'cancel', chain: third.chain })
  const silent = await listener.waitFor(station.programmeHz, sounding)
  console.info(`cancelled: programme back ${silent - ended.at} ms after the cancellation`)
  expect(silent - ended.at).toBeLessThan(2000)
  await expect.poll(() => wordsOf(third.dispatchId)).toEqual(['playing', 'stopped'])
})

test('what is staged is played at its time; what was cancelled before or has expired is never heard', async () => {
  const at = Date.now() + 2000
  const staged = await give('priority', { effectiveAt: new Date(at).toISOString() })
  const cancelled = await give('emergency', { effectiveAt: new Date(at).toISOString() })
  await give('emergency', { kind: 'cancel', chain: cancelled.chain })
  const expired = await give('emergency', {
    effectiveAt: new Date(at).toISOString(),
    expiresAt: new Date(at - 100).toISOString(),
  })
  const heard = await listener.waitFor(tones.priority, staged.at)
  expect(heard).toBeGreaterThan(at)
  expect(heard - at).toBeLessThan(2000)
  await listener.waitFor(station.programmeHz, heard)
  expect(listener.heard().some((one) => one.hz === tones.emergency && one.at > staged.at)).toBe(
    false,
  )
  expect(wordsOf(expired.dispatchId)).toEqual(['expired'])
})
