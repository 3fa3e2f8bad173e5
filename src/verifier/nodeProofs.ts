import { createHash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { LedgerRow, Proofs } from '#domain/board/verify/auditRecord.ts'

/** Proofs that are made ready many at a time, on all cores. */
export type NodeProofs = Proofs & { prepare: (rows: readonly LedgerRow[]) => Promise<void> }

/** Hashes and signatures by Node's own cryptography. */
export const nodeProofs = (keys: ReadonlyMap<string, KeyObject>): NodeProofs => {
  let ready = new Map<string, boolean>()
  return {
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    isSigned: (keyId, text, signature) => {
      const key = keys.get(keyId)
      if (!key) return null
      return (
        ready.get(nameOf(keyId, text, signature)) ?? verify(null, ...bytesOf(text, key, signature))
      )
    },
    prepare: async (rows) => {
      const next = new Map<string, boolean>()
      await Promise.all(
        rows.flatMap((row) =>
          row.signatures.map(async ({ keyId, value }) => {
            const key = keys.get(keyId)
            if (key) next.set(nameOf(keyId, row.text, value), await isSigned(row.text, key, value))
          }),
        ),
      )
      ready = next
    },
  }
}

const nameOf = (...parts: string[]) => parts.join('\n')

const bytesOf = (text: string, key: KeyObject, signature: string) =>
  [Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64')] as const

const isSigned = (text: string, key: KeyObject, signature: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    verify(null, ...bytesOf(text, key, signature), (error, isGood) =>
      error ? reject(error) : resolve(isGood),
    )
  })
