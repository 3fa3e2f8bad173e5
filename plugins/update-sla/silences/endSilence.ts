import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { canRun } from '../rights.ts'

/**
 * Ends a silence before its time. What was reached while it lasted stays untold.
 *
 * @throws not_owner, silence_unknown, silence_over
 */
export const endSilence = async ({
  req,
  id,
  now,
}: {
  req: PayloadRequest
  id: number
  now: Date
}): Promise<{ id: number }> => {
  if (!canRun(req)) throw slaError('not_owner')
  return withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ isOver: boolean }>(
      `select ended_at is not null or until_at <= $2::timestamptz as "isOver" from sla.silences where id = $1::bigint for update`,
      [id, now.toISOString()],
    )
    if (!rows[0]) throw slaError('silence_unknown')
    if (rows[0].isOver) throw slaError('silence_over')
    await sql.query(
      'update sla.silences set ended_at = $2::timestamptz, ended_by = $3::int where id = $1::bigint',
      [id, now.toISOString(), req.user?.id],
    )
    return { id }
  })
}
