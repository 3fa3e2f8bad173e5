import type { LedgerAct } from '../ledgerEntry.ts'
import type { Note } from './finding.ts'
import { createStandings } from './standings.ts'
import type { Standings } from './standings.ts'

/** What the chain of one board has said so far. */
export type BoardSoFar = {
  standings: Standings
  /** Documents on hold, `collection#id`, by hold. */
  holds: Map<string, string>
  /** Standing consents, by id, and which of them were revoked. */
  consents: Map<string, LedgerAct>
  endedConsents: Set<string>
  ballots: Map<string, LedgerAct>
  /** Who voted where: submission, round, step, person. */
  voices: Set<string>
  decisions: Map<string, LedgerAct>
  releases: Map<string, LedgerAct>
  revocations: Map<string, LedgerAct>
  reviews: Map<string, LedgerAct>
  /** The step at which a document came back last, by `collection#id`. */
  returnedAt: Map<string, number>
  /** The last sequence of a log that this chain released. */
  lastSeq: Map<string, number>
}

/** An act with its day in the city's zone and a way to say what is wrong with it. */
export type Judged = {
  act: LedgerAct
  day: string
  say: (code: Parameters<Note>[0]['code'], about?: string) => void
}

/** `collection#id` of the document an act is about. */
export const documentOf = ({ content }: LedgerAct): string =>
  `${String(content.collection)}#${String(content.document)}`

/** Whether whoever acted holds the capacity of the entry that day: one of the roles by appointment, or `acting` under a mandate. */
export const isEntitled = (
  so: BoardSoFar,
  { act, day }: Pick<Judged, 'act' | 'day'>,
  roles: readonly string[],
): boolean => {
  if (act.by === null) return false
  if (act.capacity === 'acting') {
    const { collection, category } = act.content
    const item = {
      collection: collection as string | undefined, // as the plugin signs them
      category: category as number | null | undefined,
    }
    const by = { person: act.by, principal: act.actingFor, mandate: act.mandate }
    return roles.includes('head') && so.standings.mayAct(by, item, day)
  }
  const category = act.capacity === 'checker' ? act.content.category : undefined
  return (
    roles.includes(act.capacity) &&
    so.standings.holds(act.by, [act.capacity], day, category as number | null | undefined) // as signed
  )
}

/** A board of which nothing was read yet. */
export const emptyBoard = (): BoardSoFar => ({
  standings: createStandings(),
  holds: new Map(),
  consents: new Map(),
  endedConsents: new Set(),
  ballots: new Map(),
  voices: new Set(),
  decisions: new Map(),
  releases: new Map(),
  revocations: new Map(),
  reviews: new Map(),
  returnedAt: new Map(),
  lastSeq: new Map(),
})
