import { createPublicKey } from 'node:crypto'
import { rawPublicKey } from '#kit/signingKey.ts'
import { registryError } from '../registryErrors.ts'

/**
 * The 32 bytes of an Ed25519 public key, base64, from what a manufacturer hands over: PEM, 32 bytes, or DER in base64.
 *
 * @throws PortalError key_is_private, key_not_ed25519
 */
export const parsePublicKey = (given: string): string => {
  if (given.includes('PRIVATE KEY')) throw registryError('key_is_private')
  try {
    if (given.includes('BEGIN')) return rawOf({ key: given, format: 'pem' })
    const bytes = Buffer.from(given.replaceAll(/\s/g, ''), 'base64')
    if (bytes.length === 32) return bytes.toString('base64')
    return rawOf({ key: bytes, format: 'der', type: 'spki' })
  } catch {
    throw registryError('key_not_ed25519')
  }
}

const rawOf = (input: Parameters<typeof createPublicKey>[0]): string => {
  const key = createPublicKey(input)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key')
  return rawPublicKey(key)
}
