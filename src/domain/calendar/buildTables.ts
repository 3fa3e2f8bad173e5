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
  const first = Date.UTC(rules.years.from, 0, 1)
  const after = Date.UTC(rules.years.to + 1, 0, 1)
  const nextStart = startsOfDays(rules.zone)
  let start = nextStart(first)
  for (let day = first; day < after; day += DAY_MS) {
    const end = nextStart(day + DAY_MS)
    const name = nameOf(day)
    const kind = kinds.get(name) ?? (rules.restDays.includes(weekdayOf(day)) ? 'off' : 'work')
    if (kind !== 'off') {
      worked.push(days.length)
      const instant = clockOf(name, rules.zone, { start, end })
      for (const { from, to } of kind === 'halfDay' ? hours.slice(0, 1) : hours)
        stretches.push({ start: instant(from), end: instant(to) })
    }
    days.push(name)
    starts.push(start)
    workedBefore.push(worked.length)
    firstStretch.push(stretches.length)
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

/** Days are counted as if they were of UTC; only their starts and clock times are of the zone. */
const nameOf = (day: number): string => new Date(day).toISOString().slice(0, 10)

/** ISO: 1 Monday to 7 Sunday. */
const weekdayOf = (day: number): number => new Date(day).getUTCDay() || 7

/**
 * When days start that are asked for one after the other. The zone is asked again only where it sets its clock: elsewhere
 * a day is as long as every other, and asking for each costs a server most of a second at its start.
 */
const startsOfDays = (zone: string) => {
  let start: number | undefined
  let changeBefore = 0
  let changeAfter = 0
  return (day: number): number => {
    // A day that starts at a change may start at one o'clock: the next is asked for.
    const isPlain = start !== undefined && changeBefore < start && start + DAY_MS < changeAfter
    if (start !== undefined && isPlain) {
      start += DAY_MS
      return start
    }
    const at = Temporal.PlainDate.from(nameOf(day)).toZonedDateTime(zone)
    start = at.epochMilliseconds
    changeAfter = at.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
    const onOrBefore = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
    changeBefore = onOrBefore?.epochMilliseconds ?? -Infinity
    return start
  }
}

/** A clock time of the office, and how long after midnight it is on a day of 24 hours. */
type OfficeTime = { time: Temporal.PlainTime; sinceMidnight: number }

/** Instants of clock times on a day; days that the zone makes shorter or longer are asked for one by one. */
const clockOf = (day: string, timeZone: string, { start, end }: Stretch) =>
  end - start === DAY_MS
    ? ({ sinceMidnight }: OfficeTime): number => start + sinceMidnight
    : ({ time: plainTime }: OfficeTime): number =>
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds

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
  const officeTime = (time: Temporal.PlainTime): OfficeTime => ({
    time,
    sinceMidnight: Temporal.PlainTime.from('00:00').until(time).total('milliseconds'),
  })
  return read.map(({ from, to }) => ({ from: officeTime(from), to: officeTime(to) }))
}

const sumsBefore = (stretches: readonly Stretch[]): Float64Array => {
  const sums = new Float64Array(stretches.length + 1)
  stretches.forEach(({ start, end }, index) => {
    sums[index + 1] = (sums[index] ?? 0) + end - start
  })
  return sums
}
