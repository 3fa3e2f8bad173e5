import type { Pool } from 'pg'

/** Numbers of deliveries an operator may change, in `cross_posting.settings`. */
export type DeliverySettings = {
  /** Days the log of attempts reaches back. */
  attemptDays: number
  /** Attempts kept of one endpoint at most. */
  attemptsOfEndpoint: number
  /** Hours of failure after which an endpoint is given up until somebody has it tried again. */
  giveUpHours: number
  /** Hours for which an old key, secret or signature holds beside the new one. */
  overlapHours: number
}

/** Reads them. */
export const readSettings = async (pool: Pick<Pool, 'query'>): Promise<DeliverySettings> => {
  const { rows } = await pool.query<{ name: string; value: number }>(
    'select name, value from cross_posting.settings',
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.value])) as DeliverySettings // the table allows these names only
}
