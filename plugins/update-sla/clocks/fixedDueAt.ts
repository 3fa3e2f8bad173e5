import type { Calendar } from '#domain/calendar/createCalendar.ts'
import { dateDueAt } from '#domain/calendar/dateDueAt.ts'
import type { ObligationVersion } from '#domain/sla/obligation.ts'

/**
 * The due time of what is due on a date: a quota at the end of its month, a report on its day of the year; undefined for
 * everything else.
 *
 * @param options.docId the period: yyyymm of a quota, yyyy of a report
 */
export const fixedDueAt = (options: {
  obligation: ObligationVersion
  docId: number
  calendar: Calendar
}): Date | undefined => {
  const { obligation, docId, calendar } = options
  if (obligation.kind === 'quota') return calendar.startOfDay(monthStart(docId + 1))
  if (obligation.kind !== 'report') return undefined
  return dateDueAt(calendar, `${docId}-${obligation.dueOn}`, obligation)
}

/** The first day of a month; yyyymm, month 13 being the January after. */
export const monthStart = (period: number): string => {
  const year = Math.floor(period / 100)
  const month = period % 100
  return month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`
}
