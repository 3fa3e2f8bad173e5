import type { LedgerAct } from '../ledgerEntry.ts'

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
  const { board, n, by, at, content: c } = act
  const place = { board, ledger_n: n }
  const entered = { entered_by: c.enteredBy, confirmed_by: c.confirmedBy }
  switch (act.kind) {
    case 'found':
      return []
    case 'appoint':
      return [
        {
          table: 'editorial.appointments',
          key: String(c.id),
          columns: {
            ...place,
            person: c.person,
            role: c.role,
            categories: c.categories,
            starts_on: c.startsOn,
            ends_on: c.endsOn,
            document: c.document,
            ...entered,
          },
          time: ['made_at', at],
        },
      ]
    case 'end':
      return [
        {
          table: 'editorial.appointment_ends',
          key: String(c.appointmentId),
          columns: { ...place, ends_on: c.endsOn, document: c.document, ...entered },
          time: ['made_at', at],
        },
      ]
    case 'mandate':
      return [
        {
          table: 'editorial.mandates',
          key: String(c.id),
          columns: {
            ...place,
            principal: c.principal,
            delegate: c.delegate,
            collections: c.collections,
            categories: c.categories,
            starts_on: c.startsOn,
            ends_on: c.endsOn,
            document: c.document,
            granted_by: by,
          },
          time: ['made_at', at],
        },
      ]
    case 'mandateEnd':
      return [
        {
          table: 'editorial.mandate_ends',
          key: String(c.mandate),
          columns: { ...place, reason: c.reason, ended_by: by },
          time: ['ended_at', at],
        },
      ]
    case 'flow':
      return [
        {
          table: 'editorial.flow_rules',
          key: `${board}/${n}`,
          columns: {
            collection: c.collection,
            category: c.category,
            flow: c.flow,
            document: c.document,
            entered_by: by,
          },
          time: ['entered_at', at],
        },
      ]
    case 'hold':
      return [
        {
          table: 'editorial.holds',
          key: String(c.id),
          columns: {
            ...place,
            collection: c.collection,
            doc_id: c.document,
            reason: c.reason,
            document: c.basis,
            placed_by: by,
          },
          time: ['placed_at', at],
        },
      ]
    case 'holdLift':
      return [
        {
          table: 'editorial.hold_lifts',
          key: String(c.hold),
          columns: { ...place, reason: c.reason, lifted_by: by },
          time: ['lifted_at', at],
        },
      ]
    case 'ballot':
      return [
        {
          table: 'editorial.ballots',
          key: String(c.id),
          columns: {
            ...place,
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
            clause: c.clause,
            list_on: c.listOn,
            explanation: c.explanation,
          },
          time: ['cast_at', at],
        },
      ]
    case 'decision':
      return decisionRows(act)
    case 'revocation':
      return [
        {
          table: 'editorial.revocations',
          key: String(c.decision),
          columns: { ...place, reason: c.explanation, revoked_by: by },
          time: ['revoked_at', at],
        },
      ]
    case 'emergencyReview':
      return [
        {
          table: 'editorial.after_reviews',
          key: String(c.decision),
          columns: { reviewed_by: by, verdict: c.verdict, explanation: c.explanation },
        },
      ]
    case 'consent':
      return [
        {
          table: 'editorial.consents',
          key: String(c.id),
          columns: {
            ...place,
            log: c.log,
            source_log: c.sourceLog,
            collections: c.collections,
            categories: c.categories,
            may_publish: c.mayPublish,
            may_update: c.mayUpdate,
            starts_on: c.startsOn,
            ends_on: c.endsOn,
            document: c.document,
            granted_by: by,
            acting_for: act.actingFor,
            mandate_id: act.mandate,
          },
          time: ['made_at', at],
        },
      ]
    case 'consentEnd':
      return [
        {
          table: 'editorial.consent_ends',
          key: String(c.consent),
          columns: { ...place, reason: c.reason, ended_by: by },
          time: ['ended_at', at],
        },
      ]
    case 'release':
      return [releaseRow(act, decisionOf(String(c.decision)))]
    default:
      return []
  }
}

const decisionRows = (act: LedgerAct): ExpectedRow[] => {
  const { board, by, at, content: c } = act
  const document = { log: c.log, collection: c.collection, doc_id: c.document }
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
