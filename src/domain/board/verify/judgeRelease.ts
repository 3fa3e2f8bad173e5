import { mayStand } from './judgeDecision.ts'
import { isEntitled } from './boardSoFar.ts'
import type { BoardSoFar, Judged } from './boardSoFar.ts'

/** What follows a decision: that it is carried out, taken back, or, after the emergency lane, reviewed by somebody else. */
export const judgeRelease = (so: BoardSoFar, judged: Judged): void => {
  const { act, say } = judged
  const id = String(act.content.decision)
  const decision = so.decisions.get(id)
  if (!decision) say('decision_missing', id)
  else if (act.kind === 'release') judgeCarriedOut(so, judged, id)
  else if (act.kind === 'revocation') {
    if (so.releases.has(id)) say('released_twice', id)
    const { collection, category } = decision.content
    const content = { ...act.content, collection, category }
    if (!isEntitled(so, { ...judged, act: { ...act, content } }, ['head']))
      say('role_not_in_force', String(act.by))
  } else {
    if (decision.by === act.by) say('own_work', `account ${String(act.by)}`)
    if (decision.capacity !== 'emergency' || so.reviews.has(id)) say('decision_missing', id)
    if (!isEntitled(so, judged, ['head', 'deputy', 'member']))
      say('role_not_in_force', `account ${String(act.by)}`)
  }
  if (act.kind === 'release') so.releases.set(id, act)
  if (act.kind === 'revocation') so.revocations.set(id, act)
  if (act.kind === 'emergencyReview') so.reviews.set(id, act)
}

const judgeCarriedOut = (so: BoardSoFar, judged: Judged, id: string) => {
  const { act, say } = judged
  const decision = so.decisions.get(id)
  if (!decision) return
  const { log, seq, kind, sha256 } = act.content
  if (so.releases.has(id)) say('released_twice', id)
  if (so.revocations.has(id)) say('decision_revoked', id)
  const { publishAt } = decision.content
  if (typeof publishAt === 'string' && Date.parse(publishAt) > Date.parse(act.at))
    say('before_its_time', publishAt)
  for (const [name, value] of Object.entries({ log, kind, sha256 }))
    if ((decision.content[name] ?? null) !== (value ?? null)) say('release_differs', name)
  const last = so.lastSeq.get(String(log)) ?? 0
  if (Number(seq) <= last) say('release_moved', `${String(log)}/${String(seq)}`)
  so.lastSeq.set(String(log), Math.max(last, Number(seq)))
  mayStand(so, decision, judged)
}
