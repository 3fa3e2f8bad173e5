import { Temporal } from 'temporal-polyfill'
import type { CalendarDay, CalendarRules } from './createCalendar.ts'

/** The years of which days are known, and those of them that are only expected so far. */
export const knownYears = (
  days: readonly CalendarDay[],
): Required<Pick<CalendarRules, 'years' | 'provisionalYears'>> => {
  const years = days.map((day) => Temporal.PlainDate.from(day.date).year)
  const provisional = days
    .filter((day) => day.isProvisional)
    .map((day) => Temporal.PlainDate.from(day.date).year)
  return {
    years: { from: Math.min(...years), to: Math.max(...years) },
    provisionalYears: [...new Set(provisional)],
  }
}
