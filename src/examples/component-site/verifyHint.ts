import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What the hub says in a webhook. */
export type Hint =
  | { type: 'release'; site: string; collection: string; item: number; seq: number; kind: string }
  | { type: 'endpoint.verify'; challenge: string }
  | { type: 'test' }

/** The headers of a Standard Webhook. */
export type HintHeaders = Readonly<Record<string, string | string[] | undefined>>

const TOLERANCE_SECONDS = 300

/**
 * The hint of a message that the hub signed within the last five minutes.
 *
 * @param keys the hub's public keys; one good signature by any of them is enough, which is how the hub changes keys
 * @throws Error `too_old`, `not_signed`, `not_json`
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const verifyHint = (options: {
  headers: HintHeaders
  body: string
  keys: readonly KeyObject[]
  now: Date
}): { id: string; hint: Hint } => {
  const { headers, body, keys, now } = options
  const [id, timestamp, signatures] = [
    String(headers['webhook-id']),
    String(headers['webhook-timestamp']),
    String(headers['webhook-signature']),
  ]
  const age = now.getTime() / 1000 - Number(timestamp)
  // NaN is no age either.
  if (!(Math.abs(age) <= TOLERANCE_SECONDS)) throw new Error('too_old')
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const found = signatures
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .map((one) => Buffer.from(one.slice(4), 'base64'))
  if (!found.some((one) => keys.some((key) => verify(null, signed, key, one)))) {
    throw new Error('not_signed')
  }
  try {
    return { id, hint: JSON.parse(body) as Hint }
  } catch {
    throw new Error('not_json')
  }
}

/** A key as the hub publishes it: `whpk_…`, or the `x` of a JSON Web Key. */
export const publicKeyFrom = (text: string): KeyObject => {
  const x = Buffer.from(text.replace(/^whpk_/, ''), 'base64').toString('base64url')
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
}
