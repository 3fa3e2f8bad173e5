import type { Pool } from 'pg'

/**
 * A check for `/readyz` of processes that work: fails when no clock has ticked for three minutes, so that an outside
 * monitor sees a dead worker.
 *
 * @throws Error
 */
export const demandTicking = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ fresh: boolean }>(
    `select at > now() - interval '3 minutes' as fresh from web.heartbeats where name = 'ticker'`,
  )
  if (!rows[0]?.fresh) throw new Error('the clock of background work has stopped')
}
