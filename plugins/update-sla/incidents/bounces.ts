import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { sqlOf } from '#kit/transaction.ts'
import { tellingOptions } from '../alerts/tellingOptions.ts'
import { slaError } from '../errors.ts'
import { canRun } from '../rights.ts'

/** An address to which nothing is sent any more. */
export type BounceRow = { id: string; email: string; reason: string; at: Date }

/** Addresses that were refused for good and that nobody has cleared yet. */
export const readBounces = async (pool: Pool): Promise<BounceRow[]> => {
  if (tellingOptions().queueMail) return []
  const { rows } = await pool.query<BounceRow>(
    `select id::text, email, reason, bounced_at as at from web.bounces where cleared_at is null order by id desc limit 200`,
  )
  return rows
}

/**
 * Lets mail go to an address again.
 *
 * @throws not_owner, bounce_unknown
 */
export const clearBounce = async ({
  req,
  id,
  now,
}: {
  req: PayloadRequest
  id: number
  now: Date
}): Promise<{ id: number }> => {
  if (!canRun(req)) throw slaError('not_owner')
  const sql = await sqlOf(req)
  const { rowCount } = await sql.query(
    `update web.bounces set cleared_at = $2::timestamptz, cleared_by = $3::int where id = $1::bigint and cleared_at is null`,
    [id, now.toISOString(), req.user?.id],
  )
  if (rowCount === 0) throw slaError('bounce_unknown')
  return { id }
}
