import type { TimeLeft } from '#domain/sla/dueWords.ts'
import { theOptions } from '../options.ts'

/** The time to a due time (ISO 8601), counted in working hours where the installation knows them. */
export const timeLeft = (dueAt: string, now: Date): TimeLeft => {
  const { workingHoursBetween, workingDayHours = 8 } = theOptions()
  const due = new Date(dueAt)
  const isLate = due.getTime() < now.getTime()
  const [from, to] = isLate ? [due, now] : [now, due]
  if (!workingHoursBetween) {
    const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000)
    return { isLate, minutes, dayMinutes: 24 * 60, isWorking: false }
  }
  const minutes = Math.floor(workingHoursBetween(from, to) * 60)
  return { isLate, minutes, dayMinutes: workingDayHours * 60, isWorking: true }
}
