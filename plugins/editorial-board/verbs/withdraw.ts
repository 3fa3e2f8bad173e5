import type { PayloadRequest } from 'payload'
import {
  confirmReleased,
  isReleased,
  recordDecision,
  release,
  snapshotNow,
} from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { deciders, demandRole } from '../rights.ts'
import { recordEvent } from '../store.ts'

/** Why something public is withdrawn. */
export const withdrawalTypes = ['error', 'expired', 'law', 'privacy'] as const
export type WithdrawalType = (typeof withdrawalTypes)[number]

/**
 * The head or a deputy takes something off all public surfaces; a tombstone with type and explanation stays.
 *
 * @throws PortalError reason_required, not_public, not_a_member; those of release()
 */
export const withdraw = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  type: WithdrawalType
  explanation: string
}): Promise<Release> => {
  const { req, collection, id, type } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const made = await withTransaction(req, async (sql) => {
    if (!(await isReleased({ req, collection, id }))) throw boardError('not_public')
    const { body } = await snapshotNow({ req, collection, id })
    const { rows } = await sql.query<{ log: string }>(
      'select log from release.releases where collection = $1 and doc_id = $2 order by released_at desc limit 1',
      [collection, id],
    )
    const log = rows[0]?.log ?? (JSON.parse(body) as { log: string }).log
    const { user, role } = await demandRole(req, log, deciders)
    const decision = await recordDecision({
      req,
      decision: {
        submissionId: null,
        log,
        collection,
        docId: id,
        kind: 'withdraw',
        sha256: null,
        decidedBy: user,
        capacity: role === 'head' ? 'head' : 'deputy',
        reasonCode: type,
        explanation,
      },
    })
    await recordEvent(sql, {
      submissionId: null,
      collection,
      docId: id,
      actor: user,
      verb: 'withdraw',
      reasonCode: type,
      explanation,
    })
    return release({ req, decisionId: decision.id })
  })
  await confirmReleased({ req, release: made })
  return made
}
