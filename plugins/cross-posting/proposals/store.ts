import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { crossPostingError } from '../errors.ts'
import type { Proposal } from '../types.ts'

const time = (column: string) => `to_json(${column}) #>> '{}'`

/** The columns of a proposal under the names of its type, over `joins`. */
export const proposalColumns = `p.id, p.log, p.origin_log as "originLog", p.origin_seq::float8 as "originSeq", p.collection,
  p.origin_doc_id as "originDocId",
  json_build_object('log', p.root_log, 'collection', p.root_collection, 'id', p.root_id) as root,
  p.sha256, p.title, p.category, p.content_kind as "contentKind", p.kind, p.mode, p.reason, p.note, to_json(p.hops) as hops,
  p.stated_origin as "statedOrigin",
  p.is_emergency as "isEmergency", p.offered_by as "offeredBy", ob.name as "offeredByName",
  ${time('p.offered_at')} as "offeredAt", p.consent_id as "consentId", p.state, p.answer, p.settled_by as "settledBy",
  sb.name as "settledByName", ${time('p.settled_at')} as "settledAt", p.doc_id as "docId", p.submission_id as "submissionId",
  p.taken_by as "takenBy", ${time('p.taken_at')} as "takenAt", c.doc_id as "copyDocId",
  coalesce(c.is_adapted, false) as "isCopyAdapted"`

/** The tables behind `proposalColumns`. */
export const proposalTables = `cross_posting.proposals p
  left join cross_posting.people ob on ob.person = p.offered_by
  left join cross_posting.people sb on sb.person = p.settled_by
  left join cross_posting.copies c on c.log = p.log and c.root_log = p.root_log and c.root_collection = p.root_collection
    and c.root_id = p.root_id`

/**
 * One proposal.
 *
 * @throws PortalError proposal_missing
 */
export const demandProposal = async (sql: Sql, id: string): Promise<Proposal> => {
  const { rows } = await sql.query<Proposal>(
    `select ${proposalColumns} from ${proposalTables} where p.id = $1::uuid`,
    [uuidOrNull(id)],
  )
  const [found] = rows
  if (!found) throw crossPostingError('proposal_missing')
  return found
}

/**
 * The same, locked to the end of the transaction. What else happens to the copies of its item in that log waits meanwhile:
 * there is one copy of an item.
 */
export const lockProposal = async (sql: Sql, id: string): Promise<Proposal> => {
  const seen = await demandProposal(sql, id)
  await lockCopy(sql, seen)
  await sql.query('select id from cross_posting.proposals where id = $1::uuid for update', [
    seen.id,
  ])
  return demandProposal(sql, id)
}

/** Whatever writes the copy of an item in a log does so one after another. */
export const lockCopy = async (sql: Sql, of: Pick<Proposal, 'log' | 'root'>): Promise<void> => {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [
    JSON.stringify([of.log, of.root.log, of.root.collection, of.root.id]),
  ])
}

/** Ends a proposal that is still open. @returns false when it is not in one of the states any more */
export const settle = async (
  sql: Sql,
  end: {
    id: string
    from: readonly Proposal['state'][]
    state: 'returned' | 'withdrawn' | 'dismissed' | 'superseded'
    by: number | null
    answer: string | null
  },
): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `update cross_posting.proposals set state = $2, settled_by = $3::int, answer = $4, settled_at = clock_timestamp()
     where id = $1::uuid and state = any ($5::text[])`,
    [end.id, end.state, end.by, end.answer, `{${end.from.join(',')}}`],
  )
  return rowCount === 1
}
