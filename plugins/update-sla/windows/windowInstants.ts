import { Temporal } from 'temporal-polyfill'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import { rungTimes } from '#domain/sla/climb.ts'
import type { ObligationOf, ObligationVersion } from '#domain/sla/obligation.ts'
import { windowsOnDay } from '#domain/sla/windowsOnDay.ts'
import type { Versions } from '../obligations/readVersions.ts'
import type { TickState } from '../clocks/tickState.ts'

/** A window of the law as it stood on its day. */
export type WindowVersion = ObligationOf<'window'> & { version: number }

/** A moment at which a window is looked at: a rung, or its end (`rung` null). */
export type WindowInstant = {
  window: WindowVersion
  day: string
  startsAt: Date
  endsAt: Date
  at: Date
  rung: WindowVersion['ladder'][number] | null
  /** Owners by a calendar of their own; null: all others. */
  unit: number | null
}

/**
 * The moments of windows in `(after, until]`, oldest first; a verdict before the rung of the same moment. A window that had
 * begun before the installation did is owed by nobody.
 */
export const windowInstants = (state: TickState, after: Date, until: Date): WindowInstant[] => {
  const { calendars } = state
  const found: WindowInstant[] = []
  // Of all versions: what holds today says nothing about the ladder of a window some days ago.
  const windows = state.versions.all.filter(isWindow)
  const days = Math.max(0, ...windows.flatMap(({ ladder }) => ladder.map(daysAfter)))
  let day = Temporal.PlainDate.from(calendars.all.dayOf(after)).subtract({ days })
  const last = calendars.all.dayOf(until)
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const unit of [null, ...calendars.units])
      found.push(...instantsOn(state.versions, calendars.of(unit), day.toString(), unit))
  }
  return found
    .filter(({ at, startsAt }) => at > after && at <= until && startsAt >= state.beganAt)
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() || Number(a.rung !== null) - Number(b.rung !== null),
    )
}

/** Kept from tick to tick, as long as calendar and obligations stay what they are. */
const kept = new WeakMap<Versions, WeakMap<Calendar, Map<string, WindowInstant[]>>>()
const LONGEST_KEPT = 2000

const instantsOn = (
  versions: Versions,
  calendar: Calendar,
  day: string,
  unit: number | null,
): WindowInstant[] => {
  const byCalendar = kept.get(versions) ?? new WeakMap<Calendar, Map<string, WindowInstant[]>>()
  kept.set(versions, byCalendar)
  const known = byCalendar.get(calendar) ?? new Map<string, WindowInstant[]>()
  byCalendar.set(calendar, known)
  const before = known.get(day)
  if (before) return before
  if (known.size > LONGEST_KEPT) known.clear()
  const made = makeInstants(calendar, versions.on(day).filter(isWindow), day, unit)
  known.set(day, made)
  return made
}

const makeInstants = (
  calendar: Calendar,
  windows: readonly WindowVersion[],
  day: string,
  unit: number | null,
): WindowInstant[] =>
  windowsOnDay({
    windows,
    day,
    zone: calendar.zone,
    isWorkingDay: isWorkedFor(calendar),
  }).flatMap(({ window, startsAt, endsAt }) => {
    const common = { window, day, startsAt, endsAt, unit }
    const { ladder } = window
    return [
      { ...common, at: endsAt, rung: null },
      ...rungTimes({ calendar, ladder, eventAt: startsAt, dueAt: endsAt }).map(({ rung, at }) => ({
        ...common,
        at,
        rung,
      })),
    ]
  })

/** A day of which no notice says anything yet is judged when one does; see applyNotice. */
const isWorkedFor =
  ({ isWorkingDay }: Calendar) =>
  (day: string): boolean => {
    try {
      return isWorkingDay(day)
    } catch (error) {
      if (error instanceof CalendarOutOfRange) return false
      throw error
    }
  }

/** How many days after its window a rung may lie at most: two working days may lie a Tết apart. */
const daysAfter = ({ when }: WindowVersion['ladder'][number]): number => {
  if ('minutes' in when) return when.minutes > 0 ? Math.ceil(when.minutes / 1440) : 0
  if ('workingDays' in when) return when.workingDays > 0 ? 12 + when.workingDays * 2 : 0
  return 0
}

const isWindow = (one: ObligationVersion): one is WindowVersion => one.kind === 'window'
