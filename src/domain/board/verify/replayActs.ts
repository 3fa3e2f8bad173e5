import { isoDay } from '../../text/formatDate.ts'
import type { LedgerAct } from '../ledgerEntry.ts'
import { emptyBoard } from './boardSoFar.ts'
import type { BoardSoFar, Judged } from './boardSoFar.ts'
import type { Note } from './finding.ts'
import { judgeDecision } from './judgeDecision.ts'
import { judgeMembership } from './judgeMembership.ts'
import { judgeRelease } from './judgeRelease.ts'

/** The acts of all boards, taken in their order; every rule is asked as it stood when the act was entered. */
export const replayActs = (options: {
  boardOf: (log: string) => string | undefined
  note: Note
}) => {
  const boards = new Map<string, BoardSoFar>()
  const dayOf = daysByHour()
  return {
    boards,
    take: (act: LedgerAct): void => {
      const so = boards.get(act.board) ?? emptyBoard()
      boards.set(act.board, so)
      const key = `${act.board}/${act.n}`
      const judged: Judged = {
        act,
        day: dayOf(act.at),
        say: (code, about) =>
          options.note({
            code,
            table: 'editorial.ledger',
            key,
            ...(about === undefined ? {} : { about }),
          }),
      }
      if (act.kind === 'decision' || act.kind === 'ballot')
        judgeDecision(so, judged, options.boardOf)
      else if (
        act.kind === 'release' ||
        act.kind === 'revocation' ||
        act.kind === 'emergencyReview'
      )
        judgeRelease(so, judged)
      else judgeMembership(so, judged)
    },
  }
}

/** Instants of the same hour fall on the same day. */
const daysByHour = () => {
  const known = new Map<string, string>()
  return (at: string): string => {
    const hour = at.slice(0, 13)
    const day = known.get(hour) ?? isoDay(at)
    known.set(hour, day)
    return day
  }
}
