import { expect, test } from 'vitest'
import { endOfDayText } from '#domain/text/endOfDayText.ts'

const zone = 'Asia/Ho_Chi_Minh'

test.each([
  ['2026-12-15T00:00:00+07:00', 'vi', 'hết ngày 14/12/2026'],
  ['2026-12-15T00:00:00+07:00', 'en', 'the end of 14/12/2026'],
  ['2027-01-01T00:00:00+07:00', 'vi', 'hết ngày 31/12/2026'],
  ['2026-12-15T00:01:00+07:00', 'vi', undefined],
  ['2026-12-15T00:00:00Z', 'vi', undefined],
])('%s in %s is %s', (at, language, text) => {
  expect(endOfDayText(new Date(at), zone, language)).toBe(text)
})
