import type { Pool } from 'pg'

/**
 * Makes every job that waits for its next turn due at once. A job that failed a moment ago may still be in the hands of
 * its worker; it is waited for.
 *
 * @param pool as a role that sees the job queue
 */
export const skipWaiting = async (pool: Pick<Pool, 'query'>): Promise<void> => {
  for (const end = Date.now() + 10_000; ;) {
    const { rowCount } = await pool.query(
      'select from graphile_worker._private_jobs where locked_at is not null limit 1',
    )
    if (rowCount === 0) break
    if (Date.now() > end) throw new Error('a job stays in the hands of its worker')
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  await pool.query(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 second' where run_at > now()`,
  )
}
