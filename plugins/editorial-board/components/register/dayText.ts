import { fill } from '#domain/text/fill.ts'
import type { RegisterWords } from './registerWords.ts'

/** A day (YYYY-MM-DD) as people here write it: `24/11/2026`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')

/** First and last day in words. */
export const termText = (
  term: { startsOn: string; endsOn: string | null },
  words: RegisterWords,
): string =>
  term.endsOn === null
    ? fill(words.fromOn, { from: dayText(term.startsOn) })
    : fill(words.fromTo, { from: dayText(term.startsOn), to: dayText(term.endsOn) })
