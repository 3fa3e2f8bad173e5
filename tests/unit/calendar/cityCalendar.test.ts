import { expect, test } from 'vitest'
import { workingDays } from '#config/profiles/workingDays.ts'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'

test.each([
  ['2025-01-27', false, 'Tết'],
  ['2025-04-07', false, 'Hùng Kings'],
  ['2025-04-26', true, 'Saturday worked instead'],
  ['2025-04-30', false, 'Reunification Day'],
  ['2025-05-02', false, 'swapped day off'],
  ['2025-09-01', false, 'second day of National Day'],
  ['2025-11-24', true, 'no Culture Day yet'],
  ['2026-01-02', false, 'swapped day off'],
  ['2026-01-10', true, 'Saturday worked instead'],
  ['2026-02-18', false, 'Tết'],
  ['2026-02-23', true, 'after Tết'],
  ['2026-04-27', false, 'in lieu of a holiday on a Sunday'],
  ['2026-04-29', true, 'no swap at 30 April'],
  ['2026-08-22', true, 'Saturday worked instead'],
  ['2026-08-31', false, 'swapped day off'],
  ['2026-11-22', false, 'Sunday'],
  ['2026-11-24', false, 'Culture Day, from 2026'],
])('%s worked: %s (%s)', (day, isWorked) => {
  expect(calendar.isWorkingDay(day)).toBe(isWorked)
})

test('a year has as many working days as its notices leave', () => {
  expect(calendar.workingDaysBetween('2025-01-01', '2025-12-31')).toBe(261 - 12 + 1)
  expect(calendar.workingDaysBetween('2026-01-01', '2026-12-31')).toBe(261 - 14 + 2)
})

test('2027 is provisional, every row of it and every other day; 2026 is not', () => {
  expect(calendar.isProvisional('2027-03-03')).toBe(true)
  expect(calendar.isProvisional('2026-12-31')).toBe(false)
  const in27 = workingDays.filter((day) => day.date.startsWith('2027'))
  expect(in27).toHaveLength(12)
  expect(in27.filter((day) => !day.isProvisional)).toEqual([])
})

test('a deadline counts from the next working day and skips Tết', () => {
  expect(calendar.addWorkingDays('2026-02-13', 2)).toBe('2026-02-24')
  expect(calendar.addWorkingDays('2026-11-23', 1)).toBe('2026-11-25')
  expect(calendar.addWorkingDays('2026-11-21', 1)).toBe('2026-11-23')
})

test('counting back from a day after Tết reaches the days before', () => {
  expect(calendar.addWorkingDays('2026-02-24', -2)).toBe('2026-02-13')
  expect(calendar.addWorkingDays('2026-02-18', -1)).toBe('2026-02-13')
  expect(calendar.addWorkingDays('2026-02-18', 0)).toBe('2026-02-18')
})

test('days in between include the last and not the first', () => {
  expect(calendar.workingDaysBetween('2026-02-13', '2026-02-24')).toBe(2)
  expect(calendar.workingDaysBetween('2026-02-24', '2026-02-13')).toBe(-2)
  expect(calendar.workingDaysBetween('2026-02-14', '2026-02-22')).toBe(0)
})

test('outside the years of its notices the calendar refuses', () => {
  for (const ask of [
    () => calendar.isWorkingDay('2028-01-03'),
    () => calendar.addWorkingDays('2027-12-30', 5),
    () => calendar.addWorkingDays('2025-01-02', -1),
    () => calendar.addWorkingMinutes(new Date('2027-12-31T09:00:00Z'), 61),
    () => calendar.addWorkingMinutes(new Date('2025-01-02T02:00:00Z'), -61),
    () => calendar.nextWorkingInstant(new Date('2027-12-31T10:00:00Z')),
    () => calendar.previousWorkingInstant(new Date('2025-01-01T10:00:00Z')),
    () => calendar.workingMinutesBetween(new Date('2024-12-31Z'), new Date('2025-02-03Z')),
    () => calendar.officeHoursOn('2024-12-31'),
    () => calendar.isProvisional('2028-06-01'),
  ])
    expect(ask).toThrow(CalendarOutOfRange)
})

test('what is no day is refused as such', () => {
  expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(RangeError)
  expect(() => calendar.addWorkingDays('2026-02-03', 1.5)).toThrow(RangeError)
  expect(() => calendar.endOfWork('2026-11-24')).toThrow(RangeError)
})

test('days have their instants also where nothing is known of their work', () => {
  expect(calendar.startOfDay('2026-11-24')).toEqual(new Date('2026-11-23T17:00:00Z'))
  expect(calendar.startOfDay('2028-01-01')).toEqual(new Date('2027-12-31T17:00:00Z'))
  expect(calendar.dayOf(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
  expect(calendar.dayOf(new Date('2026-11-23T16:59:59.999Z'))).toBe('2026-11-23')
  expect(calendar.dayOf(new Date('2030-05-05T17:00:00Z'))).toBe('2030-05-06')
})
