import type { LedgerAct } from '../ledgerEntry.ts'
import type { BoardSoFar, Judged } from './boardSoFar.ts'

type Scope = {
  log: string
  sourceLog: string
  collections: readonly string[] | null
  categories: readonly number[] | null
  kinds?: readonly string[] | null
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency?: boolean
  startsOn: string
  endsOn: string
}

/** Whether the consent a decision names was given by who is said to have decided, is in force that day and covers the item. */
export const judgeConsent = (
  so: BoardSoFar,
  decision: LedgerAct,
  { day, say }: Pick<Judged, 'day' | 'say'>,
): void => {
  const { content: c } = decision
  const id = String(c.consent)
  const consent = so.consents.get(id)
  if (!consent) {
    say('consent_missing', id)
    return
  }
  const scope = consent.content as unknown as Scope // as the plugin signs it
  if (consent.by !== decision.by)
    say('role_not_in_force', `account ${String(decision.by)}, ${decision.capacity}`)
  if (so.endedConsents.has(id) || day < scope.startsOn || day > scope.endsOn)
    say('consent_not_in_force', id)
  if (!covers(scope, c)) say('consent_exceeded', id)
}

const covers = (scope: Scope, c: LedgerAct['content']): boolean => {
  const { log } = (c.origin ?? {}) as { log?: string } // as the plugin signs it
  const lets = c.isEmergency
    ? scope.mayEmergency === true
    : c.kind === 'publish'
      ? scope.mayPublish
      : scope.mayUpdate
  return (
    c.kind !== 'withdraw' &&
    lets &&
    scope.log === c.log &&
    scope.sourceLog === log &&
    isIn(scope.collections, c.collection) &&
    isIn(scope.categories, c.category) &&
    isIn(scope.kinds, c.contentKind)
  )
}

/** Null is all. */
const isIn = (list: readonly unknown[] | null | undefined, value: unknown): boolean =>
  !list || list.includes(value)
