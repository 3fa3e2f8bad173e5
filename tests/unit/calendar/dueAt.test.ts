import { describe, expect, test } from 'vitest'
import { workingDays } from '#config/profiles/workingDays.ts'
import { calendarSource, workingCalendar as calendar } from '#config/workingCalendar.ts'
import { createCalendar } from '#domain/calendar/createCalendar.ts'
import { dateDueAt } from '#domain/calendar/dateDueAt.ts'
import { dueAt } from '#domain/calendar/dueAt.ts'
import type { Counting, Duration } from '#domain/calendar/dueAt.ts'
import { knownYears } from '#domain/calendar/knownYears.ts'

const at = (text: string) => new Date(`${text}+07:00`)
const next: Counting = { firstDay: 'next', until: 'endOfWork' }
const same: Counting = { firstDay: 'same', until: 'endOfWork' }
const clock: Counting = { firstDay: 'next', until: 'sameTime' }
const day: Counting = { firstDay: 'next', until: 'endOfDay' }

const table: [string, string, Duration, Counting, string][] = [
  ['the Friday evening before Tết', '2026-02-13T20:00', { workingDays: 2 }, next, '2026-02-24T17:00'],
  ['the event’s day counted, in time', '2026-02-12T09:00', { workingDays: 2 }, same, '2026-02-13T17:00'],
  ['the event’s day counted, too late for it', '2026-02-13T20:00', { workingDays: 2 }, same, '2026-02-24T17:00'],
  ['the event’s day counted, but off', '2026-02-14T09:00', { workingDays: 1 }, same, '2026-02-23T17:00'],
  ['a swapped Saturday is worked', '2026-01-09T10:00', { workingDays: 1 }, next, '2026-01-10T17:00'],
  ['30 April and the make-up of 2026', '2026-04-24T10:00', { workingDays: 4 }, next, '2026-05-05T17:00'],
  ['the swap of 2025', '2025-04-25T10:00', { workingDays: 3 }, next, '2025-04-29T17:00'],
  ['24 November 2026', '2026-11-23T08:00', { workingDays: 1 }, next, '2026-11-25T17:00'],
  ['24 November 2025', '2025-11-21T08:00', { workingDays: 1 }, next, '2025-11-24T17:00'],
  ['one working day to the minute', '2026-11-23T10:20', { workingDays: 1 }, clock, '2026-11-25T10:20'],
  ['to the end of the day', '2026-11-23T10:20', { workingDays: 1 }, day, '2026-11-26T00:00'],
  ['a month’s end', '2026-08-28T10:00', { workingDays: 1 }, next, '2026-09-03T17:00'],
  ['a year’s end', '2025-12-31T16:30', { workingMinutes: 60 }, next, '2026-01-05T08:30'],
  ['hours by the clock', '2026-02-13T20:00', { hours: 24 }, next, '2026-02-14T20:00'],
  ['calendar days', '2026-02-13T20:00', { days: 3 }, day, '2026-02-17T00:00'],
  ['calendar days that end at Tết', '2026-02-13T20:00', { days: 3 }, next, '2026-02-23T17:00'],
  ['calendar days, the first counted', '2026-02-10T20:00', { days: 3 }, same, '2026-02-12T17:00'],
  ['months from the 31st', '2025-08-31T09:00', { months: 6 }, clock, '2026-02-28T09:00'],
  ['months that end on a Sunday', '2026-05-22T09:00', { months: 6 }, next, '2026-11-23T17:00'],
  ['the same working day', '2026-11-23T11:00', { sameWorkingDay: true }, next, '2026-11-23T17:00'],
  ['the same day, over lunch', '2026-11-23T12:30', { sameWorkingDay: true }, next, '2026-11-23T17:00'],
  ['the same day, when offices have closed', '2026-11-23T17:00', { sameWorkingDay: true }, next, '2026-11-25T17:00'],
] // prettier-ignore

test.each(table)('%s', (_name, event, duration, counting, due) => {
  expect(dueAt(calendar, at(event), duration, counting)).toEqual(at(due))
})

describe('due dates of the year', () => {
  test('“chậm nhất vào ngày 14/3” includes the day', () => {
    const due = dateDueAt(calendar, '2026-03-14', { isInclusive: true })
    expect(due).toEqual(at('2026-03-15T00:00'))
  })
  test('“trước ngày 25/12” ends as the day begins', () => {
    const due = dateDueAt(calendar, '2026-12-25', { isInclusive: false })
    expect(due).toEqual(at('2026-12-25T00:00'))
  })
})

test('the same time keeps to the clock when summer time has begun in between', () => {
  const berlin = createCalendar({
    ...calendarSource,
    ...knownYears(workingDays),
    days: [],
    zone: 'Europe/Berlin',
  })
  const due = dueAt(berlin, new Date('2026-03-27T09:00+01:00'), { workingDays: 1 }, clock)
  expect(due).toEqual(new Date('2026-03-30T09:00+02:00'))
  const onTheDay = dueAt(berlin, new Date('2026-03-29T09:00+02:00'), { days: 1 }, clock)
  expect(onTheDay).toEqual(new Date('2026-03-30T09:00+02:00'))
})
