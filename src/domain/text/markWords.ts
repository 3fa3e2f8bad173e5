import { foldVietnamese } from './foldVietnamese.ts'

/** A piece of text and whether it was searched for. */
export type MarkedPart = { text: string; isFound: boolean }

const word = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Text in pieces, the words of a search marked whether or not they were typed with their marks. A word typed with marks
 * is found only where it stands exactly so, if it does anywhere in the text.
 */
export const markWords = (text: string, search: string): MarkedPart[] => {
  const plain = text.normalize('NFC')
  const here = new Set(wordsIn(plain).map((one) => one.toLowerCase()))
  const exact = new Set<string>()
  const folded = new Set<string>()
  for (const wanted of wordsIn(search).map((one) => one.toLowerCase())) {
    const plainWanted = foldVietnamese(wanted)
    if (plainWanted !== wanted && here.has(wanted)) exact.add(wanted)
    else folded.add(plainWanted)
  }
  const isFound = (one: string) => exact.has(one.toLowerCase()) || folded.has(foldVietnamese(one))
  const parts: MarkedPart[] = []
  let end = 0
  for (const match of plain.matchAll(word)) {
    if (!isFound(match[0])) continue
    const between = plain.slice(end, match.index)
    const last = parts.at(-1)
    // Neighbouring words make one mark.
    if (last && /^\s*$/.test(between)) last.text += between + match[0]
    else parts.push({ text: between, isFound: false }, { text: match[0], isFound: true })
    end = match.index + match[0].length
  }
  parts.push({ text: plain.slice(end), isFound: false })
  return parts.filter((part) => part.text !== '')
}

/** About `length` characters of a text around the first word that is searched for, cut between words. */
export const excerptAround = (text: string, search: string, length = 240): string => {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = new Set(wordsIn(search).map(foldVietnamese))
  let at = 0
  for (const match of plain.matchAll(word)) {
    if (!folded.has(foldVietnamese(match[0]))) continue
    at = match.index
    break
  }
  const from = at < length / 3 ? 0 : plain.indexOf(' ', at - length / 3) + 1
  const cut = plain.slice(from, from + length)
  const isWhole = from + length >= plain.length
  return `${from > 0 ? '… ' : ''}${isWhole ? cut : `${cut.replace(/\s+\S*$/, '')} …`}`
}

const wordsIn = (text: string): string[] => text.normalize('NFC').match(word) ?? []
