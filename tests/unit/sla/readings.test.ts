import { expect, test } from 'vitest'
import { hanoiObligations } from '#config/profiles/obligations/hanoi.ts'
import { haiphongObligations } from '#config/profiles/obligations/haiphong.ts'
import { suggestedReadings } from '#config/profiles/obligations/readings.ts'
import type { Readings } from '#config/profiles/obligations/readings.ts'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'
import { dueAt } from '#domain/calendar/dueAt.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import { obligationSchema } from '#plugins/update-sla/obligations/obligationSchema.ts'

const made = (readings: Partial<Readings> = {}) => {
  const all = { ...suggestedReadings, ...readings }
  return [...hanoiObligations(all), ...haiphongObligations(all)]
}
const find = (code: string, readings?: Partial<Readings>): Obligation => {
  const found = made(readings).find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const due = (code: string, at: string, readings?: Partial<Readings>) => {
  const one = find(code, readings)
  if (one.kind !== 'deadline' && one.kind !== 'review') throw new Error(code)
  const found = dueAt(calendar, new Date(`${at}:00+07:00`), one.duration, one.counting)
  return new Date(found.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
}

test.each([
  [
    'the day of the event may be day one',
    'documentIssuer',
    '2026-03-03T00:00',
    { firstDay: 'same' },
    '2026-03-05T17:00',
    '2026-03-04T17:00',
  ],
  [
    'the last day may end at midnight',
    'statistics',
    '2026-03-03T09:00',
    { lastDayEnds: 'endOfDay' },
    '2026-03-17T17:00',
    '2026-03-18T00:00',
  ],
  [
    'out of scope may be told a working day later',
    'questionOutOfScope',
    '2026-03-03T09:00',
    { outOfScopeDay: 'afterReceipt' },
    '2026-03-03T17:00',
    '2026-03-04T17:00',
  ],
  [
    'a request of the owner may take hours',
    'ownerRequest',
    '2026-03-03T09:00',
    { onRequest: { hours: 4 } },
    '2026-03-03T17:00',
    '2026-03-03T13:00',
  ],
  [
    'pages may be reviewed each quarter; a day off gives way',
    'pageReview',
    '2026-05-24T09:00',
    { pageReview: { months: 3 } },
    '2026-11-25T17:00',
    '2026-08-24T17:00',
  ],
  [
    'six months from 31 August end with February, on the next working day',
    'pageReview',
    '2025-08-31T09:00',
    {},
    '2026-03-02T17:00',
    '2026-03-02T17:00',
  ],
] as const)('%s', (_rule, code, at, readings, suggested, otherwise) => {
  expect(due(code, at)).toBe(suggested)
  expect(due(code, at, readings)).toBe(otherwise)
})

test('a promised date, what counts in a window, clock times and dates of reports are switches', () => {
  expect(find('questionAnswer')).toMatchObject({ promise: 'replaces' })
  expect(find('questionAnswer', { promisedDate: 'isIgnored' })).toMatchObject({
    promise: 'isIgnored',
  })
  expect(find('cityEvening')).toMatchObject({ counts: ['publish', 'update'], from: '18:00' })
  const evening = { from: '19:00', to: '23:00' }
  const cityWindows = { ...suggestedReadings.cityWindows, evening }
  expect(find('cityEvening', { windowsCount: 'firstPublications', cityWindows })).toMatchObject({
    counts: ['publish'],
    ...evening,
  })
  expect(find('siteHalfYear', { halfYearOn: '06-15' })).toMatchObject({ dueOn: '06-15' })
  expect(find('portalYear', { yearOn: '12-15' })).toMatchObject({ dueOn: '12-15' })
  const [occurred, found] = (['occurrence', 'discovery'] as const).map(
    (incidentRunsFrom) => find('incidentReport', { incidentRunsFrom }).reading?.vi,
  )
  expect(occurred).toContain('xuất hiện')
  expect(found).toContain('phát hiện')
})

test('what a profile says is what a form may send, and each code is said once', () => {
  for (const profile of [hanoiObligations, haiphongObligations]) {
    const obligations = profile(suggestedReadings)
    for (const one of obligations)
      expect(obligationSchema.safeParse(one).error?.issues).toBeUndefined()
    expect(new Set(obligations.map(({ code }) => code)).size).toBe(obligations.length)
  }
})
