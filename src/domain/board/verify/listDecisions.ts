import type { LedgerAct } from '../ledgerEntry.ts'
import type { BoardSoFar } from './boardSoFar.ts'

/** A person of the record. */
export type Named = { id: number; name: string }

/** A decision with who made it and what it rests on. */
export type DecidedItem = {
  board: string
  /** Number of its entry in the board's chain. */
  entry: number
  /** UTC. */
  decidedAt: string
  kind: string
  log: string
  collection: string
  document: number
  /** As released; empty before. */
  title: string
  sha256: string | null
  by: Named
  capacity: string
  actingFor: Named | null
  mandate: { id: string; document: string; startsOn: string; endsOn: string } | null
  /** The standing consent it was released under. */
  consent: { id: string; document: string; startsOn: string; endsOn: string } | null
  /** The release of another log it rests on. */
  origin: { log: string; seq: number } | null
  reasonCode: string | null
  explanation: string | null
  ballots: { by: Named; capacity: string; step: string; at: string }[]
  release: { seq: number; at: string; entry: number } | null
  isRevoked: boolean
}

/** The decisions of all boards, each in the order of its chain. */
export function* listDecisions(options: {
  boards: ReadonlyMap<string, BoardSoFar>
  names: ReadonlyMap<number, string>
  /** Titles by decision. */
  titles: ReadonlyMap<string, string>
}): Generator<DecidedItem> {
  const named = (id: number | null | undefined): Named => ({
    id: id ?? 0,
    name: options.names.get(id ?? 0) ?? '',
  })
  for (const board of options.boards.values())
    for (const [id, act] of board.decisions)
      yield itemOf({ board, id, act, named, title: options.titles.get(id) ?? '' })
}

const itemOf = (of: {
  board: BoardSoFar
  id: string
  act: LedgerAct
  named: (id: number | null | undefined) => Named
  title: string
}): DecidedItem => {
  const { board, id, act, named } = of
  const { content: c } = act
  const mandate = act.mandate === undefined ? undefined : board.standings.mandate(act.mandate)
  const release = board.releases.get(id)
  const consent = board.consents.get(String(c.consent))?.content
  const origin = c.origin as { log: string; seq: number } | undefined // as signed
  return {
    board: act.board,
    entry: act.n,
    decidedAt: act.at,
    kind: String(c.kind),
    log: String(c.log),
    collection: String(c.collection),
    document: Number(c.document),
    title: of.title,
    sha256: (c.sha256 ?? null) as string | null, // as signed
    by: named(act.by),
    capacity: act.capacity,
    actingFor: act.actingFor === undefined ? null : named(act.actingFor),
    mandate: mandate
      ? {
          id: mandate.id,
          document: mandate.document,
          startsOn: mandate.startsOn,
          endsOn: mandate.endsOn,
        }
      : null,
    consent: consent
      ? {
          id: String(consent.id),
          document: String(consent.document),
          startsOn: String(consent.startsOn),
          endsOn: String(consent.endsOn),
        }
      : null,
    origin: origin ? { log: origin.log, seq: origin.seq } : null,
    reasonCode: (c.reasonCode ?? null) as string | null, // as signed
    explanation: (c.explanation ?? null) as string | null, // as signed
    ballots: ((c.ballots ?? []) as string[]).flatMap((one) => {
      const ballot = board.ballots.get(one)
      if (!ballot) return []
      const step = String(ballot.content.stepKey ?? ballot.content.step)
      return [{ by: named(ballot.by), capacity: ballot.capacity, step, at: ballot.at }]
    }),
    release: release
      ? { seq: Number(release.content.seq), at: release.at, entry: release.n }
      : null,
    isRevoked: board.revocations.has(id),
  }
}
