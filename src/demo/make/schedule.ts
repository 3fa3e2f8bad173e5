import { addDays, at, dayOf } from '../clock.ts'
import type { Random } from '../random.ts'
import { isWorkingDay } from './workingDay.ts'

/** Starts of the city's three windows (P-13.2a.1): morning and afternoon office hours, evening. */
const windows = [
  ['08:02', 40],
  ['13:34', 40],
  ['18:40', 90],
] as const

/** The city's releases: three a day for `recentDays`, today's windows so far included, and `older` ones over the year before. */
export const citySchedule = (args: {
  now: Date
  recentDays: number
  older: number
  random: Random
}): Date[] => {
  const { now, recentDays, older, random } = args
  const today = dayOf(now)
  const times: Date[] = []
  for (let back = 0; back < recentDays; back += 1) {
    for (const [start, spread] of windows) {
      const time = at(addDays(today, -back), start).getTime() + random.whole(0, spread * 60) * 1000
      if (time <= now.getTime()) times.push(new Date(time))
    }
  }
  return [
    ...times,
    ...spreadSchedule({ now, count: older, from: recentDays, to: 364, random }),
  ].sort(byTime)
}

/** `count` releases in office hours of working days between `from` and `to` days ago. */
export const spreadSchedule = (args: {
  now: Date
  count: number
  from: number
  to: number
  random: Random
}): Date[] => {
  const { now, count, from, to, random } = args
  const today = dayOf(now)
  return Array.from({ length: count }, () => {
    let day = addDays(today, -random.whole(Math.max(from, 1), to))
    while (!isWorkingDay(day)) day = addDays(day, -1)
    const minutes = random.chance(0.5) ? random.whole(485, 690) : random.whole(815, 1010)
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return new Date(at(day, time).getTime() + random.whole(0, 59_000))
  }).sort(byTime)
}

const byTime = (left: Date, right: Date) => left.getTime() - right.getTime()
