import { numberWords } from './numberWords.ts'
import type { Reading, Rule } from './reading.ts'
import { END, START } from './reading.ts'

const isDay = (text: string | undefined) => Number(text) >= 1 && Number(text) <= 31
const isMonth = (text: string | undefined) => Number(text) >= 1 && Number(text) <= 12

/** The fourth month is "tháng tư". */
const month = (text: string): string => (Number(text) === 4 ? 'tư' : numberWords(text))
/** The first ten days of a month are "mùng". */
const day = (text: string, before: string): string =>
  Number(text) <= 10 && !/(mùng|mồng)\s*$/i.test(before)
    ? `mùng ${numberWords(text)}`
    : numberWords(text)
const year = (text: string, { manner }: Reading): string => `năm ${numberWords(text, manner)}`

/** A word for a day already stands before. */
const hasDay = (before: string) => /(ngày|mùng|mồng|hôm)\s*$/i.test(before)
const startsDay = (before: string) => (hasDay(before) ? '' : 'ngày ')

/** Words after which "2/9" is a day and no part of something. */
const dayWords =
  /(ngày|mùng|mồng|hôm|hôm nay|sáng|trưa|chiều|tối|đêm|rạng sáng|lễ|dịp|tết|quốc khánh|từ|đến|tới|trước|sau|thứ \p{L}+|chủ nhật|\d{1,2}\/\d{1,2}\s?(và|,|-|–|hoặc|hay))[\s,(]*$/iu

const isDayAndMonth = (d: string, m: string, before: string): boolean =>
  isDay(d) &&
  isMonth(m) &&
  (dayWords.test(before) || Number(d) > 10 || Number(d) > Number(m) || d.startsWith('0'))

/** Days, months, quarters and years. */
export const readDates: Rule[] = [
  {
    pattern: new RegExp(`${START}(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])`, 'gu'),
    read: ({ groups: [y = '', m = '', d = ''], before }, reading) =>
      isDay(d) && isMonth(m)
        ? `${startsDay(before)}${day(d, before)} tháng ${month(m)} ${year(y, reading)}`
        : undefined,
  },
  {
    pattern: new RegExp(
      `${START}(\\d{1,2})\\s*[-–]\\s*(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?${END}`,
      'gu',
    ),
    read: ({ whole, groups: [from = '', to = '', m = '', y], before }, reading) =>
      isDay(from) && isDay(to) && isMonth(m) && Number(from) < Number(to) && /\/|\d{4}/.test(whole)
        ? `${startsDay(before)}${day(from, before)} đến ${startsDay('')}${day(to, '')} tháng ${month(m)}${y ? ` ${year(y, reading)}` : ''}`
        : undefined,
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${END}`, 'gu'),
    read: ({ groups: [d = '', , m = '', y = ''], before }, reading) =>
      isDay(d) && isMonth(m)
        ? `${startsDay(before)}${day(d, before)} tháng ${month(m)} ${year(y, reading)}`
        : undefined,
  },
  {
    pattern: new RegExp(`${START}(quý)\\s+([IV]{1,3}|[1-4])\\s*[/-]\\s*(\\d{4})${END}`, 'giu'),
    read: ({ groups: [word = '', quarter = '', y = ''] }, reading) => {
      const number = ['I', 'II', 'III', 'IV'].indexOf(quarter.toUpperCase()) + 1 || Number(quarter)
      return `${word} ${number === 4 ? 'tư' : numberWords(String(number))} ${year(y, reading)}`
    },
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2})/(\\d{4})(?![\\p{L}\\p{N}/])`, 'gu'),
    read: ({ groups: [m = '', y = ''], before }, reading) =>
      isMonth(m)
        ? `${/tháng\s*$/i.test(before) ? '' : 'tháng '}${month(m)} ${year(y, reading)}`
        : undefined,
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/])`, 'gu'),
    read: ({ groups: [d = '', m = ''], before }, { manner }) => {
      if (d === '24' && m === '7') return 'hai mươi tư trên bảy'
      if (/(số|nhà|ngõ|ngách|hẻm|kiệt)\s*$/iu.test(before)) return undefined
      if (isDayAndMonth(d, m, before)) {
        return `${startsDay(before)}${day(d, before)} tháng ${month(m)}`
      }
      return Number(d) < Number(m)
        ? `${numberWords(d, manner)} phần ${numberWords(m, manner)}`
        : undefined
    },
  },
  {
    pattern: new RegExp(`(tháng)\\s+0?4${END}`, 'giu'),
    read: ({ groups: [word] }) => `${word} tư`,
  },
  {
    pattern: new RegExp(`(ngày)\\s+(0?[1-9]|10)(?=\\s+tháng)`, 'giu'),
    read: ({ groups: [word, d = ''] }) => `${word} ${day(d, '')}`,
  },
]
