import { numberWords } from './numberWords.ts'
import type { Rule } from './reading.ts'
import { END, START } from './reading.ts'

const isHour = (text: string) => Number(text) <= 24
const isSixty = (text: string | undefined) => text === undefined || Number(text) < 60

const said = (hour: string, minute: string | undefined, second?: string): string =>
  [
    `${numberWords(hour)} giờ`,
    ...(Number(minute ?? 0) > 0 || second ? [`${numberWords(minute ?? '0')} phút`] : []),
    ...(second ? [`${numberWords(second)} giây`] : []),
  ].join(' ')

/** Hours of the day: 8h30, 8g30, 17:00, 08:20:15, and from one to another. */
export const readTimes: Rule[] = [
  {
    pattern: new RegExp(
      `${START}(\\d{1,2})\\s?(?:h|g|giờ)\\s?(\\d{2})?['’p]?\\s*[-–]\\s*(\\d{1,2})\\s?(?:h|g|giờ)\\s?(\\d{2})?['’p]?${END}`,
      'giu',
    ),
    read: ({ groups: [a = '', b, c = '', d] }) =>
      isHour(a) && isSixty(b) && isHour(c) && isSixty(d)
        ? `${said(a, b)} đến ${said(c, d)}`
        : undefined,
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})${END}`, 'gu'),
    read: ({ groups: [a = '', b = '', c = '', d = ''] }) =>
      isHour(a) && isSixty(b) && isHour(c) && isSixty(d)
        ? `${said(a, b)} đến ${said(c, d)}`
        : undefined,
  },
  {
    pattern: new RegExp(
      `${START}(\\d{1,2})(?:\\s?h\\s?(\\d{2})?|g(\\d{2}))['’p]?(?![\\p{L}\\p{N}:/])`,
      'giu',
    ),
    read: ({ groups: [hour = '', afterH, afterG] }) => {
      const minute = afterH ?? afterG
      return isHour(hour) && isSixty(minute) ? said(hour, minute) : undefined
    },
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?${END}`, 'gu'),
    read: ({ groups: [hour = '', minute = '', second], after }) =>
      isHour(hour) && isSixty(minute) && isSixty(second)
        ? said(hour, minute, second) + (/^\s*giờ/i.test(after) ? ',' : '')
        : undefined,
  },
]
