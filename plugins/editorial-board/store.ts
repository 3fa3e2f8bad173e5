import type { Flow } from '#domain/board/flow.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { recordEvent } from './reviewEvents.ts'

/** Where a submission stands. */
export type ReviewState =
  | 'submitted'
  /** Decided, and waiting for its time or for the rest of its bundle. */
  | 'decided'
  | 'approved'
  /** Decided, but refused when its time came. */
  | 'lapsed'
  | 'returned'
  | 'refused'
  | 'recalled'
  | 'superseded'

/** Whom a returned submission waits for, and until when. */
export type ReturnTo = { person?: number; unit?: string; dueAt: string }

/** A submission on its way through the board. Times are ISO 8601. */
export type Review = {
  submissionId: string
  log: string
  board: string
  collection: string
  docId: number
  title: string
  category: number | null
  state: ReviewState
  /** How often this very content was submitted. */
  round: number
  /** The flow it runs through, as it was when submitted; null for what was submitted before flows. */
  flow: Flow | null
  /** Index of the step it waits at. */
  step: number
  /** Who may act at that step. */
  actors: string[]
  stepDueAt: string
  /** Who wrote in it since the last release. */
  contributors: number[]
  /** Who submitted it first since the last release. */
  supplier: number
  bundleId: string | null
  returnTo: ReturnTo | null
  /** It came from another log; whoever submitted it took it in and wrote nothing of it. */
  isIncoming: boolean
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
  /** The clause a refusal rests on. */
  clause: string | null
  explanation: string | null
}

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = `r.submission_id as "submissionId", r.log, r.board, r.collection, r.doc_id as "docId", r.title, r.category,
  r.state, r.priority, r.round, r.flow, r.step, to_json(r.actors) as actors, ${time('coalesce(r.step_due_at, r.due_at)')} as "stepDueAt",
  to_json(r.contributors) as contributors, coalesce(r.supplier, r.submitted_by) as supplier, r.bundle_id as "bundleId",
  r.return_to as "returnTo", r.is_incoming as "isIncoming", r.submitted_by as "submittedBy", s.name as "submittedByName",
  ${time('r.submitted_at')} as "submittedAt", ${time('r.due_at')} as "dueAt", r.decided_by as "decidedBy",
  d.name as "decidedByName", ${time('r.decided_at')} as "decidedAt", r.decision_id as "decisionId",
  r.reason_code as "reasonCode", r.clause, r.explanation`
const from = `from editorial.reviews r left join editorial.accounts s on s.person = r.submitted_by
  left join editorial.accounts d on d.person = r.decided_by`

/** The review of a submission. */
export const findReview = async (sql: Sql, submissionId: string): Promise<Review | null> => {
  const [found] = await reviewsWhere(sql, 'where r.submission_id = $1::uuid', [
    uuidOrNull(submissionId),
  ])
  return found ?? null
}

/** The reviews that a condition over `r` finds. */
export const reviewsWhere = async (
  sql: Sql,
  condition: string,
  values: readonly unknown[],
): Promise<Review[]> => {
  const { rows } = await sql.query<Review>(`select ${columns} ${from} ${condition}`, values)
  return rows
}

/**
 * The same, locked to the end of the transaction: whoever decides at the same moment waits and then finds it decided. The
 * board's chain is locked first: acts of one board never wait for each other crosswise.
 */
export const lockReview = async (sql: Sql, submissionId: string): Promise<Review | null> => {
  const { rows } = await sql.query<{ board: string }>(
    'select board from editorial.reviews where submission_id = $1::uuid',
    [uuidOrNull(submissionId)],
  )
  const [found] = rows
  if (!found) return null
  await sql.query('select n from editorial.lock_ledger($1)', [found.board])
  await sql.query(
    'select submission_id from editorial.reviews where submission_id = $1::uuid for update',
    [submissionId],
  )
  return findReview(sql, submissionId)
}

/** All reviews of a document, newest first. */
export const reviewsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<Review[]> =>
  reviewsWhere(
    sql,
    'where r.collection = $1 and r.doc_id = $2::int order by r.submitted_at desc limit 50',
    [of.collection, of.docId],
  )

/** A person's own submissions that were returned or refused and stand as they came back, newest first. */
export const returnedReviews = async (sql: Sql, user: number): Promise<Review[]> =>
  reviewsWhere(
    sql,
    `where (r.submitted_by = $1::int or (r.return_to ->> 'person')::int = $1::int) and r.state in ('returned', 'refused', 'lapsed')
       and r.decided_at > clock_timestamp() - interval '60 days'
       and not exists (select from editorial.reviews n where n.collection = r.collection and n.doc_id = r.doc_id
         and n.submitted_at > r.submitted_at)
     order by r.decided_at desc limit 50`,
    [user],
  )

