import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { workingDays } from '#config/profiles/workingDays.ts'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'

const years = [2025, 2026, 2027]
const holidays = new Holidays('VN')

const lunar = (year: number, name: string): Date => {
  const found = holidays
    .getHolidays(year)
    .find((holiday) => holiday.type === 'public' && holiday.name === name)
  if (!found) throw new Error(`date-holidays knows no ${name} in ${year}`)
  return new Date(`${found.date.slice(0, 10)}T00:00:00Z`)
}
const dayOf = (date: Date, later = 0) =>
  new Date(date.getTime() + later * 86_400_000).toISOString().slice(0, 10)
const own = (year: number, reason: string) =>
  workingDays
    .filter((day) => day.date.startsWith(String(year)) && day.reason.includes(reason))
    .map((day) => day.date)

test.each(years)('Hùng Kings’ Day of %i is off, or made up on the next working day', (year) => {
  const date = lunar(year, 'Giỗ tổ Hùng Vương')
  const isWeekend = [0, 6].includes(date.getUTCDay())
  expect(own(year, 'Hùng Vương')).toEqual([dayOf(date, isWeekend ? 1 : 0)])
  expect(calendar.isWorkingDay(dayOf(date))).toBe(false)
})

test.each(years)(
  'Tết of %i: five weekdays off, and no work from the eve to the third day',
  (year) => {
    const date = lunar(year, 'Tết Nguyên Đán')
    const days = own(year, 'Tết Nguyên đán')
    expect(days).toHaveLength(5)
    for (const later of [-1, 0, 1, 2]) expect(calendar.isWorkingDay(dayOf(date, later))).toBe(false)
    expect(calendar.workingDaysBetween(dayOf(date, -3), days.at(-1) ?? '')).toBeLessThan(2)
  },
)
