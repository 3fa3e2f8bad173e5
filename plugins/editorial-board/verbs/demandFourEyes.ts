import type { FlowStep } from '#domain/board/flow.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { identitiesOf } from '../people/contributors.ts'
import type { Standing } from '../people/standing.ts'
import type { Review } from '../store.ts'

/**
 * Nobody checks or approves what he wrote himself: not the submitter, and by most flows nobody who wrote in the item since
 * the last release. Two accounts of one person count as one. Whoever took an item in from another log wrote nothing of it.
 *
 * @throws PortalError own_work
 */
export const demandFourEyes = async (
  sql: Sql,
  review: Review,
  step: FlowStep | undefined,
  standing: Standing,
): Promise<void> => {
  if (await isOwnWork(sql, review, step, standing)) throw boardError('own_work')
}

/** Whether the rule of four eyes keeps somebody from voting at a step. */
export const isOwnWork = async (
  sql: Sql,
  review: Review,
  step: FlowStep | undefined,
  standing: Standing,
): Promise<boolean> => {
  const rule = review.flow?.fourEyes ?? 'contributors'
  if (rule === 'none' || step?.kind === 'edit' || step?.actors.includes('supplier')) return false
  const submitter = review.isIncoming ? [] : [review.submittedBy]
  const writers =
    rule === 'submitter' ? submitter : [...new Set([...submitter, ...review.contributors])]
  const identities = await identitiesOf(sql, writers)
  return [...identities.values()].includes(standing.identity)
}
