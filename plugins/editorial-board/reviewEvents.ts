import type { Sql } from '#kit/transaction.ts'

/** A step that was taken; never changed. */
export type ReviewVerb =
  | 'submit'
  /** A voice that did not yet decide. */
  | 'advance'
  | 'approve'
  /** Approved for a later time or with a bundle. */
  | 'decide'
  | 'release'
  | 'lapse'
  | 'cancel'
  | 'return'
  | 'refuse'
  | 'recall'
  | 'supersede'
  | 'withdraw'
  | 'emergency'
  | 'review'
  | 'hold'
  | 'lift'
  | 'bundle'
  | 'unbundle'
  /** An item of another log was taken in and submitted. */
  | 'takeIn'
  /** Released under a standing consent. */
  | 'consented'
  /** Withdrawn because it was withdrawn where it came from. */
  | 'withdrawnWithOrigin'

/** Writes a step into the append-only history; whoever it concerns is told by a job of the same transaction. */
export const recordEvent = async (
  sql: Sql,
  event: {
    submissionId: string | null
    board: string
    collection: string
    docId: number
    /** Null for the clock. */
    actor: number | null
    verb: ReviewVerb
    step?: number
    role?: string
    actingFor?: number
    mandateId?: string
    reasonCode?: string | null
    explanation?: string | null
  },
): Promise<void> => {
  await sql.query(
    `with event as (
       insert into editorial.review_events (submission_id, board, collection, doc_id, actor, verb, step, role, acting_for,
         mandate_id, reason_code, explanation)
       values ($1::uuid, $2, $3, $4::int, $5::int, $6, $7::int, $8, $9::int, $10::uuid, $11, $12) returning id)
     select graphile_worker.add_job('editorialBoardTellOfEvent', payload := json_build_object('event', id),
       job_key := 'editorialBoardTellOfEvent:' || id) from event`,
    [
      event.submissionId,
      event.board,
      event.collection,
      event.docId,
      event.actor,
      event.verb,
      event.step ?? null,
      event.role ?? null,
      event.actingFor ?? null,
      event.mandateId ?? null,
      event.reasonCode ?? null,
      event.explanation ?? null,
    ],
  )
}
