import type { Pool } from 'pg'
import { claimOf, readClaims } from '../claims/readClaims.ts'
import type { Claim } from '../claims/readClaims.ts'
import type { ClockRow } from './readClocks.ts'

/** Something that happened to a clock. */
export type HistoryEvent = {
  at: Date
  kind:
    | 'event'
    | 'noticed'
    | 'pause'
    | 'resume'
    | 'extend'
    | 'promised'
    | 'alert'
    | 'act'
    | 'claim'
    | 'release'
    | 'due'
    | 'shift'
  /** New due time of an extension or shift. */
  until?: Date | null
  /** Due time before a shift. */
  before?: Date | null
  reason?: string | null
  by?: number | null
  rung?: string
  severity?: string
  mutedBy?: string | null
  /** Of an act, and of a time that was stated in a document: what was said, by whom, when. */
  claim?: Claim
}

/** What happened to a clock, oldest first. */
export const readHistory = async (
  pool: Pool,
  clock: ClockRow,
  now: Date,
): Promise<HistoryEvent[]> => {
  const [adjustments, alerts, acts, shifts, claims] = await Promise.all([
    pool.query<HistoryEvent>(
      `select at, case when kind = 'extend' and reason = 'promised' and by is null then 'promised' else kind end as kind, until,
         case when reason = 'promised' and by is null then null else reason end as reason, by
       from sla.adjustments where clock = $1 order by at, id`,
      [clock.id],
    ),
    pool.query<HistoryEvent>(
      `select 'alert' as kind, fires_at as at, rung, severity, muted_by as "mutedBy" from sla.alerts where clock = $1
       order by fires_at, id`,
      [clock.id],
    ),
    pool.query<HistoryEvent>(
      `select 'act' as kind, at, concat_ws(' · ', note, document) as reason, null as by from sla.acts
       where obligation = $1 and collection = $2 and doc_id = $3 and owner = $4`,
      [clock.obligation, clock.collection, clock.docId, clock.owner],
    ),
    pool.query<HistoryEvent>(
      `select 'shift' as kind, s.at, s.due_before as before, s.due_after as until, n.number as reason
       from sla.shifts s join sla.calendar_notices n on n.id = s.notice where s.clock = $1 order by s.at`,
      [clock.id],
    ),
    readClaims(pool, clock),
  ])
  const actClaims = claims.filter((one) => one.isEnd && !one.isOfDocument)
  const done = acts.rows.map((act) => {
    const claim = claimOf(actClaims, { isEnd: true, at: act.at })
    return claim ? { ...act, claim } : act
  })
  const stated = claims
    .filter((one) => one.isOfDocument)
    .map((claim): HistoryEvent => ({ kind: 'claim', at: claim.enteredAt, claim }))
  const entered = claims.find((one) => !one.isEnd && !one.isOfDocument)
  const own: HistoryEvent[] = [
    { kind: 'event', at: clock.eventAt },
    { kind: 'noticed', at: clock.noticedAt, by: entered?.by ?? null },
    ...(clock.dueAt <= (clock.endedAt ?? now) ? [{ kind: 'due' as const, at: clock.dueAt }] : []),
    ...(clock.endedAt && clock.endedBy !== 'act'
      ? [{ kind: 'release' as const, at: clock.endedAt }]
      : []),
  ]
  // A stable sort keeps what happened at one instant in the order it is listed here.
  return [...own, ...stated, ...adjustments.rows, ...alerts.rows, ...done, ...shifts.rows].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}
