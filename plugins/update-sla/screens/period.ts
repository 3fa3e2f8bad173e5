import { Temporal } from 'temporal-polyfill'
import type { Query } from '#kit/admin/query.ts'

/** Days from the first to the last, both inclusive, YYYY-MM-DD. */
export type Period = { from: string; to: string }

const isDay = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/

/**
 * The period an address asks for: `period` as `2026-11`, `2026-Q4` or `2026`, or `from` and `to`; otherwise the month of
 * today.
 */
export const periodOf = (query: Query, today: string): Period => {
  const from = dayOrNothing(query.get('from'))
  const to = dayOrNothing(query.get('to'))
  if (from && to && from <= to) return { from, to }
  return (
    namedPeriod(query.get('period') ?? '') ??
    namedPeriod(today.slice(0, 7)) ?? { from: today, to: today }
  )
}

/** The days of `2026-11`, `2026-Q4` or `2026`; undefined for anything else. */
export const namedPeriod = (name: string): Period | undefined => {
  const match = /^(20\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name)
  if (!match) return undefined
  const year = Number(match[1])
  const [first, months] = match[2]
    ? [Number(match[2]) * 3 - 2, 3]
    : match[3]
      ? [Number(match[3]), 1]
      : [1, 12]
  const start = Temporal.PlainDate.from({ year, month: first, day: 1 })
  return {
    from: start.toString(),
    to: start.add({ months }).subtract({ days: 1 }).toString(),
  }
}

/** This month, the last, this quarter and this year, by name. */
export const usualPeriods = (today: string) => {
  const day = Temporal.PlainDate.from(today)
  return {
    thisMonth: today.slice(0, 7),
    lastMonth: day.subtract({ months: 1 }).toString().slice(0, 7),
    thisQuarter: `${day.year}-Q${Math.ceil(day.month / 3)}`,
    thisYear: String(day.year),
  }
}

const dayOrNothing = (text: string | undefined): string | undefined => {
  if (!text || !isDay.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    return undefined // 2026-02-30
  }
}
