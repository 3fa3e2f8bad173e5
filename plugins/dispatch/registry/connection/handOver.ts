import { randomUUID } from 'node:crypto'
import { signWebhook } from '#kit/signingKey.ts'
import type { TestOrder } from './ordersOf.ts'
import type { Trial } from './trial.ts'

/** What is done to a message before it is handed over. */
export type Craft = {
  /** A signature of another body. */
  isForged?: boolean
  /** How long ago it says it was sent, in seconds. */
  ageSeconds?: number
  /** Fields of the body that say something else. */
  body?: Record<string, unknown>
}

/** How the transport or the device answered. */
export type Handed = { isTaken: boolean; answer: string; milliseconds: number }

/** Hands a test message, as it is or crafted, straight to the device's driver. */
export const handOrder = (trial: Trial, order: TestOrder, craft: Craft = {}): Promise<Handed> => {
  const { id, number, snapshot, expiresAt } = order
  const body = JSON.stringify({
    v: 1,
    id,
    number,
    ...(JSON.parse(snapshot) as object),
    ...craft.body,
  })
  return hand(trial, { id, number, snapshot, expiresAt, body, craft })
}

/** Hands a message that is no dispatch (`clock`, `recent`) to the device's driver. */
export const handNote = (trial: Trial, content: Record<string, unknown>): Promise<Handed> =>
  hand(trial, {
    id: randomUUID(),
    number: 0,
    snapshot: '{}',
    expiresAt: null,
    body: JSON.stringify({ v: 1, ...content }),
    craft: {},
  })

const hand = async (
  trial: Trial,
  message: Omit<TestOrder, 'deliveryId' | 'expiresAt'> & {
    expiresAt: Date | null
    body: string
    craft: Craft
  },
): Promise<Handed> => {
  const { device, driver, key } = trial
  const { id, number, snapshot, expiresAt, body, craft } = message
  const begun = Date.now()
  const timestamp = Math.floor(trial.now().getTime() / 1000) - (craft.ageSeconds ?? 0)
  const signed = { id, timestamp, body: craft.isForged ? `${body} ` : body }
  const target = {
    deviceId: device.id,
    deviceCode: device.code,
    unitCode: device.unitCode,
    address: device.address,
    deviceClass: device.deviceClass,
  }
  const envelope = { id, timestamp, signature: signWebhook(key, signed), body }
  try {
    const answer = await driver.hand(
      target,
      { dispatchId: id, number, snapshot, expiresAt, message: envelope },
      AbortSignal.timeout(trial.answerMs),
    )
    return { isTaken: true, answer, milliseconds: Date.now() - begun }
  } catch (error) {
    const answer = error instanceof Error ? error.message.slice(0, 200) : 'failed'
    return { isTaken: false, answer, milliseconds: Date.now() - begun }
  }
}
