/** A release of a site that counts as an update, or an import that does not. */
export type PlannedRelease = { log: string; at: number; isImport: boolean }
/** A thing owed, what was done to it and when; instants in epoch milliseconds. */
export type PlannedEntry = {
  id: number
  obligation: string
  owner: string
  eventAt: number
  enteredAt: number
  doneAt: number | null
  adjustments: { kind: 'pause' | 'resume' | 'extend'; at: number; until: number | null }[]
}
/** A stretch in which nothing ticks; half-open. */
export type Outage = { from: number; to: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (text: string) => Date.parse(`${text}+07:00`)

/** Six hours, three days, two weeks, all in the first months; and the last two again, over holidays. */
export const outages: readonly Outage[] = [
  { from: at('2026-01-08T06:00'), to: at('2026-01-08T12:00') },
  { from: at('2026-01-16T20:00'), to: at('2026-01-19T20:00') },
  { from: at('2026-02-05T09:00'), to: at('2026-02-19T09:00') },
  { from: at('2026-04-29T20:00'), to: at('2026-05-02T20:00') },
  { from: at('2026-08-17T09:00'), to: at('2026-08-31T09:00') },
]

/** A stream of numbers in [0, 1), the same for the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A year of 150 sites: most update most mornings and afternoons, some forget, some are late, some import; and things owed
 * that are entered late, paused, extended, done in time, late or never.
 */
export const planYear = (options: {
  seed: number
  from: number
  to: number
  sites: readonly string[]
}) => {
  const random = randomOf(options.seed)
  const releases: PlannedRelease[] = []
  for (let day = options.from; day < options.to; day += DAY) {
    for (const log of options.sites) {
      for (const hour of [8, 13, 18]) {
        if (random() > 0.8) continue
        const delay = random() < 0.9 ? random() * 1.4 : random() * 8
        releases.push({
          log,
          at: Math.round(day + (hour + delay) * HOUR),
          isImport: random() < 0.03,
        })
      }
    }
  }
  return { releases: releases.sort((a, b) => a.at - b.at), entries: planEntries(options, random) }
}

const codes = ['documentIssuer', 'documentScope', 'planTender', 'questionAnswer', 'ownerRequest']

const planEntries = (
  { from, to, sites }: Parameters<typeof planYear>[0],
  random: () => number,
): PlannedEntry[] => {
  const entries: PlannedEntry[] = []
  for (let id = 1; id <= 1500; id += 1) {
    const eventAt = Math.round(from + random() * (to - from - 40 * DAY))
    const enteredAt =
      eventAt + Math.round((random() < 0.7 ? random() * 2 : random() * 24 * 8) * HOUR)
    const doneAt =
      random() < 0.85 ? enteredAt + Math.round(random() * (random() < 0.7 ? 3 : 45) * DAY) : null
    entries.push({
      id,
      obligation: codes[Math.floor(random() * codes.length)] ?? 'documentIssuer',
      owner: `site:${sites[Math.floor(random() * sites.length)]}`,
      eventAt,
      enteredAt,
      doneAt: doneAt !== null && doneAt < to ? doneAt : null,
      adjustments: planAdjustments(enteredAt, random),
    })
  }
  return entries
}

const planAdjustments = (enteredAt: number, random: () => number): PlannedEntry['adjustments'] => {
  const pausedAt = enteredAt + Math.round(random() * 2 * DAY)
  const resumedAt = pausedAt + Math.round(random() * 9 * DAY)
  const extendedAt = enteredAt + Math.round(random() * 6 * DAY)
  const chance = random()
  if (chance < 0.15)
    return [
      { kind: 'pause', at: pausedAt, until: null },
      { kind: 'resume', at: resumedAt, until: null },
    ]
  if (chance < 0.25)
    return [
      { kind: 'extend', at: extendedAt, until: extendedAt + Math.round((random() * 20 - 2) * DAY) },
    ]
  return []
}
