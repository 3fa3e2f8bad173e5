import { expect, test } from 'vitest'
import { formatDate, formatLongDate, formatMoment, isoDay } from '#domain/text/formatDate.ts'
import { excerptAround, markWords } from '#domain/text/markWords.ts'
import { readableColour } from '#src/portal/styles/readableColour.ts'

test('dates are told in the city’s zone, whatever zone the server has', () => {
  const lateEvening = '2026-11-23T17:30:00.000Z'
  expect(formatDate(lateEvening)).toBe('24/11/2026')
  expect(isoDay(lateEvening)).toBe('2026-11-24')
  expect(formatMoment(lateEvening, 'vi')).toBe('00:30 ngày 24/11/2026')
  expect(formatLongDate('2026-02-03T02:00:00Z', 'vi')).toBe('ngày 03 tháng 02 năm 2026')
  expect(formatLongDate('2026-11-03T02:00:00Z', 'vi')).toBe('ngày 03 tháng 11 năm 2026')
  expect(formatLongDate('2026-11-03T02:00:00Z', 'en')).toBe('3 November 2026')
})

const found = (text: string, search: string) =>
  markWords(text, search)
    .filter((part) => part.isFound)
    .map((part) => part.text)

test.each([
  ['Đường Hoa Sữa và cầu Đuống', 'duong hoa sua', ['Đường Hoa Sữa', 'Đuống']],
  ['Cầu Đuống, đường mới', 'Đuống', ['Đuống']],
  ['Đường mới', 'đuong', ['Đường']],
  ['Không có gì', 'xyz', []],
  ['Chợ hoa'.normalize('NFD'), 'chợ', ['Chợ']],
])('in "%s" a search for "%s" marks %j', (text, search, expected) => {
  expect(found(text, search)).toEqual(expected)
  expect(
    markWords(text, search)
      .map((part) => part.text)
      .join(''),
  ).toBe(text.normalize('NFC'))
})

test('an excerpt stands around the first word found and cuts no word', () => {
  const text = `${'mở đầu '.repeat(60)}cầu Đuống ${'kết thúc '.repeat(60)}`
  const excerpt = excerptAround(text, 'duong', 120)
  expect(excerpt).toContain('cầu Đuống')
  expect(excerpt.startsWith('… ')).toBe(true)
  expect(excerpt.endsWith(' …')).toBe(true)
  expect(
    excerpt
      .replace(/…/g, '')
      .trim()
      .split(' ')
      .every((word) => text.includes(word)),
  ).toBe(true)
})

test.each([
  ['#9e1b1e', '#9e1b1e'],
  ['red', '#9e1b1e'],
  ['#fff;}', '#9e1b1e'],
  [undefined, '#9e1b1e'],
])('a masthead colour %j becomes %s', (given, expected) => {
  expect(readableColour(given)).toBe(expected)
})
