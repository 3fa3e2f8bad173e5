import type { PayloadRequest } from 'payload'
import { isReleased } from '#plugins/release-log/index.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'

/**
 * Takes a copy down because its origin was withdrawn, and off the desk if it waits there. Safe to run again; stands back when
 * the origin has been published anew meanwhile.
 *
 * @param options.req a job's, without a user
 */
export const withdrawCopy = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  origin: { log: string; seq: number }
}): Promise<void> => {
  const { req, collection, id, origin } = options
  const { board } = theOptions()
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ reasonCode: string | null; explanation: string | null }>(
    `select reason_code as "reasonCode", explanation from release.releases where log = $1 and seq = $2::bigint`,
    [origin.log, origin.seq],
  )
  const { reasonCode, explanation } = rows[0] ?? { reasonCode: null, explanation: null }
  // A board that approves at this moment is waited for; what it made public is then found.
  await board.recallIncoming({ req, collection, id, explanation: explanation ?? '' })
  if (!(await isReleased({ req, collection, id }))) return
  try {
    await board.withdrawWithOrigin({
      req,
      collection,
      id,
      origin,
      reasonCode: reasonCode ?? 'error',
      explanation: explanation ?? '',
    })
  } catch (error) {
    if (!(error instanceof PortalError) || !over.has(error.code)) throw error
  }
}

/** There is nothing to take down any more. */
const over = new Set(['not_public', 'nothing_to_withdraw', 'origin_stale'])
