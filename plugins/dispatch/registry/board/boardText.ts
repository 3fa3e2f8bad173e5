import { fill } from '#domain/text/fill.ts'
import type { Words } from '../registryWords.ts'
import type { BoardRow } from './readBoard.ts'

const wordOf = (words: Words, key: string, otherwise: string): string =>
  key in words ? words[key as keyof Words] : otherwise

/** A class of devices in words. */
export const classText = (deviceClass: string, words: Words): string =>
  wordOf(words, `class_${deviceClass}`, deviceClass)

/** A state of the lifecycle in words. */
export const lifecycleText = (lifecycle: string, words: Words): string =>
  wordOf(words, `lifecycle_${lifecycle}`, lifecycle)

/** How a device is, in words; one that is not in service says why. */
export const standingText = (
  row: Pick<BoardRow, 'standing' | 'lifecycle'>,
  words: Words,
): string =>
  row.standing === 'out' ? lifecycleText(row.lifecycle, words) : words[`standing_${row.standing}`]

const oneDecimal = (value: number, language: string): string =>
  value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })

/** Free storage, told in bytes, as people say it. */
export const storageText = (bytes: number | null, language: string): string => {
  if (bytes === null) return '–'
  const megabytes = bytes / 1_000_000
  return megabytes >= 1000
    ? `${oneDecimal(megabytes / 1000, language)} GB`
    : `${Math.round(megabytes)} MB`
}

/** A clock offset; small ones are none. */
export const offsetText = (offsetMs: number | null, words: Words, language: string): string => {
  if (offsetMs === null) return '–'
  if (Math.abs(offsetMs) < 500) return words.onTime
  const seconds = oneDecimal(Math.abs(offsetMs) / 1000, language)
  return fill(offsetMs > 0 ? words.ahead : words.behind, { seconds })
}
