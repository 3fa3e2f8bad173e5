import { generateKeyPairSync } from 'node:crypto'
import { rawPublicKey } from '#kit/signingKey.ts'

/** A pair for a device that cannot make one itself. The private half is handed over once and kept nowhere. */
export type KeyPair = {
  publicKey: string
  /** PKCS #8, PEM. */
  privatePem: string
  /** The 32 bytes of the seed, base64, for devices that read no PEM. */
  privateKey: string
}

/** Makes an Ed25519 pair. */
export const makeKeyPair = (): KeyPair => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: rawPublicKey(publicKey),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateKey: privateKey
      .export({ type: 'pkcs8', format: 'der' })
      .subarray(-32)
      .toString('base64'),
  }
}
