import type { Calendar } from '../calendar/createCalendar.ts'
import { CalendarOutOfRange } from '../calendar/CalendarOutOfRange.ts'
import type { DueSegment } from './dueSegments.ts'
import type { Rung } from './obligation.ts'

/** A rung that was reached while something was still owed. */
export type Climbed = { rung: string; at: Date; dueAt: Date }

/**
 * The instants of a ladder under one due time, in order. A rung on a day of which no notice says anything yet is left out:
 * the others are told all the same.
 *
 * @param options.eventAt where shares begin
 */
export const rungTimes = (options: {
  calendar: Calendar
  ladder: readonly Rung[]
  eventAt: Date
  dueAt: Date
}): { rung: Rung; at: Date }[] =>
  options.ladder
    .flatMap((rung) => {
      const at = knownTime(() => rungTime({ ...options, rung }))
      return at ? [{ rung, at }] : []
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())

/**
 * Which rungs were reached in `(after, until]`. It depends on what happened alone, not on when it is asked: asked in one
 * piece or in many, the answers together are the same. Rungs before a clock was noticed become one, the last, at that
 * moment; a due time that is over when it comes into force likewise.
 *
 * @param options.endedAt nothing is reached from this moment on
 */
export const climb = (options: {
  calendar: Calendar
  ladder: readonly Rung[]
  eventAt: Date
  segments: readonly DueSegment[]
  endedAt: Date | null
  after: Date | null
  until: Date
}): { climbed: Climbed[]; nextAt: Date | null } => {
  const { segments, endedAt, after, until } = options
  const climbed: Climbed[] = []
  let nextAt: Date | null = null
  for (const [index, { from, dueAt }] of segments.entries()) {
    if (!dueAt) continue
    const to = segments[index + 1]?.from ?? null
    for (const { rung, at } of reached({ ...options, dueAt, from, isFirst: index === 0 })) {
      if ((to && at >= to) || (endedAt && at >= endedAt)) continue
      if (after && at <= after) continue
      if (at <= until) climbed.push({ rung: rung.code, at, dueAt })
      else if (!nextAt || at < nextAt) nextAt = at
    }
  }
  return { climbed: climbed.sort((a, b) => a.at.getTime() - b.at.getTime()), nextAt }
}

const reached = (options: {
  calendar: Calendar
  ladder: readonly Rung[]
  eventAt: Date
  dueAt: Date
  from: Date
  isFirst: boolean
}): { rung: Rung; at: Date }[] => {
  const { from, isFirst, dueAt } = options
  const all = rungTimes(options)
  const later = all.filter(({ at }) => at > from)
  const last = all.findLast(({ at }) => at <= from)
  if (!last || !(isFirst || dueAt <= from)) return later
  return [{ rung: last.rung, at: from }, ...later]
}

const knownTime = (read: () => Date): Date | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return undefined
    throw error
  }
}

const rungTime = (options: {
  calendar: Calendar
  rung: Rung
  eventAt: Date
  dueAt: Date
}): Date => {
  const { calendar, eventAt, dueAt } = options
  const { when } = options.rung
  if ('minutes' in when) return new Date(dueAt.getTime() + when.minutes * 60_000)
  if ('share' in when) {
    const whole = calendar.workingMinutesBetween(eventAt, dueAt)
    return whole > 0
      ? calendar.addWorkingMinutes(eventAt, whole * when.share)
      : new Date(eventAt.getTime() + (dueAt.getTime() - eventAt.getTime()) * when.share)
  }
  const day = calendar.dayOf(dueAt)
  const sinceMidnight = dueAt.getTime() - calendar.startOfDay(day).getTime()
  const target = calendar.addWorkingDays(day, when.workingDays)
  return new Date(calendar.startOfDay(target).getTime() + sinceMidnight)
}
