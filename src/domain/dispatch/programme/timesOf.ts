import { addDays, instantOf, weekdayOf } from './localDay.ts'
import { ceilMinute } from './freeSlot.ts'

/** One time, or times of a day on certain weekdays from a first day to a last one, both included. */
export type Times =
  { at: string } | { from: string; to: string; days: readonly number[]; times: readonly string[] }

/** How often in a row, and how many minutes from start to start; without minutes one right after the other. */
export type Repeats = { count: number; everyMinutes?: number | undefined }

/** A longer series is cut off, whatever is asked: who asks is told before. */
const MOST_DAYS = 400

/** The starts of an item of so many seconds, epoch milliseconds, in order, each once. */
export const timesOf = (times: Times, seconds: number, repeats?: Repeats): number[] => {
  const firsts = 'at' in times ? [Date.parse(times.at)] : series(times)
  const step = Math.max(ceilMinute(seconds * 1000), (repeats?.everyMinutes ?? 0) * 60_000)
  const starts = firsts.flatMap((first) =>
    Array.from({ length: repeats?.count ?? 1 }, (_, index) => first + index * step),
  )
  return [...new Set(starts)].toSorted((a, b) => a - b)
}

const series = (times: Exclude<Times, { at: string }>): number[] => {
  const starts: number[] = []
  for (
    let n = 0, day = times.from;
    day <= times.to && n < MOST_DAYS;
    n += 1, day = addDays(day, 1)
  ) {
    if (!times.days.includes(weekdayOf(day))) continue
    starts.push(...times.times.map((time) => instantOf(day, time)))
  }
  return starts
}
