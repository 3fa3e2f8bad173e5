import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { noticeMail } from './noticeMail.ts'
import type { Notice } from './notice.ts'
import { postMail } from './postMail.ts'
import { headsOf, registrars, reviewersOf } from './recipients.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import { afterReviews, emergencyNotice } from './tellEmergency.ts'

/** Emergencies whose review is overdue and about which somebody has yet to be told. */
export const emergenciesToEscalate = async (sql: Sql, now: Date): Promise<string[]> => {
  const { rows } = await sql.query<{ id: string }>(
    `select decision_id as id from editorial.after_reviews where reviewed_by is null and due_at <= $1::timestamptz
       and (escalated_at is null or managing_told_at is null and managing_due_at <= $1::timestamptz)
     order by due_at limit 200`,
    [now.toISOString()],
  )
  return rows.map((row) => row.id)
}

/**
 * Tells the head and whoever may review it that the review of an emergency is overdue; when it still is after the time the
 * options give, or when the board has no head but the one who issued it, the managing side. Each once, in the caller's
 * transaction.
 */
export const escalateEmergency = async (telling: Telling, decisionId: string): Promise<void> => {
  const { sql, now } = telling
  const { dueAt, escalateAfterHours = 2 } = theOptions()
  const at = now.toISOString()
  const [item] = await afterReviews(sql, 'where r.decision_id = $1::uuid for update of r', [
    decisionId,
  ])
  if (!item || item.reviewedBy !== null) return
  const notice = emergencyNotice(item, 'emergencyOverdue')
  const { rowCount: isFirst } = await sql.query(
    `update editorial.after_reviews set escalated_at = $2::timestamptz, managing_due_at = $3::timestamptz
     where decision_id = $1::uuid and escalated_at is null`,
    [decisionId, at, dueAt(now, escalateAfterHours).toISOString()],
  )
  const reviewers = await reviewersOf(sql, item, now)
  const heads = (await headsOf(sql, item.board, now)).filter((one) => reviewers.includes(one))
  if (isFirst === 1) {
    await tell(telling, notice, reviewers)
    if (heads.length > 0) return
  }
  const { rowCount: isDue } = await sql.query(
    `update editorial.after_reviews set managing_told_at = $2::timestamptz
     where decision_id = $1::uuid and managing_told_at is null and (managing_due_at <= $2::timestamptz or $3::boolean)`,
    [decisionId, at, heads.length === 0],
  )
  if (isDue === 1) await tellManagingSide(telling, { ...notice, key: `${notice.key}:managing` })
}

/** Accounts are told as they chose; bare addresses by mail. */
const tellManagingSide = async (telling: Telling, notice: Notice) => {
  const { escalateTo } = theOptions()
  const to = escalateTo ? await escalateTo(notice.board) : await registrars(telling.sql)
  await tell(
    telling,
    notice,
    to.filter((one) => typeof one === 'number'),
  )
  const addresses = to.filter((one) => typeof one === 'string')
  const told = { ...notice, id: 0, at: telling.now.toISOString(), readAt: null, settledAt: null }
  await postMail(telling.sql, {
    ...noticeMail(told, { ...telling, language: 'vi' }),
    key: `board:${notice.key}`,
    to: addresses,
  })
}
