import type { LedgerAct, LedgerKind } from '../ledgerEntry.ts'
import type { ExpectedRow } from './expectedRows.ts'

type RowOf = (act: LedgerAct) => ExpectedRow

const placeOf = ({ board, n }: LedgerAct) => ({ board, ledger_n: n })

/** The row of every act about people, flows, holds and consents. */
export const boardRows: Partial<Record<LedgerKind, RowOf>> = {
  appoint: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.appointments',
      key: String(c.id),
      columns: {
        ...placeOf(act),
        person: c.person,
        role: c.role,
        categories: c.categories,
        starts_on: c.startsOn,
        ends_on: c.endsOn,
        document: c.document,
        entered_by: c.enteredBy,
        confirmed_by: c.confirmedBy,
      },
      time: ['made_at', act.at],
    }
  },
  end: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.appointment_ends',
      key: String(c.appointmentId),
      columns: {
        ...placeOf(act),
        ends_on: c.endsOn,
        document: c.document,
        entered_by: c.enteredBy,
        confirmed_by: c.confirmedBy,
      },
      time: ['made_at', act.at],
    }
  },
  mandate: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.mandates',
      key: String(c.id),
      columns: {
        ...placeOf(act),
        principal: c.principal,
        delegate: c.delegate,
        collections: c.collections,
        categories: c.categories,
        starts_on: c.startsOn,
        ends_on: c.endsOn,
        document: c.document,
        granted_by: act.by,
      },
      time: ['made_at', act.at],
    }
  },
  mandateEnd: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.mandate_ends',
      key: String(c.mandate),
      columns: { ...placeOf(act), reason: c.reason, ended_by: act.by },
      time: ['ended_at', act.at],
    }
  },
  flow: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.flow_rules',
      key: `${act.board}/${act.n}`,
      columns: {
        collection: c.collection,
        category: c.category,
        flow: c.flow,
        document: c.document,
        entered_by: act.by,
      },
      time: ['entered_at', act.at],
    }
  },
  hold: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.holds',
      key: String(c.id),
      columns: {
        ...placeOf(act),
        collection: c.collection,
        doc_id: c.document,
        reason: c.reason,
        document: c.basis,
        placed_by: act.by,
      },
      time: ['placed_at', act.at],
    }
  },
  holdLift: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.hold_lifts',
      key: String(c.hold),
      columns: { ...placeOf(act), reason: c.reason, lifted_by: act.by },
      time: ['lifted_at', act.at],
    }
  },
  consent: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.consents',
      key: String(c.id),
      columns: {
        ...placeOf(act),
        log: c.log,
        source_log: c.sourceLog,
        collections: c.collections,
        categories: c.categories,
        may_publish: c.mayPublish,
        may_update: c.mayUpdate,
        kinds: c.kinds,
        may_emergency: c.mayEmergency ?? false,
        starts_on: c.startsOn,
        ends_on: c.endsOn,
        document: c.document,
        granted_by: act.by,
        acting_for: act.actingFor,
        mandate_id: act.mandate,
      },
      time: ['made_at', act.at],
    }
  },
  consentEnd: (act) => {
    const { content: c } = act
    return {
      table: 'editorial.consent_ends',
      key: String(c.consent),
      columns: { ...placeOf(act), reason: c.reason, ended_by: act.by },
      time: ['ended_at', act.at],
    }
  },
}
