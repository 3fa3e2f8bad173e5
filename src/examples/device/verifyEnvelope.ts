import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Envelope, Message } from './protocol.ts'

/** The hub's key from 32 bytes in base64: `x` of a key in `/.well-known/jwks.json`. */
export const hubKeyOf = (raw: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(raw, 'base64'),
    ]),
    format: 'der',
    type: 'spki',
  })

/** The 32 bytes of a key, base64. */
export const rawKeyOf = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')

/**
 * What the hub says in an envelope. Its age is judged elsewhere.
 *
 * @throws when none of the keys signed it, or it is not what was signed
 */
export const verifyEnvelope = (envelope: Envelope, hubKeys: readonly KeyObject[]): Message => {
  const { id, timestamp, signature, body } = envelope
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const isSigned = String(signature)
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .some((one) =>
      hubKeys.some((key) => verify(null, signed, key, Buffer.from(one.slice(4), 'base64'))),
    )
  if (!isSigned) throw new Error('not signed by the hub')
  const message = JSON.parse(body) as Message
  if (message.v !== 1) throw new Error('a version this device does not know')
  if ('id' in message && message.id !== id) throw new Error('not the message that was signed')
  return message
}
