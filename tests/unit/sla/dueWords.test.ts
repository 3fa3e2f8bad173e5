import { expect, test } from 'vitest'
import { dueWords } from '#domain/sla/dueWords.ts'

const left = (minutes: number, isLate = false) => ({
  minutes,
  isLate,
  dayMinutes: 480,
  isWorking: true,
})

test.each([
  [left(0), 'sắp hết hạn'],
  [left(0, true), 'vừa hết hạn'],
  [left(40), 'còn 40 phút làm việc'],
  [left(190), 'còn 3 giờ làm việc'],
  [left(480), 'còn 1 ngày làm việc'],
  [left(480 + 125, true), 'quá hạn 1 ngày 2 giờ làm việc'],
  [left(480 * 6 + 200, true), 'quá hạn 6 ngày làm việc'],
])('%o is told as “%s”', (time, words) => {
  expect(dueWords(time, 'vi')).toBe(words)
})

test('where no working hours are known, time is that of the clock', () => {
  const time = { minutes: 1500, isLate: false, dayMinutes: 1440, isWorking: false }
  expect(dueWords(time, 'en')).toBe('1 d 1 h left')
})
