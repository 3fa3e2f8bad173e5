import { letterWords } from './letterWords.ts'
import { digitWords, numberWords } from './numberWords.ts'
import type { Reading, Rule } from './reading.ts'
import { END, START } from './reading.ts'

const signs: Readonly<Record<string, string>> = {
  '@': 'a còng', '.': 'chấm', '-': 'gạch ngang', _: 'gạch dưới', '/': 'gạch chéo', ':': 'hai chấm', '?': 'chấm hỏi',
  '=': 'bằng', '&': 'và', '#': 'dấu thăng', '%': 'phần trăm', '+': 'cộng', '~': 'dấu ngã',
} // prettier-ignore

/** An address on the Internet, sign by sign; what no Vietnamese can say as a word is spelled. */
const readAddress = (address: string): string =>
  (address.match(/\d+|\p{L}+|[^\p{L}\d]/gu) ?? [])
    .map((part) => {
      if (/^\d+$/.test(part)) return digitWords(part)
      if (/^\p{L}+$/u.test(part))
        return /[aeiouyàáâãèéêìíòóôõùúý]/iu.test(part) ? part.toLowerCase() : letterWords(part)
      return signs[part] ?? ''
    })
    .filter(Boolean)
    .join(' ')

/** The signs of a document: "QĐ-UBND" is "quyết định, ủy ban nhân dân". */
const readSigns = (text: string, { abbreviations }: Reading): string =>
  text
    .split(/[-–]/)
    .map((sign) => abbreviations[sign] ?? (/\d/.test(sign) ? readMixed(sign) : letterWords(sign)))
    .join(', ')

/** Letters and digits of one code, each as it is said alone. */
const readMixed = (code: string): string =>
  (code.match(/\d+|\p{L}+/gu) ?? [])
    .map((part) => {
      if (/\d/.test(part)) return part.startsWith('0') ? digitWords(part) : numberWords(part)
      return part.length > 3 && /[aeiouy]/i.test(part.slice(1))
        ? part.toLowerCase()
        : letterWords(part)
    })
    .join(' ')

/** Addresses, document numbers and other codes of letters and digits. */
export const readCodes: Rule[] = [
  {
    pattern: /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
    read: ({ whole }) => readAddress(whole),
  },
  {
    pattern: /(?:https?:\/\/|www\.)[^\s<>"'()]*[^\s<>"'().,;:!?…]/giu,
    read: ({ whole }) => readAddress(whole.replace(/^https?:\/\//i, '').replace(/^www\./i, '')),
  },
  {
    pattern: new RegExp(
      `${START}[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:vn|com|net|org|edu|gov|info|io)(?:/[^\\s<>"'()]*[^\\s<>"'().,;:!?…])?${END}`,
      'giu',
    ),
    read: ({ whole }) => readAddress(whole),
  },
  {
    pattern: new RegExp(
      `${START}(\\d{1,6})/(\\d{4})/(\\p{Lu}[\\p{L}\\d]*(?:[-–][\\p{L}\\d]+)*)${END}`,
      'gu',
    ),
    read: ({ groups: [number = '', year = '', code = ''] }, reading) =>
      `${numberWords(number, reading.manner)}, năm ${numberWords(year, reading.manner)}, ${readSigns(code, reading)}`,
  },
  {
    pattern: new RegExp(
      `${START}(\\d{1,6})/(\\p{Lu}[\\p{L}\\d]*(?:[-–][\\p{L}\\d]+)*)${END}`,
      'gu',
    ),
    read: ({ groups: [number = '', code = ''] }, reading) =>
      `${numberWords(number, reading.manner)}, ${readSigns(code, reading)}`,
  },
  {
    pattern: new RegExp(
      `${START}(?:(QL|TL)\\.?\\s?|(ĐT|CT)\\.?)([1-9]\\d{0,3})(\\p{Lu})?(?![\\p{L}\\p{N}]|[.,/]\\d)`,
      'gu',
    ),
    read: ({ groups: [free, stuck, number = '', letter] }, { manner }) => {
      const roads: Record<string, string> = {
        QL: 'quốc lộ',
        TL: 'tỉnh lộ',
        ĐT: 'đường tỉnh',
        CT: 'cao tốc',
      }
      return [
        roads[free ?? stuck ?? ''],
        numberWords(number, manner),
        ...(letter ? [letterWords(letter)] : []),
      ].join(' ')
    },
  },
  {
    pattern: new RegExp(`${START}(Covid|COVID|SARS|H5N1|A/H5N1)-(\\d+)${END}`, 'gu'),
    read: ({ groups: [name = '', number = ''] }) => `${name.toLowerCase()} ${numberWords(number)}`,
  },
]

/** What is left of letters and digits together: "5G", "A1", "H5N1", "PM2.5". */
export const readMixedCodes: Rule[] = [
  {
    pattern: new RegExp(`${START}PM\\s?(\\d+)(?:[.,](\\d+))?${END}`, 'gu'),
    read: ({ groups: [whole = '', part] }) =>
      `pê mờ ${numberWords(whole)}${part ? ` phẩy ${numberWords(part)}` : ''}`,
  },
  {
    pattern: /(?=[\p{L}\d/-]*\d)(?=[\p{L}\d/-]*\p{L})[\p{L}\d]+(?:[/-][\p{L}\d]+)*/gu,
    read: ({ whole }) => readMixed(whole),
  },
]
