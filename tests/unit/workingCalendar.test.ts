import { expect, test } from 'vitest'
import { workingDays } from '#config/profiles/workingDays.ts'
import { CalendarOutOfRange, workingCalendar } from '#domain/calendar/workingCalendar.ts'

const calendar = workingCalendar({
  restDays: [6, 7],
  days: workingDays,
  years: { from: 2025, to: 2027 },
})

test.each([
  ['2025-05-02', false, 'swapped day off'],
  ['2025-04-26', true, 'Saturday worked instead'],
  ['2026-01-02', false, 'swapped day off'],
  ['2026-01-10', true, 'Saturday worked instead'],
  ['2026-02-18', false, 'Tết'],
  ['2026-04-27', false, 'in lieu of a holiday on a Sunday'],
  ['2026-08-22', true, 'Saturday worked instead'],
  ['2026-11-24', false, 'Culture Day, from 2026'],
  ['2025-11-24', true, 'no Culture Day yet'],
  ['2026-11-22', false, 'Sunday'],
])('%s worked: %s (%s)', (day, isWorked) => {
  expect(calendar.isWorkingDay(day)).toBe(isWorked)
})

test('a deadline counts from the next working day and skips Tết', () => {
  expect(calendar.addWorkingDays('2026-02-13', 2)).toBe('2026-02-24')
  expect(calendar.addWorkingDays('2026-11-23', 1)).toBe('2026-11-25')
  expect(calendar.addWorkingDays('2026-11-21', 1)).toBe('2026-11-23')
})

test('outside the years of its notices the calendar refuses', () => {
  expect(() => calendar.isWorkingDay('2028-01-03')).toThrow(CalendarOutOfRange)
  expect(() => calendar.addWorkingDays('2027-12-30', 5)).toThrow(CalendarOutOfRange)
})
