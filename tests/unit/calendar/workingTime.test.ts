import { expect, test } from 'vitest'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'
import { createCalendar } from '#domain/calendar/createCalendar.ts'

const at = (text: string) => new Date(`${text}+07:00`)
const rules = {
  zone: 'Asia/Ho_Chi_Minh',
  restDays: [6, 7],
  officeHours: [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ],
  days: [],
  years: { from: 2026, to: 2026 },
}

test.each([
  ['a morning', '2026-11-25T08:00', '2026-11-25T11:30', 3.5],
  ['over lunch', '2026-11-25T11:00', '2026-11-25T14:00', 2],
  ['an evening', '2026-11-25T18:00', '2026-11-25T23:00', 0],
  ['over night', '2026-11-25T16:00', '2026-11-26T09:00', 2],
  ['a holiday', '2026-11-24T08:00', '2026-11-24T17:00', 0],
  ['over a week-end', '2026-11-27T16:00', '2026-11-30T09:00', 2],
  ['a Saturday worked instead', '2026-01-09T16:00', '2026-01-12T08:00', 1 + 8],
  ['over New Year’s Day', '2025-12-31T16:00', '2026-01-02T09:00', 1],
  ['back over lunch', '2026-11-25T14:00', '2026-11-25T11:00', -2],
])('%s', (_name, from, to, hours) => {
  expect(calendar.workingMinutesBetween(at(from), at(to))).toBe(hours * 60)
})

test('time that ends with the office hours does not run into the next', () => {
  expect(calendar.addWorkingMinutes(at('2026-11-25T16:00'), 60)).toEqual(at('2026-11-25T17:00'))
  expect(calendar.addWorkingMinutes(at('2026-11-25T16:00'), 61)).toEqual(at('2026-11-26T08:01'))
  expect(calendar.addWorkingMinutes(at('2026-11-26T09:00'), -60)).toEqual(at('2026-11-26T08:00'))
  expect(calendar.addWorkingMinutes(at('2026-11-26T09:00'), -61)).toEqual(at('2026-11-25T16:59'))
})

test('the next and the last working instant', () => {
  expect(calendar.nextWorkingInstant(at('2026-02-13T17:00'))).toEqual(at('2026-02-23T08:00'))
  expect(calendar.nextWorkingInstant(at('2026-02-13T16:59'))).toEqual(at('2026-02-13T16:59'))
  expect(calendar.previousWorkingInstant(at('2026-02-23T07:59'))).toEqual(at('2026-02-13T17:00'))
  expect(calendar.previousWorkingInstant(at('2026-02-23T08:00'))).toEqual(at('2026-02-23T08:00'))
})

test('on a half day only the first stretch is worked; a unit’s own day holds over the city’s', () => {
  const half = createCalendar({
    ...rules,
    days: [
      { date: '2026-03-04', kind: 'off' },
      { date: '2026-03-04', kind: 'halfDay' },
      { date: '2026-03-07', kind: 'halfDay' },
    ],
  })
  expect(half.endOfWork('2026-03-04')).toEqual(at('2026-03-04T11:30'))
  expect(half.endOfWork('2026-03-05')).toEqual(at('2026-03-05T17:00'))
  expect(half.isWorkingDay('2026-03-07')).toBe(true)
  expect(half.workingMinutesBetween(at('2026-03-04T00:00'), at('2026-03-05T00:00'))).toBe(240)
})

test('on the day summer time begins and ends, office hours keep to the clock', () => {
  const berlin = createCalendar({ ...rules, zone: 'Europe/Berlin', restDays: [] })
  expect(berlin.officeHoursOn('2026-03-28')[0]?.start).toBe(Date.parse('2026-03-28T07:30+01:00'))
  expect(berlin.officeHoursOn('2026-03-29')[0]?.start).toBe(Date.parse('2026-03-29T07:30+02:00'))
  expect(berlin.officeHoursOn('2026-10-25')[1]?.end).toBe(Date.parse('2026-10-25T17:00+01:00'))
})

test('office hours out of order are refused', () => {
  for (const officeHours of [
    [],
    [{ from: '12:00', to: '08:00' }],
    [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ],
  ])
    expect(() => createCalendar({ ...rules, officeHours })).toThrow(RangeError)
})
