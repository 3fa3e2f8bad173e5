import type { Sql } from '#kit/transaction.ts'
import { findReview } from '../store.ts'
import type { ReviewVerb } from '../reviewEvents.ts'
import { settleAsked } from './settle.ts'
import type { Telling } from './tell.ts'
import { tellEmergency, tellEmergencyReview } from './tellEmergency.ts'
import { tellOriginWithdrawal } from './tellOriginWithdrawal.ts'
import { tellOutcome } from './tellOutcome.ts'
import { tellWithdrawal } from './tellWithdrawal.ts'
import { tellWaiting } from './tellWaiting.ts'

/** A step of the history as it is told. */
export type BoardEvent = {
  id: number
  at: string
  verb: ReviewVerb
  submissionId: string | null
  board: string
  collection: string
  docId: number
  actor: number | null
  actorName: string | null
  step: number | null
  reasonCode: string | null
  explanation: string | null
}

/** Tells whoever it concerns of one step of the history; safe to run again, and at once with others. */
export const tellEvent = async (telling: Telling, id: number): Promise<void> => {
  const { sql, now } = telling
  const event = await readEvent(sql, id)
  if (!event) return
  const review = event.submissionId ? await findReview(sql, event.submissionId) : null
  if (event.submissionId) await settleAsked(sql, event.submissionId, now)
  switch (event.verb) {
    case 'submit':
    case 'takeIn':
      return review
        ? tellWaiting(telling, review, { kind: 'submitted', actor: event.actor })
        : undefined
    case 'advance':
      return review && review.step !== event.step
        ? tellWaiting(telling, review, { kind: 'advanced', actor: event.actor })
        : undefined
    case 'approve':
    case 'release':
    case 'decide':
    case 'lapse':
    case 'cancel':
    case 'return':
    case 'refuse':
      return review ? tellOutcome(telling, review, event) : undefined
    case 'withdraw':
      return tellWithdrawal(telling, event)
    case 'withdrawnWithOrigin':
      return tellOriginWithdrawal(telling, event)
    case 'emergency':
      return tellEmergency(telling, event)
    case 'review':
      return tellEmergencyReview(telling, event)
    case 'recall':
    case 'supersede':
    case 'hold':
    case 'lift':
    case 'bundle':
    case 'unbundle':
    case 'consented':
      return undefined
  }
}

const readEvent = async (sql: Sql, id: number): Promise<BoardEvent | undefined> => {
  const { rows } = await sql.query<BoardEvent>(
    `select e.id::int as id, to_json(e.at) #>> '{}' as at, e.verb, e.submission_id as "submissionId",
       coalesce(e.board, '') as board, e.collection, e.doc_id as "docId", e.actor, a.name as "actorName", e.step,
       e.reason_code as "reasonCode", e.explanation
     from editorial.review_events e left join editorial.accounts a on a.person = e.actor where e.id = $1::bigint`,
    [id],
  )
  return rows[0]
}
