import { expect, test } from 'vitest'
import { hanoi } from '#config/profiles/hanoi.ts'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'
import { inForce } from '#domain/sla/inForce.ts'
import { windowsEndedBetween } from '#domain/sla/windowsBetween.ts'

const ended = (after: string, until: string) =>
  windowsEndedBetween({
    windowsOn: (day) => inForce(hanoi.obligations, day).filter((one) => one.kind === 'window'),
    after: new Date(after),
    until: new Date(until),
    zone: 'Asia/Ho_Chi_Minh',
    isWorkingDay: calendar.isWorkingDay,
  }).map((one) => `${one.day} ${one.window.code}`)

test('a working day has three windows of the city and two of component sites, in order of their end', () => {
  expect(ended('2026-11-23T00:00:00+07:00', '2026-11-24T00:00:00+07:00')).toEqual([
    '2026-11-23 cityMorning',
    '2026-11-23 componentMorning',
    '2026-11-23 cityAfternoon',
    '2026-11-23 componentAfternoon',
    '2026-11-23 cityEvening',
  ])
})

test('on a public holiday component sites owe nothing, the city still does', () => {
  expect(ended('2026-11-24T00:00:00+07:00', '2026-11-25T00:00:00+07:00')).toEqual([
    '2026-11-24 cityMorning',
    '2026-11-24 cityAfternoon',
    '2026-11-24 cityEvening',
  ])
})

test('a window counts at the instant it ends, once', () => {
  const end = '2026-11-23T09:30:00+07:00'
  expect(ended('2026-11-23T09:29:59+07:00', end)).toEqual(['2026-11-23 cityMorning'])
  expect(ended(end, '2026-11-23T09:31:00+07:00')).toEqual([])
})

test('a week of downtime is judged whole', () => {
  expect(ended('2026-11-16T00:00:00+07:00', '2026-11-23T00:00:00+07:00')).toHaveLength(
    7 * 3 + 5 * 2,
  )
})
