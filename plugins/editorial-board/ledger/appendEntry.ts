import { createHash } from 'node:crypto'
import { entryText } from '#domain/board/ledgerEntry.ts'
import type { LedgerAct } from '#domain/board/ledgerEntry.ts'
import type { Signer } from './signer.ts'

/** A connection within a transaction: of a Payload request, or of `pg`. */
export type LedgerConnection = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** Where an act stands in its board's chain. */
export type LedgerPlace = { board: string; n: number; at: string }

/**
 * Signs an act and puts it at the end of its board's chain, in the caller's transaction. The chain is locked to the end of
 * that transaction: acts of one board come one after another, those of different boards do not wait for each other.
 */
export const appendEntry = async (
  sql: LedgerConnection,
  signer: Signer,
  act: Omit<LedgerAct, 'n' | 'previous' | 'at'>,
): Promise<LedgerPlace> => {
  const { rows } = await sql.query('select n, hash, at from editorial.lock_ledger($1)', [act.board])
  const [head] = rows as { n: string; hash: string; at: string }[]
  if (!head) throw new Error('editorial-board: the ledger cannot be locked')
  const n = Number(head.n) + 1
  const text = entryText({ ...act, n, previous: head.hash, at: head.at })
  const bytes = Buffer.from(text, 'utf8')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const signature = {
    keyId: signer.keyId,
    algorithm: 'Ed25519' as const,
    value: await signer.sign(bytes),
  }
  await sql.query(
    `insert into editorial.ledger (board, n, kind, text, hash, signatures) values ($1, $2::bigint, $3, $4, $5, $6::jsonb)`,
    [act.board, n, act.kind, text, hash, JSON.stringify([signature])],
  )
  return { board: act.board, n, at: head.at }
}
