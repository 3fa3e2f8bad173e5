import { letterWords } from './letterWords.ts'
import { numberWords } from './numberWords.ts'
import type { Rule } from './reading.ts'
import { END, START } from './reading.ts'
import { romanValue } from './roman.ts'

/** Words after which even a single capital is a Roman numeral. */
const numbered =
  /(thế kỷ|quý|khóa|khoá|kỳ|kì|lần|lần thứ|thứ|đại hội|chương|phần|mục|báo động|báo động cấp|mức báo động|cấp|loại|hạng|khu vực|đợt|giai đoạn|vòng|phụ lục|nhóm|bậc|tập|đề án|điều|trung ương)\s+$/iu

const places: Readonly<Record<string, string>> = {
  'P.': 'phường',
  'Q.': 'quận',
  'H.': 'huyện',
  'X.': 'xã',
  'TP.': 'thành phố',
  'Tp.': 'thành phố',
  'TX.': 'thị xã',
  'TT.': 'thị trấn',
  'Đ.': 'đường',
}

/** Syllables that are words in capitals before they are numerals. */
const wordsInCapitals = /^(VI|XI|LI|DI|CI|MI|MIX|CLI|DIM|MIM|LIM)$/

/** Parts of a city before their names: "P. Hoàn Kiếm", "Q.1". */
export const readPlaces: Rule[] = [
  {
    pattern: new RegExp(`${START}(P|Q|H|X|TP|Tp|TX|TT|Đ)\\.\\s?(?=[\\p{Lu}\\d])`, 'gu'),
    read: ({ groups: [sign = ''] }) => `${places[`${sign}.`]} `,
  },
]

/** Roman numerals and abbreviations; what is left in capitals and cannot be said as a word is spelled. */
export const readWords: Rule[] = [
  {
    pattern: new RegExp(`${START}([IVXLC]+)${END}(?!\\.\\p{L})`, 'gu'),
    read: ({ whole, before, after }, { abbreviations, manner }) => {
      const value = romanValue(whole)
      if (value === undefined || abbreviations[whole] !== undefined) return undefined
      const isShouted = /\p{Lu}{2,}\s+$/u.test(before) && /^\s+\p{Lu}{2,}/u.test(after)
      const isSure =
        numbered.test(before) || (whole.length > 1 && !wordsInCapitals.test(whole) && !isShouted)
      if (!isSure) return undefined
      const isFourth = value === 4 && /(quý|thứ)\s+$/iu.test(before)
      const isFirst = value === 1 && /thứ\s+$/iu.test(before)
      return isFourth ? 'tư' : isFirst ? 'nhất' : numberWords(String(value), manner)
    },
  },
  {
    pattern: new RegExp(`${START}\\p{L}+${END}`, 'gu'),
    read: ({ whole, before }, { abbreviations }) => {
      if (!/\p{Lu}.*\p{Lu}/u.test(whole) || !Object.hasOwn(abbreviations, whole)) return undefined
      const said = abbreviations[whole] ?? ''
      // It begins a sentence as the sign did.
      const begins = /(^|[.!?]\s+|\n\s*)$/.test(before)
      return begins ? said.charAt(0).toUpperCase() + said.slice(1) : said
    },
  },
  {
    pattern: new RegExp(`${START}\\p{Lu}{2,8}${END}`, 'gu'),
    read: ({ whole }) =>
      /[AĂÂEÊIOÔƠUƯY\u00C0-\u00DD\u1EA0-\u1EF9]/u.test(whole)
        ? undefined
        : letterWords(whole) || undefined,
  },
]

/** Signs that are said, and those that only please the eye. */
export const readSigns: Rule[] = [
  { pattern: /^[ \t]*[-–—•*·+][ \t]+/gmu, read: () => '' },
  { pattern: /\s*&\s*/gu, read: () => ' và ' },
  { pattern: /\s*%\s*/gu, read: () => ' phần trăm ' },
  { pattern: /(?<=\p{L})\s*\/\s*(?=\p{L})/gu, read: () => ', ' },
  { pattern: /\s*[–—]\s*|\s+-\s+/gu, read: () => ', ' },
  { pattern: /\s*\+\s*/gu, read: () => ' cộng ' },
  { pattern: /\s*=\s*/gu, read: () => ' bằng ' },
  { pattern: /[*_#|<>[\]{}^~`\\°₫$€@/"“”«»]+/gu, read: () => ' ' },
  {
    pattern: /\s*[()]+\s*/gu,
    read: ({ before, after }) =>
      /[.,;:!?]\s*$/.test(before) || before === '' || /^[.,;:!?]|^$/.test(after) ? ' ' : ', ',
  },
  { pattern: /\p{N}/gu, read: () => ' ' },
]
