import type { DayOfWindows } from './readSiteYear.ts'

/** A month of a site's windows. */
export type MonthOfWindows = {
  /** 1 to 12. */
  month: number
  owed: number
  missed: number
  madeGood: number
  /** YYYY-MM-DD of days with a missed window. */
  daysMissed: string[]
}

/** The months of a year in which something was owed. */
export const monthsOfYear = (days: readonly DayOfWindows[]): MonthOfWindows[] => {
  const months = new Map<number, MonthOfWindows>()
  for (const { day, owed, missed, madeGood } of days) {
    const month = Number(day.slice(5, 7))
    const one = months.get(month) ?? { month, owed: 0, missed: 0, madeGood: 0, daysMissed: [] }
    months.set(month, {
      month,
      owed: one.owed + owed,
      missed: one.missed + missed,
      madeGood: one.madeGood + madeGood,
      daysMissed: missed > 0 ? [...one.daysMissed, day] : one.daysMissed,
    })
  }
  return [...months.values()]
}
