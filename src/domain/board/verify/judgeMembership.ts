import type { LedgerAct } from '../ledgerEntry.ts'
import { documentOf, isEntitled } from './boardSoFar.ts'
import type { BoardSoFar, Judged } from './boardSoFar.ts'
import type { Appointed, Mandated } from './standings.ts'

const staff = ['editor', 'collaborator', 'checker']

/** Who is on the board, who may act for the head, which flow it set itself, what it put on hold, whose items it lets in. */
export const judgeMembership = (so: BoardSoFar, judged: Judged): void => {
  const { act, say } = judged
  switch (act.kind) {
    case 'found':
      for (const one of act.content.appointments as Omit<Appointed, 'id'>[])
        so.standings.appoint({ ...one, id: null }) // as signed
      return
    case 'appoint':
      judgeEntered(so, judged)
      so.standings.appoint(act.content as unknown as Appointed) // as signed
      return
    case 'end': {
      judgeEntered(so, judged)
      const { appointmentId, person, role, endsOn } = act.content
      so.standings.end({
        id: String(appointmentId),
        person: Number(person),
        role: String(role),
        endsOn: String(endsOn),
      })
      return
    }
    case 'mandate':
      judgeMandate(so, judged)
      so.standings.grant(act.content as unknown as Mandated) // as signed
      return
    case 'mandateEnd':
      so.standings.endMandate(String(act.content.mandate))
      return
    case 'hold':
      if (!isEntitled(so, judged, ['head'])) say('role_not_in_force', whoOf(act))
      so.holds.set(String(act.content.id), documentOf(act))
      return
    case 'holdLift':
      if (!isEntitled(so, judged, ['head'])) say('role_not_in_force', whoOf(act))
      so.holds.delete(String(act.content.hold))
      return
    case 'consent':
      if (!isEntitled(so, judged, ['head'])) say('role_not_in_force', whoOf(act))
      so.consents.set(String(act.content.id), act)
      return
    case 'consentEnd':
      if (!isEntitled(so, judged, ['head'])) say('role_not_in_force', whoOf(act))
      so.endedConsents.add(String(act.content.consent))
      return
    case 'flow':
      if (!isEntitled(so, judged, ['head'])) say('role_not_in_force', whoOf(act))
      return
    case 'ballot':
    case 'decision':
    case 'release':
    case 'revocation':
    case 'emergencyReview':
      return
    default:
      say('entry_unreadable', act.kind)
  }
}

/** Registrars are not dated in the chain, heads are: a head enters his own staff only. */
const judgeEntered = (so: BoardSoFar, { act, day, say }: Judged) => {
  const { person, role, enteredBy, confirmedBy } = act.content
  if (
    person === enteredBy ||
    person === confirmedBy ||
    (enteredBy !== null && enteredBy === confirmedBy)
  )
    say('about_oneself', `account ${String(person)}`)
  if (
    act.capacity === 'head' &&
    !(staff.includes(String(role)) && so.standings.holds(Number(enteredBy), ['head'], day))
  )
    say('role_not_in_force', whoOf(act))
}

const judgeMandate = (so: BoardSoFar, { act, day, say }: Judged) => {
  const { id, principal, delegate, startsOn } = act.content as unknown as Mandated // as signed
  const from = startsOn > day ? startsOn : day
  if (act.by === delegate || principal === delegate) say('about_oneself', id)
  if (
    !so.standings.holds(principal, ['head'], from) ||
    (act.capacity === 'head' && act.by !== principal)
  )
    say('mandate_not_given_by_head', id)
  if (!so.standings.holds(delegate, ['deputy', 'member'], from))
    say('role_not_in_force', `account ${delegate}`)
}

const whoOf = (act: LedgerAct) => `account ${String(act.by)}, ${act.capacity}`
