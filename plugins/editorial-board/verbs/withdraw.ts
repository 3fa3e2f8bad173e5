import type { PayloadRequest } from 'payload'
import { confirmReleased, isReleased } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { demandDecider } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { recordBoardDecision } from './recordBoardDecision.ts'
import { releaseSigned } from './releaseDecided.ts'
import { shownOf } from './shownOf.ts'

/** Why something public is withdrawn. */
export const withdrawalTypes = ['error', 'expired', 'law', 'privacy'] as const
export type WithdrawalType = (typeof withdrawalTypes)[number]

/**
 * The head, or who acts for the head, takes something off all public surfaces; a tombstone with type and explanation stays,
 * and leads readers to another address when one is given.
 * Called inside a transaction it joins it; then the caller runs `confirmReleased` of the release log after its own commit.
 *
 * @param options.redirectTo path on the same portal, or an https address
 * @throws PortalError reason_required, bad_input (a redirect that is no address), not_public, not_a_member; those of release()
 *   and demand
 */
export const withdraw = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  type: WithdrawalType
  explanation: string
  redirectTo?: string
  /** Called once it is known that the person decides, before anything is decided. */
  demand?: () => Promise<void> | void
}): Promise<Release> => {
  const { req, collection, id, type } = options
  const explanation = options.explanation.trim()
  if (explanation === '') throw boardError('reason_required')
  const redirectTo = options.redirectTo?.trim() ?? ''
  if (redirectTo !== '' && !/^(\/(?![/\\])|https:\/\/)[^\s\\]*$/.test(redirectTo))
    throw boardError('bad_input', { fields: [{ path: 'redirectTo' }] })
  const isJoined = Boolean(await req.transactionID)
  const made = await withTransaction(req, async (sql) => {
    if (!(await isReleased({ req, collection, id }))) throw boardError('not_public')
    const item = await publicItem(sql, collection, id)
    const { standing, capacity } = await demandDecider(req, item)
    await options.demand?.()
    const decider = { standing, capacity, board: standing.board, category: item.category }
    const decision = await recordBoardDecision(req, decider, {
      submissionId: null,
      log: item.log,
      collection,
      docId: id,
      kind: 'withdraw',
      sha256: null,
      reasonCode: type,
      explanation,
      ...(redirectTo === '' ? {} : { redirectTo }),
    })
    await recordEvent(sql, {
      submissionId: null,
      board: standing.board,
      collection,
      docId: id,
      actor: standing.person,
      verb: 'withdraw',
      ...capacity,
      reasonCode: type,
      explanation,
    })
    return releaseSigned(req, standing.board, decision.id)
  })
  if (!isJoined) await confirmReleased({ req, release: made })
  return made
}

const publicItem = async (sql: Sql, collection: string, id: number) => {
  const { rows } = await sql.query<{ log: string; body: string }>(
    `select log, body from release.releases where collection = $1 and doc_id = $2::int and body is not null
     order by released_at desc, seq desc limit 1`,
    [collection, id],
  )
  const [row] = rows
  if (!row) throw boardError('not_public')
  return { log: row.log, collection, category: shownOf(collection, row.body).category }
}
