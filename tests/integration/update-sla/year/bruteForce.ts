import { workingDays } from '#config/profiles/workingDays.ts'
import type { Obligation, Rung } from '#domain/sla/obligation.ts'
import type { PlannedEntry, PlannedRelease } from './planYear.ts'

/**
 * What has to be told in a year, reckoned from the plan alone and by the plainest means: days are walked one by one, working
 * time stretch by stretch, releases are looked through. It shares no code with what it judges. +07:00 all year.
 */

const DAY = 86_400_000
const SHIFT = 7 * 3_600_000
const kinds = new Map(workingDays.map(({ date, kind }) => [date, kind]))

/** An alert by what it is about: `window <code> <day> <site>`, `entry <id>` or `period <code> <year> <owner>`. */
export type Told = { about: string; rung: string; dueAt: number; firesAt: number }

const dayOf = (at: number) => new Date(at + SHIFT).toISOString().slice(0, 10)
const midnight = (day: string) => Date.parse(`${day}T00:00:00+07:00`)
const next = (day: string) => dayOf(midnight(day) + DAY)
const before = (day: string) => dayOf(midnight(day) - DAY)
const clock = (day: string, time: string) => Date.parse(`${day}T${time}:00+07:00`)

const isWorked = (day: string): boolean => {
  const kind = kinds.get(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return kind ? kind === 'work' : weekday !== 0 && weekday !== 6
}

const stretches = (day: string): [number, number][] =>
  isWorked(day)
    ? [
        [clock(day, '08:00'), clock(day, '12:00')],
        [clock(day, '13:00'), clock(day, '17:00')],
      ]
    : []

const daysOn = (day: string, count: number): string => {
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = count > 0 ? next(at) : before(at)
    if (isWorked(at)) left -= 1
  }
  return at
}

const workBetween = (from: number, to: number): number => {
  let sum = 0
  for (let day = dayOf(from); midnight(day) < to; day = next(day))
    for (const [start, end] of stretches(day))
      sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  return sum
}

const afterWork = (from: number, work: number): number => {
  if (work <= 0) return from
  let left = work
  for (let day = dayOf(from); ; day = next(day)) {
    for (const [start, end] of stretches(day)) {
      const begin = Math.max(start, from)
      if (begin >= end) continue
      if (end - begin >= left) return begin + left
      left -= end - begin
    }
  }
}

const rungAt = ({ when }: Rung, eventAt: number, dueAt: number): number => {
  if ('minutes' in when) return dueAt + when.minutes * 60_000
  if ('workingDays' in when) {
    const day = dayOf(dueAt)
    return midnight(daysOn(day, when.workingDays)) + (dueAt - midnight(day))
  }
  const whole = workBetween(eventAt, dueAt)
  return whole > 0
    ? afterWork(eventAt, whole * when.share)
    : eventAt + (dueAt - eventAt) * when.share
}

const firstDue = (obligation: Obligation, eventAt: number): number => {
  if (obligation.kind !== 'deadline') throw new Error(`${obligation.code} is no deadline`)
  const day = dayOf(eventAt)
  const { duration } = obligation
  if ('sameWorkingDay' in duration) {
    const lastEnd = stretches(day).at(-1)?.[1] ?? 0
    const last = eventAt < lastEnd ? day : daysOn(day, 1)
    return stretches(last).at(-1)?.[1] ?? 0
  }
  if (!('workingDays' in duration)) throw new Error(`${obligation.code} is not planned for`)
  return stretches(daysOn(day, duration.workingDays)).at(-1)?.[1] ?? 0
}

/** The rungs of one thing owed; `segments` are its due times and from when each held. */
const climbed = (options: {
  ladder: readonly Rung[]
  eventAt: number
  segments: { from: number; dueAt: number | null }[]
  endedAt: number | null
  until: number
}): { rung: string; dueAt: number; firesAt: number }[] => {
  const { segments, endedAt, until } = options
  const found: { rung: string; dueAt: number; firesAt: number }[] = []
  for (const [index, { from, dueAt }] of segments.entries()) {
    if (dueAt === null) continue
    const times = options.ladder
      .map((rung) => ({ rung: rung.code, firesAt: rungAt(rung, options.eventAt, dueAt) }))
      .sort((a, b) => a.firesAt - b.firesAt)
    const over = times.filter(({ firesAt }) => firesAt <= from)
    const kept = times.filter(({ firesAt }) => firesAt > from)
    const last = over.at(-1)
    if (last && (index === 0 || dueAt <= from)) kept.unshift({ ...last, firesAt: from })
    const end = Math.min(segments[index + 1]?.from ?? Infinity, endedAt ?? Infinity)
    for (const { rung, firesAt } of kept)
      if (firesAt < end && firesAt <= until) found.push({ rung, dueAt, firesAt })
  }
  // A rung is reached once under one due time, also when that holds again after a pause.
  return found.filter(
    (one, index) =>
      found.findIndex(({ rung, dueAt }) => rung === one.rung && dueAt === one.dueAt) === index,
  )
}

