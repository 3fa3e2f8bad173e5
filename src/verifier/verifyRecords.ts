import type { KeyObject } from 'node:crypto'
import type {
  AuditHeads,
  AuditRecord,
  AuditRow,
  LedgerRow,
} from '#domain/board/verify/auditRecord.ts'
import { createVerification } from '#domain/board/verify/createVerification.ts'
import { nodeProofs } from './nodeProofs.ts'
import type { RowText } from './streamDatabase.ts'
import { VerifierError } from './verifierError.ts'

const ROWS_AT_A_TIME = 1000

/**
 * Verifies rows as they come from a database or a file.
 *
 * @param options.since heads noted at an earlier audit
 * @throws VerifierError when they are not a whole export
 */
export const verifyRecords = async (options: {
  rows: AsyncIterable<RowText>
  keys: ReadonlyMap<string, KeyObject>
  since?: AuditHeads
}) => {
  const { rows, keys, since } = options
  const proofs = nodeProofs(keys)
  const verification = createVerification({ proofs, ...(since ? { since } : {}) })
  let of: AuditRow | undefined
  let end: AuditRow | undefined
  let total = 0
  for await (const batch of batchesOf(rows)) {
    const entries = batch.filter(({ table }) => table === 'editorial.ledger')
    await proofs.prepare(entries.map(({ row }) => row as unknown as LedgerRow)) // exported from its table
    for (const { table, row } of batch) {
      if (table === 'export') of = row
      else if (table === 'end') end = row
      else {
        total += 1
        verification.take({ table, row })
      }
    }
  }
  if (of?.version !== 1) throw new VerifierError('this is not an export of version 1')
  if (end?.rows !== total)
    throw new VerifierError('the export is not whole: it was cut off while it was written or sent')
  return { of, ...verification.finish(), decisions: verification.decisions }
}

/** What a verification found. */
export type Verified = Awaited<ReturnType<typeof verifyRecords>>

const readRow = (table: string, text: string): AuditRow => {
  try {
    return JSON.parse(text) as AuditRow // a JSON object by its making
  } catch {
    throw new VerifierError(`a row of ${table} cannot be read`)
  }
}

async function* batchesOf(rows: AsyncIterable<RowText>): AsyncGenerator<AuditRecord[]> {
  let batch: AuditRecord[] = []
  for await (const { table, row } of rows) {
    batch.push({ table, row: readRow(table, row) })
    if (batch.length < ROWS_AT_A_TIME) continue
    yield batch
    batch = []
  }
  yield batch
}
