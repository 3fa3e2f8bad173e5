import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rawPublicKey } from '#kit/signingKey.ts'
import {
  dispatchSchema,
  envelopeSchema,
  setupSchema,
} from '#plugins/dispatch/asyncapi/messageSchemas.ts'
import { createSigner } from '#plugins/dispatch/message.ts'
import { readBody, readEnvelope } from '#plugins/dispatch/reports/envelope.ts'
import type { Reporter } from '#plugins/dispatch/reports/readReporters.ts'
import { demandAuthentic } from '#plugins/dispatch/reports/verifyReport.ts'
import { judge } from '../../../src/examples/device/judge.ts'
import { emptyMemory } from '../../../src/examples/device/memory.ts'
import type { Memory } from '../../../src/examples/device/memory.ts'
import type { Command } from '../../../src/examples/device/protocol.ts'
import { hubKeyOf, verifyEnvelope } from '../../../src/examples/device/verifyEnvelope.ts'
import vectors from '../../../plugins/dispatch/vectors.json' with { type: 'json' }

const { hub, device, message, report, refused, judged, change } = vectors

/** A private key of RFC 8032: its 32 bytes behind the fixed head of PKCS #8. */
const keyOf = (seedHex: string) => {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex')
  const key = Buffer.concat([head, Buffer.from(seedHex, 'hex')])
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) }
}

const reporter = (keys: string[]): Reporter =>
  ({ id: 1, code: report.device, lifecycle: 'active', keys }) as Reporter // the rest is not looked at

test('the keys of the vectors are those of RFC 8032', () => {
  expect(keyOf(hub.seedHex).publicKey).toBe(hub.publicKey)
  expect(keyOf(device.seedHex).publicKey).toBe(device.publicKey)
})

test('a device believes the message of the vectors, and the hub signs it so', () => {
  const command = verifyEnvelope(message, [hubKeyOf(hub.publicKey)])
  expect(command).toEqual(JSON.parse(message.body))
  expect(envelopeSchema.parse(message)).toEqual(message)
  const { v, id, number, ...snapshot } = dispatchSchema.parse(command)
  expect([v, id]).toEqual([1, message.id])
  const signed = createSigner(keyOf(hub.seedHex))(
    { dispatchId: id, number: String(number), snapshot: JSON.stringify(snapshot) },
    new Date(message.timestamp * 1000),
  )
  expect(signed).toEqual(message)
})

test.each(refused)('a device believes nothing when $why', ({ envelope }) => {
  expect(() => verifyEnvelope(envelope, [hubKeyOf(hub.publicKey)])).toThrow('not signed by the hub')
})

test('a device believes the next key of the vectors once its standing, signed by the first, has named it', () => {
  const first = [hubKeyOf(hub.publicKey)]
  const standing = verifyEnvelope(change.standing, first)
  expect(setupSchema.parse(standing)).toMatchObject({ hubKeys: [change.publicKey, hub.publicKey] })
  expect(keyOf(change.seedHex).publicKey).toBe(change.publicKey)
  expect(() => verifyEnvelope(change.message, first)).toThrow('not signed by the hub')
  const both = [change.publicKey, hub.publicKey].map(hubKeyOf)
  expect(verifyEnvelope(change.message, both)).toEqual(JSON.parse(message.body))
})

test.each(judged)('the message of the vectors is judged when $why', (one) => {
  const command = JSON.parse(message.body) as Command
  const memory: Memory = {
    ...emptyMemory(),
    setup: {
      v: 1,
      kind: 'setup',
      device: 'LOA-001',
      number: 1,
      isActive: true,
      areas: ['00004'],
      groups: [],
    },
    ...(one.heardAt ? { heardAt: Date.parse(one.heardAt) } : {}),
    chains: one.chainNumber
      ? { [command.chain]: { number: one.chainNumber, isCancelled: true } }
      : {},
  }
  const verdict = judge({
    memory,
    command,
    envelope: message,
    code: 'LOA-001',
    now: new Date(one.at),
    isClockSure: false,
    isReminder: one.topic === 'emergency',
  })
  expect(typeof verdict === 'object' ? verdict.refuse : verdict).toBe(one.verdict)
})

test('the hub believes the report of the vectors within its five minutes, and from this device alone', async () => {
  const at = (seconds: number) => new Date((report.timestamp + seconds) * 1000)
  const envelope = readEnvelope(report)
  await expect(
    demandAuthentic(envelope, reporter([device.publicKey]), at(300)),
  ).resolves.toMatchObject({ code: 'LOA-001' })
  expect(readBody(envelope.body).receipts.map(({ kind }) => kind)).toEqual(['received', 'playing'])
  const { privateKey } = keyOf(device.seedHex)
  const text = Buffer.from(`${report.id}.${report.timestamp}.${report.body}`)
  expect(`v1a,${sign(null, text, privateKey).toString('base64')}`).toBe(report.signature)
  await expect(demandAuthentic(envelope, reporter([hub.publicKey]), at(0))).rejects.toMatchObject({
    code: 'report_not_authentic',
  })
  await expect(
    demandAuthentic(envelope, reporter([device.publicKey]), at(301)),
  ).rejects.toMatchObject({ code: 'report_out_of_time' })
})

test('the protocol quotes them as they are', () => {
  const page = readFileSync('plugins/dispatch/PROTOCOL.md', 'utf8')
  for (const quoted of [
    hub.publicKey,
    device.publicKey,
    message.body,
    message.signature,
    report.body,
    report.signature,
  ])
    expect(page).toContain(quoted)
})
