import type { Pool } from 'pg'

/** Removes attempts older, or more of an endpoint, than the settings keep. */
export const sweepAttempts = async (pool: Pick<Pool, 'query'>): Promise<number> => {
  const { rowCount } = await pool.query(
    `with s as (select max(value) filter (where name = 'attemptDays') as days,
         max(value) filter (where name = 'attemptsOfEndpoint') as most from cross_posting.settings),
       oldest as (select e.id, (select a.id from cross_posting.attempts a where a.endpoint_id = e.id
         order by a.id desc offset (select most from s) - 1 limit 1) as first from cross_posting.endpoints e)
     delete from cross_posting.attempts a using oldest o, s where o.id = a.endpoint_id
       and (a.started_at < clock_timestamp() - make_interval(days => s.days) or a.id < o.first)`,
  )
  return rowCount ?? 0
}
