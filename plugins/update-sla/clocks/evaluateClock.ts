import type { Calendar } from '#domain/calendar/createCalendar.ts'
import { climb } from '#domain/sla/climb.ts'
import { dueSegments } from '#domain/sla/dueSegments.ts'
import type { Adjustment } from '#domain/sla/dueSegments.ts'
import type { ObligationVersion } from '#domain/sla/obligation.ts'
import { fixedDueAt } from './fixedDueAt.ts'

/** A clock with what happened to it, as it is evaluated. */
export type ClockState = {
  collection: string
  docId: number
  eventAt: Date
  noticedAt: Date
  endedAt: Date | null
  voidedAt: Date | null
  climbedUntil: Date | null
  adjustments: readonly Adjustment[]
}

/** How a clock stands, and what has to be told of it. */
export type Evaluation = {
  dueAt: Date
  pausedAt: Date | null
  extensions: number
  nextRungAt: Date | null
  alerts: { rung: string; at: Date; dueAt: Date }[]
}

/** What `recovered` is called among the rungs. */
export const RECOVERED = 'recovered'

/**
 * Evaluates a clock up to a moment: its due time, the rungs reached since it was last looked at, and when to look again.
 *
 * @throws CalendarOutOfRange where no notice of the year is known
 */
export const evaluateClock = (options: {
  clock: ClockState
  obligation: ObligationVersion
  calendar: Calendar
  now: Date
}): Evaluation => {
  const { clock, obligation, calendar, now } = options
  const fixed = fixedDueAt({ obligation, docId: clock.docId, calendar })
  const over = clock.voidedAt ?? clock.endedAt
  const segments = dueSegments({
    calendar,
    facts: { ...clock, adjustments: adjustmentsOf({ clock, obligation, over }) },
    terms: fixed
      ? { fixedDueAt: fixed }
      : obligation.kind === 'deadline' || obligation.kind === 'review'
        ? obligation
        : { fixedDueAt: clock.eventAt },
  })
  const last = segments.at(-1)
  const dueAt = segments.findLast((one) => one.dueAt)?.dueAt ?? clock.eventAt
  const { climbed, nextAt } = climb({
    calendar,
    ladder: obligation.ladder,
    eventAt: clock.eventAt,
    segments,
    endedAt: over,
    after: clock.climbedUntil,
    until: now,
  })
  const isRecovered = clock.endedAt && !clock.voidedAt && clock.endedAt > dueAt
  return {
    dueAt,
    pausedAt: last && !last.dueAt ? last.from : null,
    extensions: clock.adjustments.filter(({ kind }) => kind === 'extend').length,
    nextRungAt: over ? null : nextAt,
    alerts: [
      ...climbed,
      ...(isRecovered && clock.endedAt ? [{ rung: RECOVERED, at: clock.endedAt, dueAt }] : []),
    ],
  }
}

/**
 * What counts of what was done to a clock: of a review what was done since it last was, of what is over what was done
 * before. What ends while it is paused ran on at that moment.
 */
const adjustmentsOf = (options: {
  clock: ClockState
  obligation: ObligationVersion
  over: Date | null
}): Adjustment[] => {
  const { clock, obligation, over } = options
  const counted = clock.adjustments.filter(
    ({ at }) => (!over || at < over) && (obligation.kind !== 'review' || at >= clock.eventAt),
  )
  const last = counted.findLast(({ kind }) => kind !== 'extend')
  return over && last?.kind === 'pause' ? [...counted, { kind: 'resume', at: over }] : counted
}
