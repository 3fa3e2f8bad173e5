import type { Sql } from '#kit/transaction.ts'

/** Where a submission stands. */
export type ReviewState =
  'submitted' | 'approved' | 'returned' | 'refused' | 'recalled' | 'superseded'

/** A submission on its way through the board. Times are ISO 8601. */
export type Review = {
  submissionId: string
  log: string
  collection: string
  docId: number
  title: string
  state: ReviewState
  priority: string
  submittedBy: number
  submittedByName: string | null
  submittedAt: string
  dueAt: string
  decidedBy: number | null
  decidedByName: string | null
  decidedAt: string | null
  decisionId: string | null
  reasonCode: string | null
  explanation: string | null
}

/** A step that was taken; never changed. */
export type ReviewVerb =
  'submit' | 'approve' | 'return' | 'refuse' | 'recall' | 'supersede' | 'withdraw' | 'emergency'

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = `r.submission_id as "submissionId", r.log, r.collection, r.doc_id as "docId", r.title, r.state, r.priority,
  r.submitted_by as "submittedBy", s.full_name as "submittedByName", ${time('r.submitted_at')} as "submittedAt",
  ${time('r.due_at')} as "dueAt", r.decided_by as "decidedBy", d.full_name as "decidedByName",
  ${time('r.decided_at')} as "decidedAt", r.decision_id as "decisionId", r.reason_code as "reasonCode", r.explanation`
const from = `from editorial.reviews r left join public.users s on s.id = r.submitted_by left join public.users d on d.id = r.decided_by`

/** The review of a submission. */
export const findReview = async (sql: Sql, submissionId: string): Promise<Review | null> => {
  const { rows } = await sql.query<Review>(
    `select ${columns} ${from} where r.submission_id::text = $1`,
    [submissionId],
  )
  return rows[0] ?? null
}

/** All reviews of a document, newest first. */
export const reviewsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<Review[]> => {
  const { rows } = await sql.query<Review>(
    `select ${columns} ${from} where r.collection = $1 and r.doc_id = $2 order by r.submitted_at desc limit 50`,
    [of.collection, of.docId],
  )
  return rows
}

/** What waits for a decision in the given logs, what falls due first on top. */
export const waitingReviews = async (sql: Sql, logs: readonly string[]): Promise<Review[]> => {
  const { rows } = await sql.query<Review>(
    `select ${columns} ${from} where r.state = 'submitted' and r.log = any($1::text[])
     order by (r.priority = 'emergency') desc, r.due_at limit 500`,
    [`{${logs.map((log) => `"${log}"`).join(',')}}`],
  )
  return rows
}

/** A person's own submissions that were returned or refused and stand as they came back, newest first. */
export const returnedReviews = async (sql: Sql, user: number): Promise<Review[]> => {
  const { rows } = await sql.query<Review>(
    `select ${columns} ${from} where r.submitted_by = $1::int and r.state in ('returned', 'refused')
       and r.decided_at > clock_timestamp() - interval '60 days'
       and not exists (select from editorial.reviews n where n.collection = r.collection and n.doc_id = r.doc_id
         and n.submitted_at > r.submitted_at)
     order by r.decided_at desc limit 50`,
    [user],
  )
  return rows
}

/** One line of a document's history. */
export type ReviewEvent = {
  at: string
  verb: ReviewVerb
  actorName: string | null
  reasonCode: string | null
  explanation: string | null
}

/** Everything that happened to a document at the board, newest first. */
export const eventsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<ReviewEvent[]> => {
  const { rows } = await sql.query<ReviewEvent>(
    `select ${time('e.at')} as at, e.verb, u.full_name as "actorName", e.reason_code as "reasonCode", e.explanation
     from editorial.review_events e left join public.users u on u.id = e.actor
     where e.collection = $1 and e.doc_id = $2::int order by e.id desc limit 200`,
    [of.collection, of.docId],
  )
  return rows
}

/** Puts a submission on the desk; an older open one of the same document is superseded. */
export const openReview = async (
  sql: Sql,
  review: Pick<
    Review,
    | 'submissionId'
    | 'log'
    | 'collection'
    | 'docId'
    | 'title'
    | 'priority'
    | 'submittedBy'
    | 'submittedAt'
    | 'dueAt'
  >,
): Promise<void> => {
  const { rows } = await sql.query<{ submission_id: string }>(
    `update editorial.reviews set state = 'superseded' where collection = $1 and doc_id = $2 and state = 'submitted'
       and submission_id <> $3::uuid returning submission_id`,
    [review.collection, review.docId, review.submissionId],
  )
  for (const row of rows) {
    await recordEvent(sql, {
      ...review,
      submissionId: row.submission_id,
      actor: review.submittedBy,
      verb: 'supersede',
    })
  }
  await sql.query(
    `insert into editorial.reviews (submission_id, log, collection, doc_id, title, state, priority, submitted_by, submitted_at, due_at)
     values ($1::uuid, $2, $3, $4, $5, 'submitted', $6, $7, $8::timestamptz, $9::timestamptz)
     on conflict (submission_id) do update set state = 'submitted', title = excluded.title, priority = excluded.priority,
       submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at, due_at = excluded.due_at,
       decided_by = null, decided_at = null, decision_id = null, reason_code = null, explanation = null`,
    [
      review.submissionId,
      review.log,
      review.collection,
      review.docId,
      review.title,
      review.priority,
      review.submittedBy,
      review.submittedAt,
      review.dueAt,
    ],
  )
}

/**
 * Takes a waiting submission out of the queue. Of two people who do so at once, the second finds nothing to take.
 *
 * @returns false when it was not waiting any more
 */
export const closeReview = async (
  sql: Sql,
  end: {
    submissionId: string
    state: ReviewState
    by: number
    decisionId?: string
    reasonCode?: string
    explanation?: string
  },
): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `update editorial.reviews set state = $2, decided_by = $3, decided_at = clock_timestamp(), decision_id = $4::uuid,
       reason_code = $5, explanation = $6 where submission_id::text = $1 and state = 'submitted'`,
    [
      end.submissionId,
      end.state,
      end.by,
      end.decisionId ?? null,
      end.reasonCode ?? null,
      end.explanation ?? null,
    ],
  )
  return rowCount === 1
}

/** Writes a step into the append-only history. */
export const recordEvent = async (
  sql: Sql,
  event: {
    submissionId: string | null
    collection: string
    docId: number
    actor: number
    verb: ReviewVerb
    reasonCode?: string
    explanation?: string
  },
): Promise<void> => {
  await sql.query(
    `insert into editorial.review_events (submission_id, collection, doc_id, actor, verb, reason_code, explanation)
     values ($1::uuid, $2, $3, $4, $5, $6, $7)`,
    [
      event.submissionId,
      event.collection,
      event.docId,
      event.actor,
      event.verb,
      event.reasonCode ?? null,
      event.explanation ?? null,
    ],
  )
}
