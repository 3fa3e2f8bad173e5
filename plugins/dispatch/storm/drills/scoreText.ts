import { fill } from '#domain/text/fill.ts'
import { percentOf } from '../wall/percentOf.ts'
import type { StormWords } from '../stormWords.ts'

/** Scores as people read them. */
export const scoreText = {
  /** A share from 0 to 1: `97 %`. */
  share: (share: number, words: StormWords): string =>
    fill(words.percent, { n: percentOf(share, 1) }),
  /** Seconds; a dash for never. */
  time: (seconds: number | null, words: StormWords): string =>
    seconds === null ? '–' : fill(words.seconds, { n: shortNumber(seconds, words) }),
}

const shortNumber = (seconds: number, words: StormWords): string | number =>
  seconds < 10
    ? seconds.toLocaleString(words.language === 'en' ? 'en-GB' : 'vi-VN', {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      })
    : Math.round(seconds)
