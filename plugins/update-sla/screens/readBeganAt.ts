import type { Pool } from 'pg'

/** When this installation began to owe anything; null before its first tick. */
export const readBeganAt = async (pool: Pool): Promise<Date | null> => {
  const { rows } = await pool.query<{ at: Date }>('select began_at as at from sla.progress')
  return rows[0]?.at ?? null
}
