/** A table of an export: its name in the records, and the query that gives its rows in their order. */
export type AuditTable = { table: string; query: string }

const whole = (table: string, order: string): AuditTable => ({
  table,
  query: `select * from ${table} order by ${order}`,
})

/**
 * What an auditor is given, in the order the verification reads it: who decides over which log, names, the chains, then every
 * row that an entry stands for. Of accounts only id and name; of submissions the hashes, not the texts that were never
 * released; of what the public reads whether it is the text of the release it names.
 */
export const auditTables: readonly AuditTable[] = [
  {
    table: 'release.projections',
    query: `select p.collection, p.title, p.slug, p.category, p.kind, to_jsonb(p) ->> 'site' as site
      from release.projections p order by p.collection`,
  },
  {
    table: 'logs',
    query: `select l.log, editorial.board_of(l.log) as board, q.seq
      from (select log from release.site_sequences union select log from release.decisions where capacity <> 'import') l
      left join release.site_sequences q on q.log = l.log order by l.log`,
  },
  { table: 'accounts', query: 'select person as id, name from editorial.accounts order by person' },
  whole('editorial.ledger_heads', 'board'),
  whole('editorial.ledger', 'board, n'),
  whole('editorial.appointments', 'board, ledger_n'),
  whole('editorial.appointment_ends', 'board, ledger_n'),
  whole('editorial.mandates', 'board, ledger_n'),
  whole('editorial.mandate_ends', 'board, ledger_n'),
  whole('editorial.flow_rules', 'board, ledger_n'),
  whole('editorial.holds', 'board, ledger_n'),
  whole('editorial.hold_lifts', 'board, ledger_n'),
  whole('editorial.consents', 'board, ledger_n'),
  whole('editorial.consent_ends', 'board, ledger_n'),
  whole('editorial.ballots', 'board, ledger_n'),
  whole('editorial.revocations', 'board, ledger_n'),
  {
    table: 'release.submissions',
    query: `select id, log, collection, doc_id, sha256, encode(sha256(convert_to(body, 'UTF8')), 'hex') as body_sha256,
      submitted_by, submitted_at from release.submissions order by submitted_at, id`,
  },
  whole('release.decisions', 'decided_at, id'),
  whole('editorial.after_reviews', 'issued_at, decision_id'),
  {
    table: 'release.releases',
    query: `select log, seq, id, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, reason_code, explanation,
      redirect_to, released_at from release.releases order by log, seq`,
  },
  {
    table: 'release.current_items',
    query: `select i.collection, i.doc_id, i.locale, i.log, i.seq,
        i.body = (r.body::jsonb -> 'locales' -> i.locale) as is_as_released
      from release.current_items i left join release.releases r on r.log = i.log and r.seq = i.seq
      order by i.collection, i.doc_id, i.locale`,
  },
]
