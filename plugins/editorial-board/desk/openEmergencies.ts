import type { PayloadRequest } from 'payload'
import { shortCitation } from '#domain/text/citation.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { reasonText } from '#domain/text/reasonText.ts'
import { issuers } from '../rights.ts'
import { dayOf } from '../verbs/dayOf.ts'
import type { Board } from './boardsOf.ts'
import { codesOf } from './decidedReviews.ts'

/** What went out by the emergency lane and waits for another person's review; times are ISO 8601. */
export type OpenEmergency = {
  decisionId: string
  board: string
  collection: string
  docId: number
  title: string
  /** In the language of the request with the law it rests on; its code once it is on no list. */
  reason: string
  explanation: string | null
  issuedByName: string | null
  issuedAt: string
  dueAt: string
  mayReview: boolean
}

type Row = Omit<OpenEmergency, 'reason' | 'mayReview'> & { reasonCode: string; isOwn: boolean }

/** The emergency releases that nobody has reviewed, what falls due first on top. */
export const openEmergencies = async (
  req: PayloadRequest,
  boards: readonly Board[],
): Promise<OpenEmergency[]> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<Row>(
    `select e.decision_id as "decisionId", e.board, e.collection, e.doc_id as "docId", e.title, e.reason_code as "reasonCode",
       d.explanation, a.name as "issuedByName", to_json(e.issued_at) #>> '{}' as "issuedAt", to_json(e.due_at) #>> '{}' as "dueAt",
       (e.issued_by = $2::int or coalesce(a.identity = me.identity, false)) as "isOwn"
     from editorial.after_reviews e join release.decisions d on d.id = e.decision_id
     left join editorial.accounts a on a.person = e.issued_by left join editorial.accounts me on me.person = $2::int
     where e.reviewed_by is null and e.board = any($1::text[]) order by e.due_at, e.decision_id limit 200`,
    [codesOf(boards), req.user?.id ?? 0],
  )
  return rows.map(({ reasonCode, isOwn, ...row }) => {
    const known = theOptions()
      .emergencyReasonsOn(dayOf(new Date(row.issuedAt)))
      .find((one) => one.code === reasonCode)
    const roles = boards.find((one) => one.board === row.board)?.roles ?? []
    return {
      ...row,
      reason: known ? reasonText(known, req.i18n.language, shortCitation) : reasonCode,
      mayReview: !isOwn && issuers.some((role) => roles.includes(role)),
    }
  })
}
