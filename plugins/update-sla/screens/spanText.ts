import { fill } from '#domain/text/fill.ts'
import type { SlaWords } from '../components/slaWords.ts'

/** A stretch of clock time in hours, from three days on in days. */
export const spanText = (hours: number | null, words: SlaWords, language: string): string => {
  if (hours === null) return '–'
  const asText = (value: number) =>
    (Math.round(value * 10) / 10).toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  return hours < 72
    ? fill(words.hours, { n: asText(hours) })
    : fill(words.days, { n: asText(hours / 24) })
}
