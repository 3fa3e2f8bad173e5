import { fill } from '#domain/text/fill.ts'
import type { VersionLine } from '../../obligations/readHistory.ts'
import type { ObligationWords } from './obligationWords.ts'

/** A day (YYYY-MM-DD) as people here write it: `24/11/2026`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')

/** From when to when a version holds, in words. */
export const validityText = (
  { validFrom, validTo, version, enteredBy }: VersionLine,
  words: ObligationWords,
): string => {
  if (validTo) return fill(words.fromTo, { from: dayText(validFrom), to: dayText(validTo) })
  const isSeed = version === 1 && enteredBy === null && validFrom <= '2020-01-01'
  return isSeed ? words.sinceEver : fill(words.from, { from: dayText(validFrom) })
}
