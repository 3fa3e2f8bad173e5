import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { rawPublicKey } from '#kit/signingKey.ts'
import { seal } from '#plugins/dispatch/message.ts'
import { createDevice } from '../../../src/examples/device/createDevice.ts'
import { passingStore } from '../../../src/examples/device/fileStore.ts'
import type { Report } from '../../../src/examples/device/protocol.ts'
import { printingSpeaker } from '../../../src/examples/device/speaker.ts'

const hub = generateKeyPairSync('ed25519')
const key = { privateKey: hub.privateKey, publicKey: rawPublicKey(hub.publicKey) }
const tell = (id: string, body: object) =>
  seal(key, { id, body: JSON.stringify({ v: 1, ...body }), now: new Date() })

const standing = (number: number, isActive: boolean) =>
  tell(randomUUID(), {
    kind: 'setup',
    device: 'loa-1',
    number,
    isActive,
    areas: ['10105'],
    groups: [],
    timeFrames: [],
  })

test('an emergency that is faster than the word that the device is in service is asked for again, and heard', async () => {
  const reports: Report[] = []
  const heard: string[] = []
  const device = await createDevice({
    code: 'loa-1',
    privateKey: generateKeyPairSync('ed25519').privateKey,
    hubKeys: [hub.publicKey],
    store: passingStore(),
    speaker: printingSpeaker((line) => heard.push(line), 100),
    stage: () => Promise.resolve(),
    log: () => undefined,
    send: (report) => {
      reports.push(JSON.parse(report.body) as Report)
      return Promise.resolve([])
    },
  })
  const id = randomUUID()
  const alert = () =>
    tell(id, {
      id,
      number: 1,
      chain: 'bulletin/x/1',
      kind: 'alert',
      priority: 'emergency',
      issuer: 'x',
      effectiveAt: new Date().toISOString(),
      expiresAt: null,
      audience: { areas: ['10105'], groups: [], devices: [] },
      title: 'Vỡ đê',
      text: 'Vỡ đê',
      spokenText: null,
      media: [],
    })
  const said = () =>
    reports.flatMap(({ receipts }) => receipts.map(({ kind, detail }) => [kind, detail]))
  await device.take(standing(1, false))
  await device.take(alert())
  await expect.poll(said).toEqual([['refused', 'inactive']])
  await device.take(alert())
  expect(heard).toEqual([])
  await device.take(standing(2, true))
  await expect.poll(() => reports.flatMap(({ want }) => want ?? [])).toContain(id)
  await device.take(alert())
  await expect.poll(() => heard).toEqual(['ALERT Vỡ đê'])
  device.stop()
})
