import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCalendar } from '#domain/calendar/createCalendar.ts'
import type { CalendarDay } from '#domain/calendar/createCalendar.ts'

const first = Date.UTC(2025, 0, 1)
const day = (index: number) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)

const hours = fc
  .uniqueArray(fc.integer({ min: 6 * 4, max: 22 * 4 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: Math.floor(quarters.length / 2) }, (_, index) => ({
      from: clock(quarters[2 * index] ?? 0),
      to: clock(quarters[2 * index + 1] ?? 0),
    })),
  )
const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

const days = fc.array(
  fc.record<CalendarDay>({
    date: fc.integer({ min: 0, max: 364 }).map(day),
    kind: fc.constantFrom('off', 'work', 'halfDay'),
  }),
  { maxLength: 30 },
)
const calendars = fc
  .record({
    zone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/Santiago'),
    restDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    officeHours: hours,
    days,
  })
  .map((rules) => createCalendar({ ...rules, years: { from: 2025, to: 2025 } }))
const middle = (min: number, max: number) =>
  fc.integer({ min, max }).map((minute) => new Date(first + minute * 60_000))
/** From the middle of the year, so that no counting leaves it: ten hours may be forty days of a quarter each. */
const instants = middle(120 * 1440, 240 * 1440)
const minutes = fc.integer({ min: -10 * 60, max: 10 * 60 })
const runs = { numRuns: 60 }

test('adding working time is monotonic in both the instant and the time', () => {
  fc.assert(
    fc.property(calendars, instants, instants, minutes, minutes, (calendar, a, b, m, n) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      const [less, more] = m < n ? [m, n] : [n, m]
      expect(+calendar.addWorkingMinutes(early, m)).toBeLessThanOrEqual(
        +calendar.addWorkingMinutes(late, m),
      )
      expect(+calendar.addWorkingMinutes(a, less)).toBeLessThanOrEqual(
        +calendar.addWorkingMinutes(a, more),
      )
    }),
    runs,
  )
})

test('adding working time inverts', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, at, time) => {
      const there = calendar.addWorkingMinutes(at, time)
      expect(calendar.workingMinutesBetween(at, there)).toBe(time)
      expect(calendar.workingMinutesBetween(calendar.addWorkingMinutes(there, -time), at)).toBe(0)
    }),
    runs,
  )
})

test('splitting an interval adds up', () => {
  fc.assert(
    fc.property(calendars, instants, instants, instants, (calendar, a, b, c) => {
      const { workingMinutesBetween: between } = calendar
      expect(between(a, c)).toBe(between(a, b) + between(b, c))
      const { workingDaysBetween: daysBetween, dayOf } = calendar
      const [x, y, z] = [dayOf(a), dayOf(b), dayOf(c)]
      expect(daysBetween(x, z)).toBe(daysBetween(x, y) + daysBetween(y, z))
    }),
    runs,
  )
})

test('next and previous working instant are idempotent and on their side', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, at) => {
      const next = calendar.nextWorkingInstant(at)
      const previous = calendar.previousWorkingInstant(at)
      expect(calendar.nextWorkingInstant(next)).toEqual(next)
      expect(calendar.previousWorkingInstant(previous)).toEqual(previous)
      expect(+next).toBeGreaterThanOrEqual(+at)
      expect(+previous).toBeLessThanOrEqual(+at)
      expect(calendar.workingMinutesBetween(previous, next)).toBe(0)
    }),
    runs,
  )
})

test('working days counted on are counted back, and a count one by one agrees', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: -15, max: 15 }), (calendar, at, count) => {
      const from = calendar.dayOf(at)
      let index = Math.round((Date.parse(from) - first) / 86_400_000)
      for (let left = Math.abs(count); left > 0;) {
        index += Math.sign(count)
        if (calendar.isWorkingDay(day(index))) left -= 1
      }
      const reached = calendar.addWorkingDays(from, count)
      expect(reached).toBe(day(index))
      if (count > 0) expect(calendar.workingDaysBetween(from, reached)).toBe(count)
    }),
    runs,
  )
})

test('working minutes agree with a count minute by minute', () => {
  fc.assert(
    fc.property(
      calendars,
      instants,
      fc.integer({ min: 0, max: 4 * 1440 }),
      (calendar, from, length) => {
        let worked = 0
        for (let minute = 0; minute < length; minute += 1) {
          const time = from.getTime() + minute * 60_000
          const stretches = calendar.officeHoursOn(calendar.dayOf(new Date(time)))
          if (stretches.some(({ start, end }) => time >= start && time < end)) worked += 1
        }
        const to = new Date(from.getTime() + length * 60_000)
        expect(calendar.workingMinutesBetween(from, to)).toBe(worked)
      },
    ),
    { numRuns: 20 },
  )
})
