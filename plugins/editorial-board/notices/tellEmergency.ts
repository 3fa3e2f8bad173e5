import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { reasonLabel } from '#domain/text/reasonText.ts'
import { dayOf } from '../verbs/dayOf.ts'
import type { Notice } from './notice.ts'
import { reviewersOf } from './recipients.ts'
import { settleEmergency } from './settle.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import type { BoardEvent } from './tellEvent.ts'

/** Something that went out by the emergency lane, and its review afterwards. */
export type AfterReview = {
  decisionId: string
  board: string
  log: string
  collection: string
  docId: number
  title: string
  reasonCode: string
  issuedBy: number
  issuedByName: string | null
  issuedAt: string
  dueAt: string
  reviewedBy: number | null
  verdict: 'confirmed' | 'objected' | null
}

/** Tells those who may review it that something went out unapproved, and until when its review is due. */
export const tellEmergency = async (telling: Telling, event: BoardEvent): Promise<void> => {
  const [item] = await afterReviews(
    telling.sql,
    'join release.decisions d on d.id = r.decision_id where d.submission_id = $1::uuid order by r.issued_at desc limit 1',
    [event.submissionId],
  )
  if (!item || item.reviewedBy !== null) return
  const notice = emergencyNotice(item, 'emergency')
  await tell(telling, notice, await reviewersOf(telling.sql, item, telling.now))
}

/** Tells whoever issued it what the review said. */
export const tellEmergencyReview = async (telling: Telling, event: BoardEvent): Promise<void> => {
  const [item] = await afterReviews(
    telling.sql,
    `where r.collection = $1 and r.doc_id = $2::int and r.reviewed_by = $3::int order by r.reviewed_at desc limit 1`,
    [event.collection, event.docId, event.actor],
  )
  if (!item) return
  await settleEmergency(telling.sql, item.decisionId, telling.now)
  const notice = emergencyNotice(item, 'emergencyReviewed')
  const { by: _issuer, dueAt: _due, ...detail } = notice.detail
  const said = {
    by: event.actorName,
    explanation: event.explanation,
    ...(item.verdict ? { verdict: item.verdict } : {}),
  }
  await tell(telling, { ...notice, detail: { ...detail, ...said } }, [item.issuedBy])
}

/** The notice about an emergency; it never waits for a digest. */
export const emergencyNotice = (
  item: AfterReview,
  kind: 'emergency' | 'emergencyOverdue' | 'emergencyReviewed',
): Notice => {
  const reason = theOptions()
    .emergencyReasonsOn(dayOf(new Date(item.issuedAt)))
    .find((one) => one.code === item.reasonCode)
  return {
    key: `${kind}:${item.decisionId}`,
    kind,
    board: item.board,
    log: item.log,
    collection: item.collection,
    docId: item.docId,
    submissionId: null,
    round: null,
    step: null,
    title: item.title,
    isUrgent: true,
    detail: {
      by: item.issuedByName,
      dueAt: item.dueAt,
      ...(reason ? { reason: reasonLabel(reason) } : {}),
    },
  }
}

/** The reviews of emergencies that a condition over `r` finds. */
export const afterReviews = async (
  sql: Sql,
  condition: string,
  values: readonly unknown[],
): Promise<AfterReview[]> => {
  const { rows } = await sql.query<AfterReview>(
    `select r.decision_id as "decisionId", r.board, r.log, r.collection, r.doc_id as "docId", r.title,
       r.reason_code as "reasonCode", r.issued_by as "issuedBy", a.name as "issuedByName",
       to_json(r.issued_at) #>> '{}' as "issuedAt", to_json(r.due_at) #>> '{}' as "dueAt", r.reviewed_by as "reviewedBy", r.verdict
     from editorial.after_reviews r left join editorial.accounts a on a.person = r.issued_by ${condition}`,
    values,
  )
  return rows
}
