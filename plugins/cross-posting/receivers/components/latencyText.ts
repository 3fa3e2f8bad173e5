import { fill } from '#domain/text/fill.ts'
import type { ReceiverWords } from '../receiverWords.ts'

/** Milliseconds as people read them: `120 ms`, `2,5 giây`. */
export const latencyText = (
  milliseconds: number | null,
  words: ReceiverWords,
  language: string,
): string => {
  if (milliseconds === null) return words.nothing
  if (milliseconds < 1000) return fill(words.milliseconds, { n: Math.round(milliseconds) })
  const seconds = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    maximumFractionDigits: 1,
  }).format(milliseconds / 1000)
  return fill(words.seconds, { n: seconds })
}