/** Puts a submission on the desk; an older open one of the same document is superseded. */
export const openReview = async (
  sql: Sql,
  review: Pick<
    Review,
    | 'submissionId'
    | 'log'
    | 'board'
    | 'collection'
    | 'docId'
    | 'title'
    | 'category'
    | 'priority'
    | 'flow'
    | 'step'
    | 'stepDueAt'
    | 'contributors'
    | 'supplier'
    | 'submittedBy'
    | 'submittedAt'
    | 'dueAt'
  > & { isIncoming?: boolean },
): Promise<void> => {
  await supersedeOpen(sql, { ...review, except: review.submissionId, by: review.submittedBy })
  await sql.query(
    `insert into editorial.reviews as r (submission_id, log, board, collection, doc_id, title, category, state, priority, flow, step,
       actors, step_due_at, contributors, supplier, submitted_by, submitted_at, due_at, is_incoming)
     values ($1::uuid, $2, $3, $4, $5, $6, $7::int, 'submitted', $8, $9::jsonb, $10::int, $17::text[], $11::timestamptz,
       $12::int[], $13::int, $14::int, $15::timestamptz, $16::timestamptz, $18::boolean)
     on conflict (submission_id) do update set state = 'submitted', title = excluded.title, priority = excluded.priority,
       category = excluded.category, round = r.round + 1, flow = excluded.flow, step = excluded.step, actors = excluded.actors,
       step_due_at = excluded.step_due_at, contributors = excluded.contributors, supplier = excluded.supplier,
       submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at, due_at = excluded.due_at,
       is_incoming = excluded.is_incoming,
       bundle_id = null, return_to = null, decided_by = null, decided_at = null, decision_id = null, reason_code = null,
       explanation = null`,
    [
      review.submissionId,
      review.log,
      review.board,
      review.collection,
      review.docId,
      review.title,
      review.category,
      review.priority,
      JSON.stringify(review.flow),
      review.step,
      review.stepDueAt,
      `{${review.contributors.join(',')}}`,
      review.supplier,
      review.submittedBy,
      review.submittedAt,
      review.dueAt,
      `{${(review.flow?.steps[review.step]?.actors ?? ['head']).join(',')}}`,
      review.isIncoming ?? false,
    ],
  )
}

/** Takes what waits of a document off the desk, since something newer took its place. */
export const supersedeOpen = async (
  sql: Sql,
  of: { board: string; collection: string; docId: number; except?: string; by: number },
): Promise<void> => {
  const { rows } = await sql.query<{ id: string }>(
    `update editorial.reviews set state = 'superseded' where collection = $1 and doc_id = $2::int and state = 'submitted'
       and submission_id is distinct from $3::uuid returning submission_id as id`,
    [of.collection, of.docId, of.except ?? null],
  )
  for (const { id } of rows)
    await recordEvent(sql, { ...of, submissionId: id, actor: of.by, verb: 'supersede' })
}

/** Moves a waiting submission on to its next step. */
export const advanceReview = async (
  sql: Sql,
  to: { submissionId: string; step: number; actors: readonly string[]; stepDueAt: string },
): Promise<void> => {
  await sql.query(
    `update editorial.reviews set step = $2::int, step_due_at = $3::timestamptz, actors = $4::text[]
     where submission_id = $1::uuid`,
    [to.submissionId, to.step, to.stepDueAt, `{${to.actors.join(',')}}`],
  )
}

/**
 * Takes a submission out of the queue. Of two people who do so at once, the second finds nothing to take.
 *
 * @param end.from the state it must be in; waiting unless said otherwise
 * @returns false when it was not in that state any more
 */
export const closeReview = async (
  sql: Sql,
  end: {
    submissionId: string
    state: ReviewState
    from?: ReviewState
    by: number | null
    decisionId?: string
    reasonCode?: string
    explanation?: string
    /** The clause a refusal rests on. */
    clause?: string
    returnTo?: ReturnTo
  },
): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `update editorial.reviews set state = $2, decided_by = coalesce($3::int, decided_by), decided_at = clock_timestamp(),
       decision_id = coalesce($4::uuid, decision_id), reason_code = $5, explanation = $6, return_to = $7::jsonb, clause = $9
     where submission_id = $1::uuid and state = $8`,
    [
      uuidOrNull(end.submissionId),
      end.state,
      end.by,
      end.decisionId ?? null,
      end.reasonCode ?? null,
      end.explanation ?? null,
      end.returnTo ? JSON.stringify(end.returnTo) : null,
      end.from ?? 'submitted',
      end.clause ?? null,
    ],
  )
  return rowCount === 1
}
