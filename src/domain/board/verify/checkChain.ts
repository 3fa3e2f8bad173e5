import type { LedgerAct } from '../ledgerEntry.ts'
import type { AuditHeads, LedgerRow, Proofs } from './auditRecord.ts'
import type { Note } from './finding.ts'

const table = 'editorial.ledger'

/**
 * Checks entries as they come, board by board and in the order of their numbers: hash, signatures, gap-free numbers, the
 * link to the entry before.
 *
 * @param options.since heads noted at an earlier audit, which must still be there
 */
export const checkChain = (options: { proofs: Proofs; since?: AuditHeads; note: Note }) => {
  const { proofs, note } = options
  const heads = new Map<string, { n: number; hash: string }>()
  const noted = new Map(options.since?.ledger.map((one) => [`${one.board}/${one.n}`, one.hash]))
  const keys = new Map<string, number>()

  const checkSignatures = (row: LedgerRow, key: string) => {
    if (row.signatures.length === 0) note({ code: 'signature_missing', table, key })
    for (const one of row.signatures) {
      const isGood = proofs.isSigned(one.keyId, row.text, one.value)
      if (isGood) keys.set(one.keyId, (keys.get(one.keyId) ?? 0) + 1)
      else if (isGood === null) note({ code: 'key_unknown', table, key, about: one.keyId })
      else note({ code: 'signature_wrong', table, key, about: one.keyId })
    }
  }

  return {
    /** How many entries each key signed. */
    keys,
    /** @returns the act the entry says; null when it cannot be read */
    take: (row: LedgerRow): LedgerAct | null => {
      const key = `${row.board}/${row.n}`
      const before = heads.get(row.board) ?? { n: 0, hash: '' }
      for (let n = before.n + 1; n < row.n && n <= before.n + 100; n += 1)
        note({ code: 'entry_missing', table, key: `${row.board}/${n}` })
      heads.set(row.board, row)
      if (proofs.sha256(row.text) !== row.hash) note({ code: 'hash_wrong', table, key })
      checkSignatures(row, key)
      const expected = noted.get(key)
      noted.delete(key)
      if (expected !== undefined && expected !== row.hash)
        note({ code: 'head_changed', table, key })
      const act = readAct(row.text)
      if (!act) {
        note({ code: 'entry_unreadable', table, key })
        return null
      }
      if (act.n !== row.n || act.board !== row.board || act.kind !== row.kind)
        note({ code: 'entry_moved', table, key, about: `${act.board}/${act.n}` })
      else if (row.n === before.n + 1 && act.previous !== before.hash)
        note({ code: 'entry_unlinked', table, key })
      return act
    },
    /** @param stored the heads as the database keeps them */
    finish: (stored: ReadonlyMap<string, { n: number; hash: string }>): void => {
      for (const [board, head] of stored) {
        const last = heads.get(board) ?? { n: 0, hash: '' }
        if (head.n !== last.n || head.hash !== last.hash)
          note({ code: 'tail_missing', table, key: `${board}/${head.n}`, about: String(last.n) })
      }
      for (const board of heads.keys())
        if (!stored.has(board))
          note({ code: 'row_missing', table: 'editorial.ledger_heads', key: board })
      for (const key of noted.keys()) note({ code: 'head_missing', table, key })
    },
    heads,
  }
}

const readAct = (text: string): LedgerAct | null => {
  try {
    const act: unknown = JSON.parse(text)
    if (typeof act !== 'object' || act === null) return null
    const { board, n, kind, at, content } = act as Partial<LedgerAct>
    const isAct =
      typeof board === 'string' &&
      typeof n === 'number' &&
      typeof kind === 'string' &&
      typeof at === 'string' &&
      !Number.isNaN(Date.parse(at)) &&
      typeof content === 'object' &&
      content !== null
    return isAct ? (act as LedgerAct) : null
  } catch {
    return null
  }
}
