import type { LedgerAct } from '../ledgerEntry.ts'
import type { AuditHeads, AuditRecord, AuditRow, LedgerRow, Proofs } from './auditRecord.ts'
import { checkChain } from './checkChain.ts'
import { checkCopies } from './checkCopies.ts'
import { checkReleases } from './checkReleases.ts'
import type { Finding } from './finding.ts'
import { listDecisions } from './listDecisions.ts'
import type { DecidedItem } from './listDecisions.ts'
import { isSignedTable, matchRows, nameOf } from './matchRows.ts'
import { replayActs } from './replayActs.ts'

/** How much was checked. */
export type AuditCounts = {
  boards: number
  entries: number
  rows: number
  decisions: number
  releases: number
  /** Releases of bulk imports: in no chain, their texts agree with their hashes and no more is proved. */
  imports: number
  /** Appointments the owner of the database entered when a board began. */
  founded: number
  /** Emergency releases that nobody has reviewed yet. */
  unreviewed: number
}

/**
 * Verifies a record of decisions from the rows of an export, given in its order. Pure: nothing is asked of a database.
 *
 * @param options.since heads noted at an earlier audit
 */
export const createVerification = (options: { proofs: Proofs; since?: AuditHeads }) => {
  const findings: Finding[] = []
  const note = (finding: Finding) => void findings.push(finding)
  const common = {
    proofs: options.proofs,
    note,
    ...(options.since ? { since: options.since } : {}),
  }
  const chain = checkChain(common)
  const releases = checkReleases(common)
  const rows = matchRows(note)
  const copies = checkCopies(common)
  const boardOfLog = new Map<string, string>()
  const counters = new Map<string, number>()
  const storedHeads = new Map<string, { n: number; hash: string }>()
  const names = new Map<number, string>()
  const titles = new Map<string, string>()
  const decisions = new Map<string, LedgerAct>()
  const submissions = new Map<string, string>()
  const importDecisions = new Set<string>()
  const replay = replayActs({ boardOf: (log) => boardOfLog.get(log), note })
  const counts = { entries: 0, rows: 0, releases: 0, founded: 0 }

  const takeEntry = (row: AuditRow) => {
    counts.entries += 1
    const act = chain.take(row as unknown as LedgerRow) // exported from its table
    if (!act) return
    const { kind, content } = act
    if (kind === 'decision') decisions.set(String(content.id), act)
    if (kind === 'found') counts.founded += (content.appointments as unknown[]).length
    const isAbout = kind === 'decision' || kind === 'ballot'
    if (isAbout && typeof content.submission === 'string')
      submissions.set(content.submission, String(content.sha256))
    replay.take(act)
    copies.takeEntry(act)
    rows.expect(act, (id) => decisions.get(id))
  }

  const takeSubmission = (row: AuditRow) => {
    const id = String(row.id)
    const table = 'release.submissions'
    if (row.body_sha256 !== row.sha256) note({ code: 'hash_wrong', table, key: id })
    const signed = submissions.get(id)
    submissions.delete(id)
    if (signed !== undefined && signed !== row.sha256)
      note({ code: 'row_changed', table, key: id, about: 'sha256' })
  }

  const takeSigned = (table: string, row: AuditRow) => {
    if (rows.take(table, row)) return
    if (table === 'release.decisions' && row.capacity === 'import')
      importDecisions.add(String(row.id))
    else if (table !== 'release.releases' || row.is_import !== true)
      note({ code: 'row_unsigned', table, key: nameOf(table, row) })
    else if (!importDecisions.has(String(row.decision_id)))
      note({ code: 'import_without_decision', table, key: nameOf(table, row) })
  }

  const take = ({ table, row }: AuditRecord): void => {
    counts.rows += 1
    if (table === 'editorial.ledger') takeEntry(row)
    else if (table === 'logs') {
      boardOfLog.set(String(row.log), String(row.board))
      if (row.seq !== null) counters.set(String(row.log), Number(row.seq))
    } else if (table === 'editorial.ledger_heads')
      storedHeads.set(String(row.board), { n: Number(row.n), hash: String(row.hash) })
    else if (table === 'accounts') names.set(Number(row.id), textOf(row.name))
    else if (table === 'release.projections') {
      releases.project(row)
      copies.project(row)
    } else if (table === 'release.submissions') takeSubmission(row)
    else if (table === 'release.current_items') releases.takeShown(row)
    else if (isSignedTable(table)) takeSigned(table, row)
    if (table === 'release.releases') {
      counts.releases += 1
      titles.set(String(row.decision_id), releases.take(row))
      copies.takeRelease(row)
    }
  }

  return {
    take,
    finish: (): {
      findings: readonly Finding[]
      counts: AuditCounts
      heads: AuditHeads
      keys: ReadonlyMap<string, number>
    } => {
      chain.finish(storedHeads)
      rows.finish()
      for (const id of submissions.keys())
        note({ code: 'row_missing', table: 'release.submissions', key: id })
      releases.finish(counters)
      copies.finish(decisions)
      const emergencies = [...decisions.values()].filter((one) => one.capacity === 'emergency')
      const reviewed = new Set(
        [...replay.boards.values()].flatMap((board) => [...board.reviews.keys()]),
      )
      return {
        findings,
        keys: chain.keys,
        heads: {
          ledger: [...chain.heads].map(([board, { n, hash }]) => ({ board, n, hash })),
          logs: [...releases.heads].map(([log, { seq, id }]) => ({ log, seq, id })),
        },
        counts: {
          ...counts,
          boards: chain.heads.size,
          decisions: decisions.size,
          imports: releases.importCount(),
          unreviewed: emergencies.filter((one) => !reviewed.has(String(one.content.id))).length,
        },
      }
    },
    /** Who decided what, when, in which capacity and under which mandate, in the order of the chains. */
    decisions: (): Iterable<DecidedItem> => listDecisions({ boards: replay.boards, names, titles }),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
