import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { fromDatabase, releaseError } from '../errors.ts'
import { governedOf } from '../options.ts'
import type { Decision, DecisionInput } from '../types.ts'

/** The columns of a decision under the names of its type. */
export const decisionColumns = `id, submission_id as "submissionId", log, collection, doc_id as "docId", kind, sha256,
  decided_by as "decidedBy", capacity, reason_code as "reasonCode", explanation,
  acting_for as "actingFor", mandate_id as "mandateId", bundle_id as "bundleId", redirect_to as "redirectTo",
  to_json(publish_at) #>> '{}' as "publishAt", to_json(decided_at) #>> '{}' as "decidedAt"`

/**
 * Records a board's decision; it can be carried out once, by `release`. The database itself checks that
 * `decidedBy` holds the capacity on the board of that log today, and again when the decision is carried out.
 *
 * @throws PortalError `not_governed`, `may_not_decide`, `mandate_not_in_force`, `on_hold`, `decision_no_longer_matches` when
 *   the hash is not that of the submission
 */
export const recordDecision = async (options: {
  req: PayloadRequest
  decision: DecisionInput
}): Promise<Decision> => {
  const { req, decision: d } = options
  governedOf(req.payload, d.collection)
  const sql = await sqlOf(req)
  try {
    const { rows } = await sql.query<Decision>(
      `insert into release.decisions (submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity,
         reason_code, explanation, publish_at, acting_for, mandate_id, bundle_id, redirect_to)
       values ($1::uuid, $2, $3, $4::int, $5, $6, $7::int, $8, $9, $10, $11::timestamptz, $12::int, $13::uuid, $14::uuid, $15)
       returning ${decisionColumns}`,
      [
        d.submissionId,
        d.log,
        d.collection,
        d.docId,
        d.kind,
        d.sha256,
        d.decidedBy,
        d.capacity,
        d.reasonCode ?? null,
        d.explanation ?? null,
        d.publishAt ?? null,
        d.actingFor ?? null,
        d.mandateId ?? null,
        d.bundleId ?? null,
        d.redirectTo ?? null,
      ],
    )
    const [decision] = rows
    if (!decision) throw releaseError('decision_missing')
    return decision
  } catch (error) {
    throw fromDatabase(error)
  }
}
