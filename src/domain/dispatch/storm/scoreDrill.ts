import { groupBy } from './groupBy.ts'

/** What became of one device's delivery in an exercise: seconds from the beginning, null for never. */
export type DrillResult = {
  unit: string
  receivedAfter: number | null
  playedAfter: number | null
  provenAfter: number | null
}

/** How one commune did: shares from 0 to 1, and the middle of the times in seconds. */
export type DrillScore = {
  unit: string
  devices: number
  received: number
  played: number
  proven: number
  receivedAfter: number | null
  playedAfter: number | null
  provenAfter: number | null
}

/** Scores an exercise by commune, those that delivered least first. */
export const scoreDrill = (results: readonly DrillResult[]): DrillScore[] => {
  const byUnit = groupBy(results, ({ unit }) => unit)
  return [...byUnit]
    .map(([unit, own]) => scoreOf(unit, own))
    .sort((a, b) => a.played - b.played || a.received - b.received || (a.unit < b.unit ? -1 : 1))
}

/** One score over all communes of an exercise. */
export const scoreOf = (unit: string, results: readonly DrillResult[]): DrillScore => {
  const share = (times: readonly (number | null)[]) =>
    times.length === 0 ? 0 : times.filter((one) => one !== null).length / times.length
  const received = results.map((one) => one.receivedAfter)
  const played = results.map((one) => one.playedAfter)
  const proven = results.map((one) => one.provenAfter)
  return {
    unit,
    devices: results.length,
    received: share(received),
    played: share(played),
    proven: share(proven),
    receivedAfter: middle(received),
    playedAfter: middle(played),
    provenAfter: middle(proven),
  }
}

const middle = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((one) => one !== null).sort((a, b) => a - b)
  const half = Math.floor(known.length / 2)
  const [low, high] = [known[half - 1], known[half]]
  if (high === undefined) return null
  return known.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}