/** Everything that has to be told of windows until an instant. */
export const tellWindows = (options: {
  obligations: readonly Obligation[]
  sites: readonly { code: string; kind: string }[]
  releases: readonly PlannedRelease[]
  from: number
  until: number
}): Told[] => {
  const { until } = options
  const found: Told[] = []
  for (const { code, kind } of options.sites) {
    const updates = options.releases
      .filter((one) => one.log === code && !one.isImport)
      .map((one) => one.at)
    for (const window of options.obligations) {
      if (window.kind !== 'window' || window.owes !== kind) continue
      for (let day = dayOf(options.from); midnight(day) <= until; day = next(day)) {
        if (window.days === 'working' && !isWorked(day)) continue
        const startsAt = clock(day, window.from)
        const dueAt = clock(day, window.to)
        const about = `window ${window.code} ${day} ${code}`
        const isMissed = !updates.some((at) => at >= startsAt && at < dueAt)
        for (const rung of window.ladder) {
          const firesAt = rungAt(rung, startsAt, dueAt)
          if (
            firesAt > options.from &&
            firesAt <= until &&
            !updates.some((at) => at >= startsAt && at < firesAt)
          )
            found.push({ about, rung: rung.code, dueAt, firesAt })
        }
        const again = updates.find((at) => at >= dueAt && at <= until)
        if (isMissed && dueAt > options.from && again !== undefined)
          found.push({ about, rung: 'recovered', dueAt, firesAt: again })
      }
    }
  }
  return found
}

/** Everything that has to be told of things entered by hand until an instant. */
export const tellEntries = (options: {
  obligations: readonly Obligation[]
  entries: readonly PlannedEntry[]
  until: number
}): Told[] =>
  options.entries
    .filter((entry) => entry.enteredAt <= options.until)
    .flatMap((entry) => {
      const obligation = options.obligations.find(({ code }) => code === entry.obligation)
      if (!obligation) return []
      const { until } = options
      const endedAt = entry.doneAt !== null && entry.doneAt <= until ? entry.doneAt : null
      let dueAt = firstDue(obligation, entry.eventAt)
      let pausedAt: number | null = null
      const segments: { from: number; dueAt: number | null }[] = [{ from: entry.enteredAt, dueAt }]
      for (const one of entry.adjustments.filter(
        ({ at }) => at <= until && (endedAt === null || at < endedAt),
      )) {
        if (one.kind === 'pause') {
          pausedAt = one.at
          segments.push({ from: one.at, dueAt: null })
        } else if (one.kind === 'extend') {
          dueAt = one.until ?? dueAt
          segments.push({ from: one.at, dueAt })
        } else {
          if (pausedAt !== null && dueAt > pausedAt)
            dueAt = afterWork(dueAt, workBetween(pausedAt, one.at))
          pausedAt = null
          segments.push({ from: one.at, dueAt })
        }
      }
      // What ends while it is paused runs on at that moment.
      if (endedAt !== null && pausedAt !== null && dueAt > pausedAt)
        dueAt = afterWork(dueAt, workBetween(pausedAt, endedAt))
      const { ladder } = obligation
      const told = climbed({ ladder, eventAt: entry.eventAt, segments, endedAt, until })
      if (endedAt !== null && endedAt > dueAt)
        told.push({ rung: 'recovered', dueAt, firesAt: endedAt })
      return told.map((one) => ({ about: `entry ${entry.id}`, ...one }))
    })

/** Everything that has to be told of yearly reports, of which nobody handed in any. */
export const tellReports = (options: {
  obligations: readonly Obligation[]
  owners: readonly { owner: string; groups: readonly string[] }[]
  years: readonly number[]
  from: number
  until: number
}): Told[] => {
  const found: Told[] = []
  for (const report of options.obligations) {
    if (report.kind !== 'report') continue
    for (const year of options.years) {
      const day = `${year}-${report.dueOn}`
      const dueAt = report.isInclusive ? midnight(next(day)) : midnight(day)
      const eventAt = midnight(`${year}-01-01`)
      if (dueAt <= options.from) continue
      const noticedAt = Math.max(eventAt, options.from)
      if (noticedAt > options.until) continue
      const told = climbed({
        ladder: report.ladder,
        eventAt,
        segments: [{ from: noticedAt, dueAt }],
        endedAt: null,
        until: options.until,
      })
      for (const { owner, groups } of options.owners) {
        if (!report.owes.some((name) => name === owner || groups.includes(name))) continue
        found.push(
          ...told.map((one) => ({ about: `period ${report.code} ${year} ${owner}`, ...one })),
        )
      }
    }
  }
  return found
}
