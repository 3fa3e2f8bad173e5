import type { Logger } from 'pino'
import type { Pool } from 'pg'

const BEAT_MS = 2000
/** Longer than a beat is ever late while its process lives; short, since an emergency may be what the dead one held. */
const DEAD_AFTER_SECONDS = 12

/**
 * Says every two seconds that this process's workers live, and frees the jobs of those that say so no more: a killed
 * worker's jobs would otherwise stay locked for four hours. A job may then run again that had run already; every task is
 * idempotent.
 *
 * @param options.ids as they stand in a job's `locked_by`
 * @returns a function that ends it
 */
export const watchWorkers = (options: {
  pool: Pool
  logger: Logger
  ids: () => readonly string[]
}): (() => Promise<void>) => {
  const { pool, logger, ids } = options
  let lastBeatAt = 0
  let isBusy = false
  const beat = async () => {
    if (isBusy) return
    isBusy = true
    try {
      await pool.query(
        `insert into web.workers (id) select unnest($1::text[]) on conflict (id) do update set seen_at = excluded.seen_at`,
        [ids()],
      )
      // After a database that was away everybody is late: who was late itself judges nobody.
      const isSteady = Date.now() - lastBeatAt < 2 * BEAT_MS
      lastBeatAt = Date.now()
      if (isSteady) await freeJobsOfTheDead(pool, logger)
    } catch (error) {
      logger.warn({ err: error }, 'worker: could not say that it lives')
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => void beat(), BEAT_MS)
  void beat()
  return async () => {
    clearInterval(timer)
    await pool.query('delete from web.workers where id = any($1::text[])', [ids()])
  }
}

const freeJobsOfTheDead = async (pool: Pool, logger: Logger) => {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct j.locked_by as id from graphile_worker.jobs j
     where j.locked_at < now() - make_interval(secs => $1) and not exists (
       select from web.workers w where w.id = j.locked_by and w.seen_at > now() - make_interval(secs => $1))`,
    [DEAD_AFTER_SECONDS],
  )
  if (rows.length === 0) return
  const dead = rows.map((one) => one.id)
  logger.warn({ workers: dead.length }, 'worker: jobs of workers that are gone are taken up')
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  await pool.query(`delete from web.workers where seen_at < now() - interval '1 hour'`)
}
