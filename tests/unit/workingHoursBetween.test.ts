import { expect, test } from 'vitest'
import { workingHoursBetween } from '#config/workingHoursBetween.ts'
import { workingTimeAfter } from '#config/workingTimeAfter.ts'

const at = (text: string) => new Date(`${text}+07:00`)

test.each([
  ['a morning', '2026-11-25T08:00', '2026-11-25T11:30', 3.5],
  ['over lunch', '2026-11-25T11:00', '2026-11-25T14:00', 2],
  ['an evening', '2026-11-25T18:00', '2026-11-25T23:00', 0],
  ['over night', '2026-11-25T16:00', '2026-11-26T09:00', 2],
  ['a holiday', '2026-11-24T08:00', '2026-11-24T17:00', 0],
  ['over a week-end', '2026-11-27T16:00', '2026-11-30T09:00', 2],
  ['over New Year’s Day', '2025-12-31T16:00', '2026-01-02T09:00', 1],
])('%s', (_name, from, to, hours) => {
  expect(workingHoursBetween(at(from), at(to))).toBe(hours)
})

test('counts back what workingTimeAfter counted on', () => {
  for (const hours of [0.5, 4, 8, 13, 40]) {
    const from = at('2026-11-25T15:10')
    expect(workingHoursBetween(from, workingTimeAfter(from, hours))).toBeCloseTo(hours, 6)
  }
})
