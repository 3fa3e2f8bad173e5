import type { LedgerAct } from '../ledgerEntry.ts'
import { judgeConsent } from './judgeConsent.ts'
import { judgeBallots } from './judgeBallots.ts'
import type { SignedReview } from './judgeBallots.ts'
import { documentOf, isEntitled } from './boardSoFar.ts'
import type { BoardSoFar, Judged } from './boardSoFar.ts'

const voters = ['head', 'deputy', 'member', 'editor', 'checker']

/** Whether a voice or a decision was its maker's to give that day, and whether a decision rests on what its flow asks. */
export const judgeDecision = (
  so: BoardSoFar,
  judged: Judged,
  boardOf: (log: string) => string | undefined,
): void => {
  if (judged.act.kind === 'ballot') judgeBallot(so, judged)
  else judgeOne(so, judged, boardOf)
}

/** What must hold when a decision is made and again when it is carried out. */
export const mayStand = (
  so: BoardSoFar,
  decision: LedgerAct,
  { day, say }: Pick<Judged, 'day' | 'say'>,
): void => {
  const { capacity, by, content } = decision
  const roles = capacity === 'emergency' ? ['head', 'deputy', 'member'] : [capacity]
  if (capacity === 'consent') judgeConsent(so, decision, { day, say })
  else if (capacity === 'origin') {
    if (content.kind !== 'withdraw') say('origin_missing', String(content.kind))
  } else if (capacity === 'acting') {
    if (!isEntitled(so, { act: decision, day }, ['head']))
      say('mandate_not_in_force', decision.mandate)
  } else if (by === null || !so.standings.holds(by, roles, day))
    say('role_not_in_force', whoOf(decision))
  if (content.kind !== 'withdraw' && [...so.holds.values()].includes(documentOf(decision)))
    say('on_hold', documentOf(decision))
}

const judgeBallot = (so: BoardSoFar, judged: Judged) => {
  const { act, day, say } = judged
  const { id, submission, round, step, vote } = act.content
  so.ballots.set(String(id), act)
  const voice = [submission, round, step, act.by].join(' ')
  if (so.voices.has(voice)) say('voted_twice', whoOf(act))
  so.voices.add(voice)
  if (act.capacity === 'acting' && !isEntitled(so, { act, day }, ['head']))
    say('mandate_not_in_force', act.mandate)
  if (
    act.capacity !== 'acting' &&
    act.capacity !== 'supplier' &&
    !isEntitled(so, { act, day }, voters)
  )
    say('role_not_in_force', whoOf(act))
  if (vote === 'return') so.returnedAt.set(documentOf(act), Number(step))
  if (vote === 'refuse') so.returnedAt.delete(documentOf(act))
}

const judgeOne = (so: BoardSoFar, judged: Judged, boardOf: (log: string) => string | undefined) => {
  const { act, say } = judged
  const { id, log, kind } = act.content
  so.decisions.set(String(id), act)
  const board = boardOf(String(log))
  if (board !== undefined && board !== act.board) say('board_not_responsible', String(log))
  mayStand(so, act, judged)
  if (['emergency', 'consent', 'origin'].includes(act.capacity)) return
  if (kind === 'withdraw') {
    if (act.capacity !== 'head' && act.capacity !== 'acting') say('role_not_in_force', whoOf(act))
    return
  }
  judgeFlow(so, judged)
  so.returnedAt.delete(documentOf(act))
}

const judgeFlow = (so: BoardSoFar, { act, say }: Judged) => {
  const review = act.content.review as SignedReview | undefined // as the plugin signs it
  const ballots: LedgerAct[] = []
  for (const id of (act.content.ballots ?? []) as string[]) {
    const ballot = so.ballots.get(id)
    if (ballot) ballots.push(ballot)
    else say('ballot_missing', id)
  }
  if (!review) {
    say('flow_not_signed')
    return
  }
  const resumesAt = so.returnedAt.get(documentOf(act))
  for (const fault of judgeBallots({ decision: act, ballots, review, resumesAt }))
    say(fault.code, fault.about)
}

const whoOf = (act: LedgerAct) => `account ${String(act.by)}, ${act.capacity}`
