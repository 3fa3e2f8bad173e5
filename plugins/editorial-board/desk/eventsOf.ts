import type { Sql } from '#kit/transaction.ts'
import type { Label } from '#kit/label.ts'
import type { ReviewVerb } from '../reviewEvents.ts'

/** One line of a document's history. */
export type ReviewEvent = {
  /** Counts up. */
  id: number
  submissionId: string | null
  /** ISO 8601. */
  at: string
  verb: ReviewVerb
  actorName: string | null
  /** In what capacity: a role, `acting`, `emergency`. */
  role: string | null
  /** Whom an acting person stood in for, and by which written mandate. */
  actingForName: string | null
  mandateDocument: string | null
  /** The step of the flow it happened at; null where there is only one. */
  stepLabel: Label | null
  reasonCode: string | null
  explanation: string | null
}

/** Everything that happened to a document at the board, newest first. */
export const eventsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<ReviewEvent[]> => {
  const { rows } = await sql.query<ReviewEvent>(
    `select e.id::float8 as id, e.submission_id as "submissionId", to_json(e.at) #>> '{}' as at, e.verb, u.name as "actorName",
       e.role, p.name as "actingForName", m.document as "mandateDocument", e.reason_code as "reasonCode", e.explanation,
       case when jsonb_array_length(r.flow -> 'steps') > 1 then r.flow -> 'steps' -> e.step -> 'label' end as "stepLabel"
     from editorial.review_events e left join editorial.accounts u on u.person = e.actor
     left join editorial.accounts p on p.person = e.acting_for left join editorial.mandates m on m.id = e.mandate_id
     left join editorial.reviews r on r.submission_id = e.submission_id
     where e.collection = $1 and e.doc_id = $2::int order by e.id desc limit 200`,
    [of.collection, of.docId],
  )
  return rows
}
