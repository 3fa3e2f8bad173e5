/**
 * A due time at midnight as the end of the day before, "hết ngày 14/12/2026", so that nobody takes it for a day more; undefined
 * for any other time.
 *
 * @param zone IANA name
 */
export const endOfDayText = (dueAt: Date, zone: string, language: string): string | undefined => {
  const shown = (at: Date, what: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...what }).format(at)
  if (shown(dueAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) !== '00:00') return
  const before = new Date(dueAt.getTime() - 1)
  const day = shown(before, { day: '2-digit', month: '2-digit', year: 'numeric' })
  return language === 'en' ? `the end of ${day}` : `hết ngày ${day}`
}
