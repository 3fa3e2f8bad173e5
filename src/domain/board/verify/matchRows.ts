import { stableText } from '../../release/stableText.ts'
import type { LedgerAct } from '../ledgerEntry.ts'
import type { AuditRow } from './auditRecord.ts'
import { expectedRows } from './expectedRows.ts'
import type { ExpectedRow } from './expectedRows.ts'
import type { Note } from './finding.ts'

/** How far the time of a row, taken by the database, may lie from that of its entry. */
const TOLERANCE_MS = 10 * 60_000

const keyColumns: Readonly<Record<string, string>> = {
  'editorial.appointments': 'id',
  'editorial.appointment_ends': 'appointment_id',
  'editorial.mandates': 'id',
  'editorial.mandate_ends': 'mandate_id',
  'editorial.flow_rules': 'ledger_n',
  'editorial.holds': 'id',
  'editorial.hold_lifts': 'hold_id',
  'editorial.consents': 'id',
  'editorial.consent_ends': 'consent_id',
  'editorial.ballots': 'id',
  'editorial.revocations': 'decision_id',
  'editorial.after_reviews': 'decision_id',
  'release.decisions': 'id',
  'release.releases': 'id',
}

/** Every row against the entry it stands for, and every entry against its row. */
export const matchRows = (note: Note) => {
  const expected = new Map<string, Map<string, ExpectedRow>>()
  const founded = new Map<string, Readonly<Record<string, unknown>>[]>()

  const compare = (table: string, key: string, row: AuditRow, want: ExpectedRow) => {
    for (const [column, value] of Object.entries(want.columns))
      if (!isSame(value, row[column])) note({ code: 'row_changed', table, key, about: column })
    if (!want.time) return
    const [column, at] = want.time
    if (!(Math.abs(Date.parse(String(row[column])) - Date.parse(at)) <= TOLERANCE_MS))
      note({ code: 'row_misdated', table, key, about: column })
  }

  /** @returns whether the owner entered it */
  const takeFounded = (key: string, row: AuditRow): boolean => {
    const list = founded.get(`${String(row.board)}/${String(row.ledger_n)}`)
    if (!list || list.length === 0) return false
    const differences = list.map((want) =>
      Object.keys(want).filter((column) => !isSame(want[column], row[column])),
    )
    const least = differences.reduce(
      (best, one, at) => (one.length < (differences[best]?.length ?? 0) ? at : best),
      0,
    )
    for (const column of differences[least] ?? [])
      note({ code: 'row_changed', table: 'editorial.appointments', key, about: column })
    list.splice(least, 1)
    return true
  }

  return {
    expect: (act: LedgerAct, decisionOf: (id: string) => LedgerAct | undefined): void => {
      if (act.kind === 'found') founded.set(`${act.board}/${act.n}`, foundedColumns(act))
      for (const want of expectedRows(act, decisionOf)) {
        const rows = expected.get(want.table) ?? new Map<string, ExpectedRow>()
        expected.set(want.table, rows)
        const before = rows.get(want.key)
        rows.set(
          want.key,
          before ? { ...before, columns: { ...before.columns, ...want.columns } } : want,
        )
      }
    },
    /** @returns false when no entry stands for the row; the caller knows whether one must */
    take: (table: string, row: AuditRow): boolean => {
      const key = keyOf(table, row)
      const name = nameOf(table, row)
      const want = expected.get(table)?.get(key)
      if (!want) return table === 'editorial.appointments' && takeFounded(name, row)
      expected.get(table)?.delete(key)
      compare(table, name, row, want)
      return true
    },
    /** Entries whose row is gone. */
    finish: (): void => {
      for (const [table, rows] of expected)
        for (const [key, want] of rows)
          note({
            code: 'row_missing',
            table,
            key:
              table === 'release.releases'
                ? `${String(want.columns.log)}/${String(want.columns.seq)}`
                : key,
          })
      for (const [entry, list] of founded)
        for (const want of list)
          note({
            code: 'row_missing',
            table: 'editorial.appointments',
            key: `${entry}, account ${String(want.person)}`,
          })
    },
  }
}

/** What a row is called in findings: `log/seq` of a release, `board/n` where it has no id of its own, else its id. */
export const nameOf = (table: string, row: AuditRow): string =>
  table === 'release.releases' ? `${String(row.log)}/${String(row.seq)}` : keyOf(table, row)

const keyOf = (table: string, row: AuditRow): string =>
  table === 'editorial.flow_rules'
    ? `${String(row.board)}/${String(row.ledger_n)}`
    : String(row[keyColumns[table] ?? 'id'])

/** The tables whose every row is signed into the chain. */
export const isSignedTable = (table: string): boolean => Object.hasOwn(keyColumns, table)

const foundedColumns = (act: LedgerAct): Readonly<Record<string, unknown>>[] =>
  (act.content.appointments as Record<string, unknown>[]).map((one) => ({
    person: one.person,
    role: one.role,
    categories: one.categories,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    document: one.document,
    entered_by: null,
    confirmed_by: null,
  })) // as foundBoards signs them

/** Null, absent, empty text and false are one; times are compared as instants. */
const isSame = (a: unknown, b: unknown): boolean => {
  const [x, y] = [a, b].map((one) => (one === false ? '' : (one ?? '')))
  if (x === y) return true
  if (typeof x === 'object' || typeof y === 'object') return stableText(x) === stableText(y)
  return isInstant(x) && isInstant(y) && Date.parse(x) === Date.parse(y)
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
