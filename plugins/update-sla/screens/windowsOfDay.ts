import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import type { ObligationOf } from '#domain/sla/obligation.ts'
import { windowsOnDay } from '#domain/sla/windowsOnDay.ts'
import type { WindowOnDay } from '#domain/sla/windowsBetween.ts'
import type { Calendars } from '../calendars/readCalendars.ts'
import type { Versions } from '../obligations/readVersions.ts'
import { zone } from '../options.ts'

/** An update window as it is stored. */
export type StoredWindow = ObligationOf<'window'> & { version: number }

/**
 * Which windows an owner owes on a day, oldest first. None where the calendar knows nothing of the day, and none that had
 * begun before the installation did.
 *
 * @param options.day YYYY-MM-DD in the deployment's zone
 * @param options.beganAt null: before the first tick
 */
export const windowsOfDay = (options: {
  versions: Versions
  calendars: Calendars
  day: string
  beganAt: Date | null
}): ((owner: {
  groups: readonly string[]
  calendarUnit: number | null
}) => WindowOnDay<StoredWindow>[]) => {
  const { versions, calendars, day, beganAt } = options
  const windows = versions
    .on(day)
    .flatMap((one) => (one.kind === 'window' ? [{ ...one, version: one.version }] : []))
  const byUnit = new Map<number | null, WindowOnDay<StoredWindow>[]>()
  const onDay = (unit: number | null) => {
    const known = byUnit.get(unit)
    if (known) return known
    const { isWorkingDay } = calendars.of(unit)
    const made = orNone(() => windowsOnDay({ windows, day, zone: zone(), isWorkingDay }))
    byUnit.set(unit, made)
    return made
  }
  return ({ groups, calendarUnit }) =>
    onDay(calendarUnit).filter(
      ({ window, startsAt }) =>
        groups.includes(window.owes) && (beganAt === null || startsAt >= beganAt),
    )
}

const orNone = <T>(make: () => T[]): T[] => {
  try {
    return make()
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return []
    throw error
  }
}
