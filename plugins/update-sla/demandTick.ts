import type { Pool } from 'pg'

/**
 * A check for `/readyz`: fails when no tick of the clocks has gone through for some minutes, whichever process it was to run
 * in, so that an outside monitor sees a dead or stuck worker. A process that is younger than that does not judge yet.
 *
 * @param options.minutes how old the last tick may be
 * @param options.startedAt when this process began
 * @throws Error
 */
export const demandTick = async (options: {
  pool: Pool
  startedAt: Date
  minutes?: number
  now?: Date
}): Promise<void> => {
  const { pool, minutes = 5, startedAt, now = new Date() } = options
  if (now.getTime() - startedAt.getTime() < minutes * 60_000) return
  const { rows } = await pool.query<{ age: number }>(
    'select extract(epoch from now() - ticked_at)::int as age from sla.progress',
  )
  const [last] = rows
  if (!last) throw new Error('the clocks of deadlines have never ticked')
  if (last.age > minutes * 60)
    throw new Error(`the clocks of deadlines stand still for ${Math.floor(last.age / 60)} minutes`)
}
