import type { Tables } from './buildTables.ts'
import { CalendarOutOfRange } from './CalendarOutOfRange.ts'
import type { Calendar } from './createCalendar.ts'
import { lastNotAfter } from './lastNotAfter.ts'

const MINUTE_MS = 60_000

/** The counting of working time over built tables. */
export const countTime = ({
  dayStarts,
  stretches,
  millisecondsBefore,
}: Tables): Pick<
  Calendar,
  'addWorkingMinutes' | 'workingMinutesBetween' | 'nextWorkingInstant' | 'previousWorkingInstant'
> => {
  const first = dayStarts[0] ?? 0
  const end = dayStarts[dayStarts.length - 1] ?? 0
  const known = (at: Date): number => {
    const time = at.getTime()
    if (!(time >= first && time <= end)) throw new CalendarOutOfRange(at.toISOString())
    return time
  }
  const stretchAt = (time: number): number =>
    lastNotAfter(stretches.length, (index) => stretches[index]?.start ?? 0, time)
  const passedUntil = (time: number): number => {
    const index = stretchAt(time)
    const stretch = stretches[index]
    if (!stretch) return 0
    return (millisecondsBefore[index] ?? 0) + Math.min(time, stretch.end) - stretch.start
  }
  const bound = (time: number | undefined, edge: number): Date => {
    if (time === undefined) throw new CalendarOutOfRange(new Date(edge).toISOString())
    return new Date(time)
  }
  return {
    workingMinutesBetween: (from, to) =>
      (passedUntil(known(to)) - passedUntil(known(from))) / MINUTE_MS,
    addWorkingMinutes: (at, minutes) => {
      const passed = passedUntil(known(at))
      const step = Math.round(minutes * MINUTE_MS)
      if (step === 0) return new Date(at)
      const wanted = passed + step
      const count = millisecondsBefore.length - 1
      if (wanted < 0) throw new CalendarOutOfRange(new Date(first - 1).toISOString())
      const sum = (index: number): number => millisecondsBefore[index] ?? 0
      // Forward the instant lies as early as it can, at the end of a stretch; back as late as it can, at a start.
      const index =
        step > 0 ? lastNotAfter(count, sum, wanted - 1) : lastNotAfter(count, sum, wanted)
      const stretch = stretches[index]
      const time = stretch && stretch.start + wanted - sum(index)
      return bound(stretch && time !== undefined && time <= stretch.end ? time : undefined, end)
    },
    nextWorkingInstant: (at) => {
      const time = known(at)
      const index = stretchAt(time)
      if (time < (stretches[index]?.end ?? time)) return new Date(at)
      return bound(stretches[index + 1]?.start, end)
    },
    previousWorkingInstant: (at) => {
      const time = known(at)
      const last = stretches[stretchAt(time)]
      return bound(last && Math.min(time, last.end), first - 1)
    },
  }
}
