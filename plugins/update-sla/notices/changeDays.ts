import type { DayChange, ListedDay, Notice } from './notice.ts'

/**
 * What a notice makes of the list of days: its own days are set, and of its full year those that were only expected fall
 * away.
 *
 * @returns the list after it, and each day that is not as before, in order
 */
export const changeDays = (
  days: readonly ListedDay[],
  notice: Notice,
): { after: ListedDay[]; changes: DayChange[] } => {
  const keyOf = (day: { date: string; unit: number | null }) => `${day.date} ${day.unit ?? ''}`
  const before = new Map(days.map((day) => [keyOf(day), day]))
  const after = new Map(before)
  for (const [key, day] of before) {
    const isSettled = notice.fullYear !== null && day.date.startsWith(`${notice.fullYear}-`)
    if (isSettled && day.unit === notice.unit && day.isProvisional) after.delete(key)
  }
  for (const day of notice.days) {
    const set = { ...day, unit: notice.unit, isProvisional: false, instrument: notice.number }
    after.set(keyOf(set), set)
  }
  const inOrder = (a: { date: string }, b: { date: string }) => a.date.localeCompare(b.date)
  const changes = [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((one) => one.before !== one.after)
    .map((one) => {
      const { date, unit } = one.after ?? one.before ?? { date: '', unit: null }
      return { date, unit, ...one }
    })
  return { after: [...after.values()].sort(inOrder), changes: changes.sort(inOrder) }
}
