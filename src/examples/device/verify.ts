import { createPublicKey, verify as verifySignature } from 'node:crypto'

/** A message as it arrives over either transport. */
export type Envelope = { id: string; timestamp: number; signature: string; body: string }

/** What the hub asks a device to do. Times are ISO 8601. */
export type Command = {
  deliveryId: string
  kind: 'alert' | 'update' | 'cancel' | 'exercise'
  priority: string
  issuer: string
  expiresAt: string | null
  bulletin: number
  title: string
  text: string
  spokenText: string | null
}

const TOLERANCE_SECONDS = 300

/**
 * The command of an envelope that the hub signed within the last five minutes.
 *
 * @param hubKey 32 bytes, base64
 * @throws when the signature, the time or the text is not what it should be
 */
export const verify = (envelope: Envelope, hubKey: string, now: Date): Command => {
  const { id, timestamp, signature, body } = envelope
  if (Math.abs(now.getTime() / 1000 - timestamp) > TOLERANCE_SECONDS) throw new Error('too old')
  const prefix = Buffer.from('302a300506032b6570032100', 'hex')
  const key = createPublicKey({
    key: Buffer.concat([prefix, Buffer.from(hubKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const isSigned = signature
    .split(' ')
    .some(
      (one) =>
        one.startsWith('v1a,') &&
        verifySignature(null, signed, key, Buffer.from(one.slice(4), 'base64')),
    )
  if (!isSigned) throw new Error('not signed by the hub')
  const command = JSON.parse(body) as Command
  if (command.deliveryId !== id) throw new Error('not the message that was signed')
  return command
}
