import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { readClocks } from './readClocks.ts'
import type { ClockRow } from './readClocks.ts'
import type { Screen } from './openScreen.ts'
import { dayAfter } from './dayText.ts'

/** How many working days "soon" reaches. */
export const SOON_DAYS = 5

/** What is late, and what falls due soon; the next due first. */
export type NearClocks = {
  late: { clocks: ClockRow[]; total: number }
  soon: { clocks: ClockRow[]; total: number }
}

/** Reads both for the signed-in person. */
export const nearClocks = async (
  { req, now, calendars }: Screen,
  limit: number,
): Promise<NearClocks> => {
  const { all } = calendars
  const today = all.dayOf(now)
  const dueBefore = all.endOfDay(soonUntil())
  const [late, soon] = await Promise.all([
    readClocks(req, { filter: { state: 'late' }, now, limit }),
    readClocks(req, { filter: { state: 'open', dueBefore }, now, limit }),
  ])
  return { late, soon }

  function soonUntil(): string {
    try {
      return all.addWorkingDays(today, SOON_DAYS)
    } catch (error) {
      if (error instanceof CalendarOutOfRange) return dayAfter(today, SOON_DAYS + 2)
      throw error
    }
  }
}
