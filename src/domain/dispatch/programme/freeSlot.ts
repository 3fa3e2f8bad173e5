import { addDays, dayOf } from './localDay.ts'
import type { FramesOn, Span } from './plan.ts'

const MINUTE_MS = 60_000
/** How far ahead a place is looked for, in days. */
const HORIZON_DAYS = 31

/** What of the frames nothing takes yet. */
export const gapsIn = (frames: readonly Span[], busy: readonly Span[]): Span[] => {
  const taken = busy.toSorted((a, b) => a.start - b.start)
  return frames.flatMap((frame) => {
    const gaps: Span[] = []
    let from = frame.start
    for (const one of taken) {
      if (one.end <= from || one.start >= frame.end) continue
      if (one.start > from) gaps.push({ start: from, end: one.start })
      from = Math.max(from, one.end)
    }
    return from < frame.end ? [...gaps, { start: from, end: frame.end }] : gaps
  })
}

type Wanted = {
  busy: readonly Span[]
  framesOn: FramesOn
  seconds: number
  /** Where it would best be, epoch milliseconds. */
  wanted: number
  /** Not before it. */
  from: number
  /** To be over by then. @default open */
  until?: number | undefined
}

/**
 * The start nearest to the wanted one that lies in a frame, on a whole minute, and disturbs nothing; nothing when there is
 * none within a month.
 */
export const nearestSlot = (of: Wanted): number | undefined => {
  const { busy, framesOn, wanted, from, until = Infinity } = of
  const length = of.seconds * 1000
  const earliest = ceilMinute(from)
  let best: number | undefined
  const last = addDays(dayOf(Math.max(wanted, from)), HORIZON_DAYS)
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) {
    for (const gap of gapsIn(framesOn(day), busy)) {
      const low = Math.max(ceilMinute(gap.start), earliest)
      const high = floorMinute(Math.min(gap.end, until) - length)
      if (high < low) continue
      const start = Math.min(Math.max(floorMinute(wanted), low), high)
      if (best === undefined || Math.abs(start - wanted) < Math.abs(best - wanted)) best = start
      else if (start > wanted) return best
    }
  }
  return best
}

/** The earliest moment from `from` on, frames or not, at which nothing of `busy` is on. */
export const firstFree = (busy: readonly Span[], from: number, seconds: number): number => {
  let start = ceilMinute(from)
  for (const one of busy.toSorted((a, b) => a.start - b.start)) {
    if (one.end <= start) continue
    if (one.start >= start + seconds * 1000) break
    start = ceilMinute(one.end)
  }
  return start
}

/** The next whole minute, or the instant itself when it is one. */
export const ceilMinute = (instant: number): number => Math.ceil(instant / MINUTE_MS) * MINUTE_MS

const floorMinute = (instant: number): number => Math.floor(instant / MINUTE_MS) * MINUTE_MS
