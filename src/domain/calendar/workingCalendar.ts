import { Temporal } from 'temporal-polyfill'

/** A day that differs from the weekly rule. */
export type CalendarDay = { date: string; kind: 'off' | 'work' | 'halfDay' }

/** Which days are worked. Days are YYYY-MM-DD in the deployment's zone. */
export type WorkingCalendar = {
  isWorkingDay: (day: string) => boolean
  /**
   * The last day of a deadline: day zero is the day of the event, day one the next working day (as in the counting of
   * deadlines in the Civil Code, art. 147).
   */
  addWorkingDays: (day: string, count: number) => string
}

/** Thrown for a day of which no notice says anything. */
export class CalendarOutOfRange extends Error {
  readonly code = 'calendar_out_of_range'
  constructor(day: string) {
    super(`The working calendar says nothing about ${day}: enter the notice of that year.`)
  }
}

/**
 * A calendar of weekly rest days and of single days.
 *
 * @param options.restDays ISO weekdays without work, 1 Monday to 7 Sunday
 * @param options.years the years the days are complete for, both inclusive; outside it throws, it does not guess
 */
export const workingCalendar = (options: {
  restDays: readonly number[]
  days: readonly CalendarDay[]
  years: { from: number; to: number }
}): WorkingCalendar => {
  const kinds = new Map(options.days.map((day) => [day.date, day.kind]))
  const isWorkingDay = (day: string): boolean => {
    const date = Temporal.PlainDate.from(day)
    if (date.year < options.years.from || date.year > options.years.to)
      throw new CalendarOutOfRange(day)
    const kind = kinds.get(day)
    return kind ? kind !== 'off' : !options.restDays.includes(date.dayOfWeek)
  }
  return {
    isWorkingDay,
    addWorkingDays: (day, count) => {
      let date = Temporal.PlainDate.from(day)
      for (let left = count; left > 0;) {
        date = date.add({ days: 1 })
        if (isWorkingDay(date.toString())) left -= 1
      }
      return date.toString()
    },
  }
}
