import type { Calendar } from '../calendar/createCalendar.ts'
import { dueAt } from '../calendar/dueAt.ts'
import type { Counting, Duration } from '../calendar/duration.ts'

/** What somebody did to a clock. `until`: the new deadline of an extension. */
export type Adjustment = { kind: 'pause' | 'resume' | 'extend'; at: Date; until?: Date }

/** What is known of a clock besides its obligation. */
export type ClockFacts = {
  eventAt: Date
  /** When the system could first know of it. */
  noticedAt: Date
  adjustments: readonly Adjustment[]
}

/** Which due time held from when on; none while paused. */
export type DueSegment = { from: Date; dueAt: Date | null }

/**
 * The due times a clock has had, in order: the first from the moment it was noticed, then one after each adjustment. An
 * extension is absolute; a pause stops working time, so that what was left when it began is left when it ends.
 *
 * @param options.fixedDueAt for clocks whose due time is a date and not a duration: quotas and reports
 */
export const dueSegments = (options: {
  calendar: Calendar
  facts: ClockFacts
  terms: { duration: Duration; counting: Counting } | { fixedDueAt: Date }
}): DueSegment[] => {
  const { calendar, facts, terms } = options
  let due =
    'fixedDueAt' in terms
      ? terms.fixedDueAt
      : dueAt(calendar, facts.eventAt, terms.duration, terms.counting)
  const segments: DueSegment[] = [{ from: facts.noticedAt, dueAt: due }]
  let pausedAt: Date | null = null
  for (const one of [...facts.adjustments].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (one.kind === 'pause' && !pausedAt) {
      pausedAt = one.at
      segments.push({ from: one.at, dueAt: null })
    } else if (one.kind === 'resume' && pausedAt) {
      due = afterPause(calendar, due, pausedAt, one.at)
      pausedAt = null
      segments.push({ from: one.at, dueAt: due })
    } else if (one.kind === 'extend' && one.until) {
      due = one.until
      if (!pausedAt) segments.push({ from: one.at, dueAt: due })
    }
  }
  return segments
}

/** What was over its time when it was paused stays so by as much. */
const afterPause = (calendar: Calendar, due: Date, from: Date, to: Date): Date =>
  due <= from ? due : calendar.addWorkingMinutes(due, calendar.workingMinutesBetween(from, to))
