import { Temporal } from 'temporal-polyfill'
import { windowsOnDay } from './windowsOnDay.ts'

/** A stretch of the day in which a site owes an update; half-open, HH:MM in `zone`. */
export type Window = { code: string; from: string; to: string; days: 'all' | 'working' }

/** One window on one day. */
export type WindowOnDay<W extends Window> = { window: W; day: string; startsAt: Date; endsAt: Date }

/**
 * The windows that ended in `(after, until]`, oldest first.
 *
 * @param options.isWorkingDay asked only for windows of working days
 */
export const windowsEndedBetween = <W extends Window>(options: {
  windowsOn: (day: string) => readonly W[]
  after: Date
  until: Date
  zone: string
  isWorkingDay: (day: string) => boolean
}): WindowOnDay<W>[] => {
  const { after, until, zone } = options
  const found: WindowOnDay<W>[] = []
  let day = dayOf(after, zone)
  for (
    const last = dayOf(until, zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const windows = options.windowsOn(day.toString())
    const { isWorkingDay } = options
    for (const one of windowsOnDay({ windows, day: day.toString(), zone, isWorkingDay })) {
      if (one.endsAt > after && one.endsAt <= until) found.push(one)
    }
  }
  return found.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
}

const dayOf = (instant: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate()
