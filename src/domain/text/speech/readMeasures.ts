import type { Reading, Rule } from './reading.ts'
import { END, NUMBER, readNumber, START } from './reading.ts'
import { unitWords } from './unitWords.ts'

const escaped = (text: string) => text.replaceAll(/[$]/g, String.raw`\$&`)
const unit = Object.keys(unitWords)
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')
const range = String.raw`\s*[-–—~]\s*`
/** A unit, perhaps per another: km/h, m3/s, đồng/kg, đồng/người. */
const measure = String.raw`(${unit})(?:\s?/\s?(${unit}|\p{Ll}+))?(?![\p{L}\p{N}])`

const rate = (first: string, second: string | undefined): string => {
  const said = unitWords[first] ?? first
  if (second === undefined) return said
  const below = unitWords[second]
  if (below === undefined) return `${said} mỗi ${second}`
  return second === 'h' || second === 's' ? `${said} trên ${below}` : `${said} một ${below}`
}

const minus = (before: string, sign: string | undefined) =>
  sign === undefined ? '' : /[\p{L}\p{N})]$/u.test(before) ? ' ' : 'âm '

/** Numbers with what they count: per cent, money, measures; and from one to another. */
export const readMeasures: Rule[] = [
  {
    pattern: new RegExp(`${START}(${NUMBER})\\s?(%|‰)?${range}(${NUMBER})\\s?(%|‰)`, 'gu'),
    read: ({ groups: [from = '', , to = '', sign] }, reading) =>
      `${readNumber(from, reading)} đến ${readNumber(to, reading)} phần ${sign === '%' ? 'trăm' : 'nghìn'}`,
  },
  {
    pattern: new RegExp(`${START}(${NUMBER})\\s?(%|‰)`, 'gu'),
    read: ({ groups: [number = '', sign] }, reading) =>
      `${readNumber(number, reading)} phần ${sign === '%' ? 'trăm' : 'nghìn'}`,
  },
  {
    pattern: new RegExp(`${START}(${NUMBER})${range}(${NUMBER})\\s?${measure}`, 'gu'),
    read: ({ groups: [from = '', to = '', first = '', second] }, reading) =>
      `${readNumber(from, reading)} đến ${readNumber(to, reading)} ${rate(first, second)}`,
  },
  {
    pattern: new RegExp(`([-−])?${START}(${NUMBER})\\s?${measure}`, 'gu'),
    read: ({ groups: [sign, number = '', first = '', second], before }, reading) =>
      `${minus(before, sign)}${readNumber(number, reading)} ${rate(first, second)}`,
  },
  {
    pattern: new RegExp(`([$€₫])\\s?(${NUMBER})${END}`, 'gu'),
    read: ({ groups: [sign = '', number = ''] }, reading) =>
      `${readNumber(number, reading)} ${unitWords[sign]}`,
  },
  {
    pattern: new RegExp(`(đồng|người|hộ|lượt|ca)/(\\p{Ll}+|m2|m3)${END}`, 'gu'),
    read: ({ groups: [first, second = ''] }) => `${first} ${rate('', second).trim()}`,
  },
]

/** Numbers that count nothing in particular. */
export const readNumbers: Rule[] = [
  {
    pattern: new RegExp(`(thứ)\\s+([1-4])${END}`, 'giu'),
    read: ({ groups: [word, number] }) => {
      return `${word} ${['nhất', 'hai', 'ba', 'tư'][Number(number) - 1]}`
    },
  },
  {
    pattern: new RegExp(`${START}(${NUMBER})${range}(${NUMBER})${END}`, 'gu'),
    read: ({ groups: [from = '', to = ''] }, reading) =>
      `${readNumber(from, reading)} đến ${readNumber(to, reading)}`,
  },
  {
    pattern: new RegExp(`${START}(\\d+)/(\\d+)${END}`, 'gu'),
    read: ({ groups: [from = '', to = ''] }, reading) =>
      `${readNumber(from, reading)} trên ${readNumber(to, reading)}`,
  },
  {
    pattern: new RegExp(`([-−])?(${NUMBER})`, 'gu'),
    read: ({ groups: [sign, number = ''], before, after }, reading: Reading) =>
      spaced(`${minus(before, sign)}${readNumber(number, reading)}`, before, after),
  },
]

/** Words do not stick to what stands beside the digits. */
const spaced = (words: string, before: string, after: string): string =>
  `${/[\p{L}]$/u.test(before) ? ' ' : ''}${words}${/^[\p{L}\d]/u.test(after) ? ' ' : ''}`
