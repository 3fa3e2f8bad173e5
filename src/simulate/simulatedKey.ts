import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** The head of an Ed25519 private key in PKCS #8, before its 32 bytes (RFC 8410). */
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key of a simulated device, the same each time: anybody can make it, so such a device is for trials only.
 *
 * @returns the key, and its public half as devices are entered with (32 bytes, base64)
 */
export const simulatedKey = (code: string): { privateKey: KeyObject; publicKey: string } => {
  const seed = createHash('sha256').update(`coloa simulation ${code}`).digest()
  const privateKey = createPrivateKey({
    key: Buffer.concat([HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)
    .toString('base64')
  return { privateKey, publicKey }
}
