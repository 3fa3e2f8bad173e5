import { createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { keyIdOf, publicKeyOf, rawPublicKey } from '#kit/signingKey.ts'
import { VerifierError } from './verifierError.ts'

/**
 * The public keys of files: key sets as `/.well-known/jwks.json` gives them, or single keys as PEM. The id of a key is worked
 * out anew; one that says another is refused.
 *
 * @throws VerifierError
 */
export const readKeys = async (files: readonly string[]): Promise<Map<string, KeyObject>> => {
  const keys = new Map<string, KeyObject>()
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new VerifierError(`the key file ${file} cannot be read`)
    })
    const found = text.includes('-----BEGIN') ? [fromPem(file, text)] : fromKeySet(file, text)
    for (const raw of found) keys.set(keyIdOf(raw), publicKeyOf(raw))
  }
  if (keys.size === 0) throw new VerifierError('there is no Ed25519 key in the key files')
  return keys
}

const fromPem = (file: string, text: string): string => {
  try {
    const key = createPublicKey(text)
    if (key.asymmetricKeyType === 'ed25519') return rawPublicKey(key)
  } catch {
    // told below
  }
  throw new VerifierError(`${file} is not an Ed25519 key`)
}

const fromKeySet = (file: string, text: string): string[] => {
  let keys: unknown
  try {
    keys = (JSON.parse(text) as { keys?: unknown }).keys
  } catch {
    keys = undefined
  }
  if (!Array.isArray(keys)) throw new VerifierError(`${file} is not a key set`)
  return (keys as Record<string, unknown>[])
    .filter((one) => one.kty === 'OKP' && one.crv === 'Ed25519')
    .map(({ x, kid }) => {
      const raw = Buffer.from(String(x), 'base64url')
      const id = keyIdOf(raw.toString('base64'))
      if (raw.length !== 32 || (kid !== undefined && kid !== id))
        throw new VerifierError(`${file}: the key ${String(kid)} is not the one it says`)
      return raw.toString('base64')
    })
}
