import type { NumberManner } from './numberWords.ts'
import { digitWords, numberWords } from './numberWords.ts'

/** What a piece of text is read with. */
export type Reading = {
  abbreviations: Readonly<Record<string, string>>
  manner: NumberManner
}

/** One kind of thing in a text and how it is said. */
export type Rule = {
  /** Global and Unicode. */
  pattern: RegExp
  /** Returns what is said; undefined leaves the piece as it is. */
  read: (match: Found, reading: Reading) => string | undefined
}

/** A piece that was found: its groups, and what stands around it. */
export type Found = {
  whole: string
  groups: readonly (string | undefined)[]
  before: string
  after: string
}

/** Nothing of a word or number directly before. */
export const START = String.raw`(?<![\p{L}\p{N}])`
/** Nothing of a word or number directly after. */
export const END = String.raw`(?![\p{L}\p{N}])`
/** A number as Vietnamese texts write it: groups of three after dots, decimals after a comma. */
export const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?`

/** A number in words: groups, decimals; a leading zero ("05 xã") is not said. */
export const readNumber = (text: string, { manner }: Reading): string => {
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)
  const isEnglish = /^\d{1,3}(?:,\d{3}){2,}$/.test(text)
  const plain = isGrouped ? text.replaceAll('.', '') : isEnglish ? text.replaceAll(',', '') : text
  const [whole = '0', decimals] = plain.split(/[.,]/)
  const first =
    /^0\d{2,}$/.test(whole) && decimals === undefined
      ? digitWords(whole)
      : numberWords(whole, manner)
  return decimals === undefined ? first : `${first} phẩy ${readDecimals(decimals, manner)}`
}

/** Two decimals are a number ("phẩy sáu mươi hai"); more, or a zero first, are digits. */
const readDecimals = (digits: string, manner: NumberManner): string =>
  digits.length <= 2 && !digits.startsWith('0') ? numberWords(digits, manner) : digitWords(digits)
