import { expect, test } from 'vitest'
import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'

test('one thing is told otherwise than several', () => {
  const text = '{n} {n?device:devices} in {place}'
  expect(fill(text, { n: 1, place: 'Ba Đình' })).toBe('1 device in Ba Đình')
  expect(fill(text, { n: 0, place: 'Ba Đình' })).toBe('0 devices in Ba Đình')
  expect(fill(text, { n: 21, place: '{n}' })).toBe('21 devices in {n}')
  expect(fill('{unknown}', {})).toBe('{unknown}')
})

test.each([
  [0, '0 giây', '0 s'],
  [45, '45 giây', '45 s'],
  [133, '2 phút 13 giây', '2 min 13 s'],
  [300, '5 phút', '5 min'],
  [49 * 60, '49 phút', '49 min'],
  [58 * 60, 'gần 1 giờ', 'nearly 1 h'],
  [127 * 60, '2 giờ 7 phút', '2 h 7 min'],
  [239 * 60, 'gần 4 giờ', 'nearly 4 h'],
  [2 * 3600, '2 giờ', '2 h'],
  [23.5 * 3600, 'gần 1 ngày', 'nearly 1 d'],
  [76 * 3600, '3 ngày 4 giờ', '3 d 4 h'],
])('%i seconds are %s', (seconds, vi, en) => {
  expect(lengthText(seconds, 'vi')).toBe(vi)
  expect(lengthText(seconds, 'en')).toBe(en)
})
