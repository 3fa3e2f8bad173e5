import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'

/** How much time is left, in words, and whether it is over: "còn 3 giờ", "quá hạn 2 ngày". */
export const dueWords = (
  dueAt: string,
  now: Date,
  language: string,
): { text: string; isLate: boolean } => {
  const words = wordsOf(language)
  const left = Date.parse(dueAt) - now.getTime()
  const minutes = Math.max(1, Math.round(Math.abs(left) / 60_000))
  const hours = Math.round(minutes / 60)
  const time =
    minutes < 60
      ? fill(words.minutes, { n: minutes })
      : hours < 48
        ? fill(words.hours, { n: hours })
        : fill(words.days, { n: Math.round(hours / 24) })
  return { text: fill(left < 0 ? words.overDue : words.inDue, { time }), isLate: left < 0 }
}
