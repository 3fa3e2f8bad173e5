import { fill } from '../text/fill.ts'

/** How far away a due time is. */
export type TimeLeft = {
  isLate: boolean
  /** Minutes until then, or since; working minutes when `isWorking`. */
  minutes: number
  /** Minutes of a day in this count. */
  dayMinutes: number
  isWorking: boolean
}

const words = {
  vi: {
    minutes: '{n} phút',
    hours: '{n} giờ',
    days: '{n} ngày',
    working: '{time} làm việc',
    left: 'còn {time}',
    late: 'quá hạn {time}',
    soon: 'sắp hết hạn',
    justLate: 'vừa hết hạn',
  },
  en: {
    minutes: '{n} min',
    hours: '{n} h',
    days: '{n} d',
    working: '{time} of work',
    left: '{time} left',
    late: '{time} late',
    soon: 'due now',
    justLate: 'just fell due',
  },
}

/** How much time is left, in words: "còn 3 giờ làm việc", "quá hạn 1 ngày 2 giờ làm việc". */
export const dueWords = (left: TimeLeft, language: string): string => {
  const said = language === 'en' ? words.en : words.vi
  if (left.minutes < 1) return left.isLate ? said.justLate : said.soon
  const days = Math.floor(left.minutes / left.dayMinutes)
  const rest = left.minutes - days * left.dayMinutes
  const hours = Math.floor(rest / 60)
  const parts: string[] = []
  if (days > 0) parts.push(fill(said.days, { n: days }))
  if (hours > 0 && days < 3) parts.push(fill(said.hours, { n: hours }))
  if (parts.length === 0) parts.push(fill(said.minutes, { n: Math.max(1, rest) }))
  const time = parts.join(' ')
  return fill(left.isLate ? said.late : said.left, {
    time: left.isWorking ? fill(said.working, { time }) : time,
  })
}
