import type { Sql } from '#kit/transaction.ts'
import { askingKinds } from './kinds.ts'

const asking = askingKinds.map((kind) => `'${kind}'`).join(', ')

/**
 * Takes from people's lists what they need not do any more: the step is over, or they have voted at it. What was read stays
 * read; nothing is deleted.
 */
export const settleAsked = async (sql: Sql, submissionId: string, now: Date): Promise<void> => {
  await sql.query(
    `update editorial.notices n set settled_at = $2::timestamptz
     where n.submission_id = $1::uuid and n.settled_at is null and n.kind in (${asking}) and not exists (
       select from editorial.reviews r where r.submission_id = n.submission_id and r.state = 'submitted' and r.round = n.round
         and r.step = n.step and not exists (select from editorial.ballots b where b.submission_id = r.submission_id
           and b.round = r.round and b.step = r.step and b.person = n.person))`,
    [submissionId, now.toISOString()],
  )
}

/** The same for an emergency that has been reviewed. */
export const settleEmergency = async (sql: Sql, decisionId: string, now: Date): Promise<void> => {
  await sql.query(
    `update editorial.notices set settled_at = $2::timestamptz where settled_at is null and key = any($1::text[])`,
    [`{emergency:${decisionId},emergencyOverdue:${decisionId}}`, now.toISOString()],
  )
}
