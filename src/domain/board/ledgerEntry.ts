import { stableText } from '../release/stableText.ts'

/** What a board did, in the order it did it. */
export type LedgerKind =
  | 'found'
  | 'appoint'
  | 'end'
  | 'mandate'
  | 'mandateEnd'
  | 'flow'
  | 'ballot'
  | 'decision'
  | 'release'
  | 'revocation'
  | 'emergencyReview'
  | 'hold'
  | 'holdLift'
  | 'consent'
  | 'consentEnd'

/** One act of a board as it is hashed and signed. */
export type LedgerAct = {
  board: string
  /** Place in the board's chain, from 1. */
  n: number
  /** Hash of the entry before; empty for the first. */
  previous: string
  kind: LedgerKind
  /** UTC, microseconds. */
  at: string
  /** Account that acted; null when the owner of the database founded the board. */
  by: number | null
  /** In what capacity: a role of the board, `acting`, `registrar`, `emergency`, `owner`, `system`. */
  capacity: string
  /** For whom, and under which mandate, when somebody acted for the head. */
  actingFor?: number
  mandate?: string
  content: Record<string, unknown>
}

/** A signature over the text of an entry. */
export type LedgerSignature = { keyId: string; algorithm: 'Ed25519'; value: string }

/** The text that is hashed (SHA-256) and signed (Ed25519): stable JSON, UTF-8. */
export const entryText = (act: LedgerAct): string => stableText({ v: 1, ...act })
