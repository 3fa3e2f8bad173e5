import { createHash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Proofs } from '#domain/board/verify/auditRecord.ts'

/** Hashes and signatures by Node's own cryptography. */
export const nodeProofs = (keys: ReadonlyMap<string, KeyObject>): Proofs => ({
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  isSigned: (keyId, text, signature) => {
    const key = keys.get(keyId)
    return key
      ? verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
      : null
  },
})
