import { Temporal } from 'temporal-polyfill'
import type { Window, WindowOnDay } from './windowsBetween.ts'

/**
 * The given windows as stretches of time on one day, oldest first.
 *
 * @param options.day YYYY-MM-DD in `zone`
 * @param options.isWorkingDay asked only for windows of working days
 */
export const windowsOnDay = <W extends Window>(options: {
  windows: readonly W[]
  day: string
  zone: string
  isWorkingDay: (day: string) => boolean
}): WindowOnDay<W>[] => {
  const { day, zone } = options
  return options.windows
    .filter((window) => window.days === 'all' || options.isWorkingDay(day))
    .map((window) => ({
      window,
      day,
      startsAt: instantOf(day, window.from, zone),
      endsAt: instantOf(day, window.to, zone),
    }))
    .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
}

const instantOf = (day: string, time: string, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
      .epochMilliseconds,
  )
