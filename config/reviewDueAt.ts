import { profile } from './profiles/index.ts'

const HOUR = 3_600_000

/** When a submission counts as late: the profile's hours of work, counted through office hours on weekdays. */
export const reviewDueAt = (at: Date, lane: 'normal' | 'emergency'): Date => {
  let left = profile.reviewHours[lane] * HOUR
  let now = at.getTime()
  for (let day = 0; day < 60; day += 1) {
    for (const [from, to] of officeHoursOn(now)) {
      const start = Math.max(from, at.getTime())
      if (start >= to) continue
      if (to - start >= left) return new Date(start + left)
      left -= to - start
    }
    now += 24 * HOUR
  }
  return new Date(now)
}

/** The office hours of the day of an instant, in Asia/Ho_Chi_Minh (UTC+7, no daylight saving); none at weekends. */
const officeHoursOn = (instant: number): [number, number][] => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(instant)
  const weekday = new Date(`${day}T12:00:00+07:00`).getUTCDay()
  if (weekday === 0 || weekday === 6) return []
  return profile.officeHours.map(({ from, to }) => [
    Date.parse(`${day}T${from}:00+07:00`),
    Date.parse(`${day}T${to}:00+07:00`),
  ])
}
