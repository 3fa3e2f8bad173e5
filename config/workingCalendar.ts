import { calendarOf } from '#domain/calendar/calendarOf.ts'
import type { CalendarSource } from '#domain/calendar/calendarOf.ts'
import { createCalendar } from '#domain/calendar/createCalendar.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import { profile } from './profiles/index.ts'
import { workingDays } from './profiles/workingDays.ts'

/** The calendar of the civil service of this city: Saturdays and Sundays off, and the days of its notices. */
export const calendarSource: CalendarSource = {
  zone: 'Asia/Ho_Chi_Minh',
  restDays: [6, 7],
  officeHours: profile.officeHours,
  knownDays: workingDays,
}

/** By the days this version knows; the collection `working-days` is read where it binds. */
export const workingCalendar = calendarOf(calendarSource)

let built: Calendar | undefined

/**
 * For desks, which must open on old items too: in years without a notice weekdays count as worked, since a desk tells how
 * long something has waited and no term rests on it. Built when first asked for.
 */
export const deskCalendar = (): Calendar =>
  (built ??= createCalendar({
    ...calendarSource,
    days: workingDays,
    years: { from: 2015, to: 2040 },
  }))
