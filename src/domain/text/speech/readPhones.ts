import { digitWords } from './numberWords.ts'
import type { Rule } from './reading.ts'
import { START } from './reading.ts'

/** Groups of digits with a short rest between them. */
const readGroups = (text: string): string => (text.match(/\d+/g) ?? []).map(digitWords).join(', ')

/** What stands before a number that is dialled. */
const dialled =
  /(điện thoại|đt|sđt|hotline|đường dây nóng|số máy|tổng đài|gọi|liên hệ|liên lạc|zalo|fax|bấm|quay số|cấp cứu|cứu hỏa|cứu nạn|báo cháy|công an|nhắn tin)(\s+(ngay|số|số máy|đến|tới|qua|theo|theo số|vào số|là))?[\s:(]*$/iu

/** Telephone numbers, digit by digit. */
export const readPhones: Rule[] = [
  {
    pattern: /\+84[\s.-]?(\d{1,3}(?:[\s.-]?\d{2,4}){2,3})(?!\d)/gu,
    read: ({ groups: [rest = ''] }) => `cộng tám bốn, ${readGroups(rest)}`,
  },
  {
    pattern: new RegExp(
      `${START}\\(?0\\d{1,3}\\)?(?:[\\s.-]?\\d{2,4}){2,3}(?![\\d/]|[.,]\\d|\\s?[-–]\\s?\\d)`,
      'gu',
    ),
    read: ({ whole }) => {
      const digits = whole.replaceAll(/\D/g, '')
      return digits.length >= 9 && digits.length <= 11 ? readGroups(whole) : undefined
    },
  },
  {
    pattern: new RegExp(`${START}1[89]00[\\s.-]?\\d{2,4}(?:[\\s.-]?\\d{2})?(?!\\d|[.,]\\d)`, 'gu'),
    read: ({ whole, before, after }) =>
      /^\s*(đồng|đ|₫|người|hộ|m|km|ha|tấn|kg)/iu.test(after) ||
      (!/[\s.-]/.test(whole.slice(1)) && /năm\s*$/iu.test(before))
        ? undefined
        : readGroups(whole),
  },
  {
    pattern: new RegExp(
      `${START}(\\d{3,8})(?!\\d|[.,/]\\d|\\s*(?:người|hộ|đồng|giờ|phút|lần|ngày))`,
      'gu',
    ),
    read: ({ whole, before }) =>
      dialled.test(before) || /(gọi|số)[^.!?\n]{0,12}\d{3}\s*(,|hoặc|hay|và)\s*$/iu.test(before)
        ? digitWords(whole)
        : undefined,
  },
]
