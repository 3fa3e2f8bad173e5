import { Temporal } from 'temporal-polyfill'
import type { CalendarRules } from './createCalendar.ts'

/** A stretch of office hours; half-open, epoch milliseconds. */
export type Stretch = { start: number; end: number }

/** The calendar spelt out, so that every question is a look-up. Indexes of days count from the first known day. */
export type Tables = {
  days: readonly string[]
  indexOf: ReadonlyMap<string, number>
  /** When each day starts, and one entry more: when the last one ends. */
  dayStarts: Float64Array
  /** How many days are worked before each day, and one entry more. */
  workedBefore: Int32Array
  /** The indexes of the days that are worked. */
  worked: readonly number[]
  /** The stretches of office hours, and where each day's begin among them, and one entry more. */
  stretches: readonly Stretch[]
  firstStretch: Int32Array
  /** Working milliseconds before each stretch, and one entry more: all of them. */
  millisecondsBefore: Float64Array
}

const DAY_MS = 86_400_000

/** Builds the tables: the only place where the zone's own rules are asked. */
export const buildTables = (rules: CalendarRules): Tables => {
  const days: string[] = []
  const starts: number[] = []
  const worked: number[] = []
  const workedBefore = [0]
  const stretches: Stretch[] = []
  const firstStretch = [0]
  const kinds = new Map(rules.days.map((day) => [day.date, day.kind]))
  const hours = readOfficeHours(rules.officeHours)
  const after = new Temporal.PlainDate(rules.years.to + 1, 1, 1)
  let day = new Temporal.PlainDate(rules.years.from, 1, 1)
  let start = startOf(day, rules.zone)
  while (Temporal.PlainDate.compare(day, after) < 0) {
    const next = day.add({ days: 1 })
    const end = startOf(next, rules.zone)
    const name = day.toString()
    const kind = kinds.get(name) ?? (rules.restDays.includes(day.dayOfWeek) ? 'off' : 'work')
    if (kind !== 'off') {
      worked.push(days.length)
      const instant = clockOf(day, rules.zone, { start, end })
      for (const { from, to } of kind === 'halfDay' ? hours.slice(0, 1) : hours)
        stretches.push({ start: instant(from), end: instant(to) })
    }
    days.push(name)
    starts.push(start)
    workedBefore.push(worked.length)
    firstStretch.push(stretches.length)
    day = next
    start = end
  }
  return {
    days,
    indexOf: new Map(days.map((name, index) => [name, index])),
    dayStarts: Float64Array.from([...starts, start]),
    workedBefore: Int32Array.from(workedBefore),
    worked,
    stretches,
    firstStretch: Int32Array.from(firstStretch),
    millisecondsBefore: sumsBefore(stretches),
  }
}

const startOf = (day: Temporal.PlainDate, zone: string): number =>
  day.toZonedDateTime(zone).epochMilliseconds

/** Instants of clock times on a day; days that the zone makes shorter or longer are asked for one by one. */
const clockOf = (day: Temporal.PlainDate, timeZone: string, { start, end }: Stretch) =>
  end - start === DAY_MS
    ? (time: Temporal.PlainTime): number =>
        start + Temporal.PlainTime.from('00:00').until(time).total('milliseconds')
    : (plainTime: Temporal.PlainTime): number =>
        day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds

const readOfficeHours = (hours: CalendarRules['officeHours']) => {
  const read = hours.map(({ from, to }) => ({
    from: Temporal.PlainTime.from(from),
    to: Temporal.PlainTime.from(to),
  }))
  const inOrder = read.flatMap(({ from, to }) => [from, to])
  const isRising = inOrder.every((time, index) => {
    const before = inOrder[index - 1]
    if (!before) return true
    const step = Temporal.PlainTime.compare(before, time)
    return index % 2 === 1 ? step < 0 : step <= 0
  })
  if (!isRising || read.length === 0)
    throw new RangeError('Office hours are stretches of the day, in order, and at least one.')
  return read
}

const sumsBefore = (stretches: readonly Stretch[]): Float64Array => {
  const sums = new Float64Array(stretches.length + 1)
  stretches.forEach(({ start, end }, index) => {
    sums[index + 1] = (sums[index] ?? 0) + end - start
  })
  return sums
}
