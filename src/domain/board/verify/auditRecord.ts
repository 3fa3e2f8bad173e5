import type { LedgerSignature } from '../ledgerEntry.ts'

/** A row of an export, columns as the database names them. */
export type AuditRow = Readonly<Record<string, unknown>>

/** One line of an export: a table of the database, or `export` (first line) and `end` (last). */
export type AuditRecord = { table: string; row: AuditRow }

/** An entry of a board's chain as it is stored. */
export type LedgerRow = {
  board: string
  n: number
  kind: string
  text: string
  hash: string
  signatures: readonly LedgerSignature[]
}

/** Where chains and logs stood at an earlier audit. */
export type AuditHeads = {
  ledger: readonly { board: string; n: number; hash: string }[]
  logs: readonly { log: string; seq: number; id: string }[]
}

/** How hashes and signatures are checked. */
export type Proofs = {
  /** SHA-256 of the text's UTF-8 bytes, hex. */
  sha256: (text: string) => string
  /** Whether the Ed25519 signature (base64) over the text is that key's; null when the key was not given. */
  isSigned: (keyId: string, text: string, signature: string) => boolean | null
}
