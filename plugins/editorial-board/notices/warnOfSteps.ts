import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { findReview } from '../store.ts'
import type { Review } from '../store.ts'
import { aboutReview } from './aboutReview.ts'
import { headsOf, waitsFor } from './recipients.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'

/** What the clock says about a step: due soon, overdue, still overdue (to the head). */
type Alarm = 'soon' | 'late' | 'head'
type Due = { submissionId: string; alarm: Alarm }

/** Reviews spoken about in one tick; the rest follow a minute later. */
const AT_ONCE = 500

const limitHours = `coalesce(case when r.priority = 'emergency' then (r.flow -> 'steps' -> r.step ->> 'urgentHours')::numeric end,
  (r.flow -> 'steps' -> r.step ->> 'limitHours')::numeric, 0)`
const unheard = (
  alarm: Alarm,
) => `not exists (select from editorial.step_alarms a where a.submission_id = r.submission_id
  and a.round = r.round and a.step = r.step and a.kind = '${alarm}')`

/** The steps the clock has to speak about now, what is due first on top. */
export const stepsToWarnOf = async (sql: Sql, now: Date): Promise<Due[]> => {
  const { dueAt, dueSoonShare = 0.25, dueSoonHours = 0.5 } = theOptions()
  const at = now.toISOString()
  const { rows: limits } = await sql.query<{ hours: string }>(
    `select distinct ${limitHours} as hours from editorial.reviews r where r.state = 'submitted' and r.step_due_at > $1::timestamptz`,
    [at],
  )
  const horizons = limits.map(({ hours }) =>
    dueAt(now, Math.max(Number(hours) * dueSoonShare, dueSoonHours)).toISOString(),
  )
  const { rows } = await sql.query<Due>(
    `select r.submission_id as "submissionId", 'soon' as alarm, r.step_due_at as due from editorial.reviews r
       join unnest($2::numeric[], $3::timestamptz[]) l(hours, until) on l.hours = ${limitHours}
     where r.state = 'submitted' and r.step_due_at > $1::timestamptz and r.step_due_at <= l.until and ${unheard('soon')}
     union all
     select r.submission_id, 'late', r.step_due_at from editorial.reviews r
     where r.state = 'submitted' and r.step_due_at <= $1::timestamptz and ${unheard('late')}
     union all
     select r.submission_id, 'head', r.step_due_at from editorial.reviews r
       join editorial.step_alarms l on l.submission_id = r.submission_id and l.round = r.round and l.step = r.step and l.kind = 'late'
     where r.state = 'submitted' and l.next_at <= $1::timestamptz and ${unheard('head')}
     order by due limit ${AT_ONCE}`,
    [at, `{${limits.map(({ hours }) => hours).join(',')}}`, `{${horizons.join(',')}}`],
  )
  return rows
}

/**
 * Speaks about one step, in the caller's transaction: of two workers the second finds it said. Whoever may act is told; when
 * it stays overdue, the head.
 */
export const warnOfStep = async (telling: Telling, { submissionId, alarm }: Due): Promise<void> => {
  const { sql, now } = telling
  const review = await findReview(sql, submissionId)
  if (review?.state !== 'submitted' || !(await isFirstToSay(telling, review, alarm))) return
  const people =
    alarm === 'head'
      ? await headsOf(sql, review.board, now)
      : await waitsFor(sql, submissionId, now)
  const kind = alarm === 'soon' ? 'dueSoon' : 'overdue'
  const about = aboutReview(review)
  const detail = { ...about.detail, by: review.submittedByName, dueAt: review.stepDueAt }
  const key = `${kind}:${submissionId}:${review.round}:${review.step}`
  await tell(telling, { ...about, key, kind, detail }, people)
}

const isFirstToSay = async ({ sql, now }: Telling, review: Review, alarm: Alarm) => {
  const { dueAt, overdueHeadHours = 2 } = theOptions()
  const next = alarm === 'late' ? dueAt(now, overdueHeadHours).toISOString() : null
  const { rowCount } = await sql.query(
    `insert into editorial.step_alarms (submission_id, round, step, kind, at, next_at)
     values ($1::uuid, $2::int, $3::int, $4, $5::timestamptz, $6::timestamptz) on conflict do nothing`,
    [review.submissionId, review.round, review.step, alarm, now.toISOString(), next],
  )
  return rowCount === 1
}
