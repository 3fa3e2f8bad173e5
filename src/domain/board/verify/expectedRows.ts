import type { LedgerAct } from '../ledgerEntry.ts'
import { boardRows } from './boardRows.ts'

/** A row that an entry of the chain stands for. */
export type ExpectedRow = {
  table: string
  key: string
  columns: Readonly<Record<string, unknown>>
  /** Column that holds the time of the act, and that time. */
  time?: readonly [column: string, at: string]
}

/**
 * The rows an entry stands for, column by column. Those the owner entered (`found`) have no id of their own: they are
 * matched by their content.
 *
 * @param decisionOf decisions read before, since a release repeats what its decision says
 */
export const expectedRows = (
  act: LedgerAct,
  decisionOf: (id: string) => LedgerAct | undefined,
): ExpectedRow[] => {
  const row = boardRows[act.kind]
  if (row) return [row(act)]
  if (act.kind === 'ballot') return [ballotRow(act)]
  if (act.kind === 'decision') return decisionRows(act)
  if (act.kind === 'release') return [releaseRow(act, decisionOf(String(act.content.decision)))]
  const { board, n, by, at, content: c } = act
  if (act.kind === 'revocation')
    return [
      {
        table: 'editorial.revocations',
        key: String(c.decision),
        columns: { board, ledger_n: n, reason: c.explanation, revoked_by: by },
        time: ['revoked_at', at],
      },
    ]
  if (act.kind === 'emergencyReview')
    return [
      {
        table: 'editorial.after_reviews',
        key: String(c.decision),
        columns: { reviewed_by: by, verdict: c.verdict, explanation: c.explanation },
      },
    ]
  return []
}

const ballotRow = (act: LedgerAct): ExpectedRow => {
  const { board, n, by, at, content: c } = act
  return {
    table: 'editorial.ballots',
    key: String(c.id),
    columns: {
      board,
      ledger_n: n,
      submission_id: c.submission,
      round: c.round,
      step: c.step,
      vote: c.vote,
      person: by,
      role: act.capacity,
      acting_for: act.actingFor,
      mandate_id: act.mandate,
      sha256: c.sha256,
      reason_code: c.reasonCode,
      explanation: c.explanation,
      clause: c.clause,
      list_on: c.listOn,
    },
    time: ['cast_at', at],
  }
}

const decisionRows = (act: LedgerAct): ExpectedRow[] => {
  const { board, by, at, content: c } = act
  const document = { log: c.log, collection: c.collection, doc_id: c.document }
  const origin = c.origin as { log: string; seq: number } | undefined // as the plugin signs it
  const decision: ExpectedRow = {
    table: 'release.decisions',
    key: String(c.id),
    columns: {
      ...document,
      submission_id: c.submission,
      kind: c.kind,
      sha256: c.sha256,
      decided_by: by,
      capacity: act.capacity,
      acting_for: act.actingFor,
      mandate_id: act.mandate,
      reason_code: c.reasonCode,
      explanation: c.explanation,
      bundle_id: c.bundle,
      redirect_to: c.redirectTo,
      publish_at: c.publishAt,
      consent_id: c.consent,
      origin_log: origin?.log,
      origin_seq: origin?.seq,
    },
    time: ['decided_at', at],
  }
  if (act.capacity !== 'emergency') return [decision]
  const after: ExpectedRow = {
    table: 'editorial.after_reviews',
    key: String(c.id),
    columns: {
      board,
      ...document,
      reason_code: c.reasonCode,
      issued_by: by,
      reviewed_by: null,
      verdict: null,
    },
    time: ['issued_at', at],
  }
  return [decision, after]
}

const releaseRow = (act: LedgerAct, decision: LedgerAct | undefined): ExpectedRow => {
  const { content: c } = act
  const d = decision?.content
  const repeated = d
    ? {
        collection: d.collection,
        doc_id: d.document,
        reason_code: d.reasonCode,
        explanation: d.explanation,
        redirect_to: d.redirectTo,
      }
    : {}
  return {
    table: 'release.releases',
    key: String(c.id),
    columns: {
      log: c.log,
      seq: c.seq,
      decision_id: c.decision,
      kind: c.kind,
      sha256: c.sha256,
      is_import: false,
      ...repeated,
    },
    time: ['released_at', act.at],
  }
}
