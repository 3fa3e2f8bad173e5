import type { Medium, Span } from './plan.ts'
import { instantOf, weekdayOf } from './localDay.ts'

/** Hours of certain weekdays, 1 Monday to 7 Sunday; `HH:MM`, the end may be `24:00`. */
export type Frame = { days: readonly number[]; from: string; to: string }

/** Frames as they were entered; of those whose first day has come the newest hold (H-7.2, H-7.3.1). */
export type FrameVersion = { medium: Medium; frames: readonly Frame[]; validFrom: string }

/**
 * The hours in which a medium is on that day; frames that touch become one. Public holidays are days like any other: radio
 * and boards work on them too (H-7.2, H-7.3.1).
 */
export const framesOnDay = (frames: readonly Frame[], day: string): Span[] => {
  const spans = frames
    .filter((frame) => frame.days.includes(weekdayOf(day)))
    .map((frame) => ({ start: instantOf(day, frame.from), end: instantOf(day, frame.to) }))
    .toSorted((a, b) => a.start - b.start)
  return spans.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1)
    if (!last || span.start > last.end) return [...merged, span]
    return [...merged.slice(0, -1), { start: last.start, end: Math.max(last.end, span.end) }]
  }, [])
}

/**
 * The version in force on a day.
 *
 * @param versions in the order they were entered
 */
export const versionOn = (
  versions: readonly FrameVersion[],
  day: string,
): FrameVersion | undefined =>
  versions
    .filter((one) => one.validFrom <= day)
    .reduce<FrameVersion | undefined>(
      (newest, one) => (!newest || one.validFrom >= newest.validFrom ? one : newest),
      undefined,
    )

/** Whether a stretch lies wholly in one of the frames. */
export const isWithin = (frames: readonly Span[], span: Span): boolean =>
  frames.some((frame) => frame.start <= span.start && span.end <= frame.end)

/**
 * What is wrong with frames somebody entered; nothing when they can be used.
 *
 * @returns a stable code: no_days, bad_time, empty_frame, frames_overlap
 */
export const faultOf = (frames: readonly Frame[]): string | undefined => {
  for (const { days, from, to } of frames) {
    if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
      return 'no_days'
    if (!clock.test(from) || !(clock.test(to) || to === '24:00')) return 'bad_time'
    if (from >= to) return 'empty_frame'
  }
  const isDouble = frames.some((one, index) =>
    frames
      .slice(index + 1)
      .some(
        (other) =>
          one.days.some((day) => other.days.includes(day)) &&
          one.from < other.to &&
          other.from < one.to,
      ),
  )
  return isDouble ? 'frames_overlap' : undefined
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
