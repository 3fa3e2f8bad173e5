import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { createCalendar } from '#domain/calendar/createCalendar.ts'

const time = (clock: string, day: Temporal.PlainDate, timeZone: string): number =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds

test.each([
  ['without changes', 'Asia/Ho_Chi_Minh', 2025],
  ['that changes at night', 'Europe/Berlin', 2025],
  ['whose day starts at one o’clock when it changes', 'America/Sao_Paulo', 2018],
  ['that changes by half an hour', 'Australia/Lord_Howe', 2025],
  ['that left a day out', 'Pacific/Apia', 2011],
])('every day of a zone %s starts where the zone says, and so do its hours', (_of, zone, year) => {
  const officeHours = [
    { from: '01:15', to: '03:30' },
    { from: '07:30', to: '11:30' },
  ]
  const rules = { zone, restDays: [], officeHours, days: [], years: { from: year, to: year } }
  const calendar = createCalendar(rules)
  const last = new Temporal.PlainDate(year, 12, 31)
  for (
    let day = new Temporal.PlainDate(year, 1, 1);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const start = day.toZonedDateTime(zone).epochMilliseconds
    const next = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    expect(calendar.startOfDay(day.toString()).getTime(), day.toString()).toBe(start)
    expect(calendar.endOfDay(day.toString()).getTime(), day.toString()).toBe(next)
    expect(calendar.officeHoursOn(day.toString()), day.toString()).toEqual(
      officeHours.map(({ from, to }) => ({
        start: time(from, day, zone),
        end: time(to, day, zone),
      })),
    )
  }
})
