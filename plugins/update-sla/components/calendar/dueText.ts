import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { CalendarWords } from './calendarWords.ts'

/** A day (YYYY-MM-DD) as people here write it: `24/11/2026`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')

/** A due time; one at midnight is the end of the day before. */
export const dueText = (instant: string, language: string, words: CalendarWords): string => {
  const text = momentText(instant, language)
  if (!/\b(00|24):00\b/.test(text)) return text
  const before = momentText(new Date(Date.parse(instant) - 1).toISOString(), language)
  return fill(words.endOf, { day: /\d{2}\/\d{2}\/\d{4}/.exec(before)?.[0] ?? before })
}
