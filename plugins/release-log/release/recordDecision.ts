import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { fromDatabase, releaseError } from '../errors.ts'
import { governedOf } from '../options.ts'
import type { Decision, DecisionInput } from '../types.ts'

/** The columns of a decision under the names of its type. */
export const decisionColumns = `id, submission_id as "submissionId", log, collection, doc_id as "docId", kind, sha256,
  decided_by as "decidedBy", capacity, reason_code as "reasonCode", explanation,
  acting_for as "actingFor", mandate_id as "mandateId", bundle_id as "bundleId", redirect_to as "redirectTo",
  consent_id as "consentId",
  case when origin_log is not null then json_build_object('log', origin_log, 'seq', origin_seq) end as origin,
  to_json(publish_at) #>> '{}' as "publishAt", to_json(decided_at) #>> '{}' as "decidedAt"`

/**
 * Records a board's decision; it can be carried out once, by `release`. The database itself checks that
 * `decidedBy` holds the capacity on the board of that log today, and again when the decision is carried out.
 *
 * @throws PortalError `not_governed`, `may_not_decide`, `mandate_not_in_force`, `on_hold`, `decision_no_longer_matches` when
 *   the hash is not that of the submission; of what comes from another log `no_consent`, `consent_not_in_force`,
 *   `consent_not_covering`, `copy_differs`, `copy_adapted`, `withdrawn_here`, `origin_missing`, `origin_stale`
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
         reason_code, explanation, publish_at, acting_for, mandate_id, bundle_id, redirect_to,
         consent_id, origin_log, origin_seq)
       values ($1::uuid, $2, $3, $4::int, $5, $6, $7::int, $8, $9, $10, $11::timestamptz, $12::int, $13::uuid, $14::uuid, $15,
         $16::uuid, $17, $18::bigint)
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
        d.consentId ?? null,
        d.origin?.log ?? null,
        d.origin?.seq ?? null,
      ],
    )
    const [decision] = rows
    if (!decision) throw releaseError('decision_missing')
    return decision
  } catch (error) {
    throw fromDatabase(error)
  }
}
