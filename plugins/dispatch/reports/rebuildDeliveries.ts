import type { Pool } from 'pg'
import { SAID, stateAt } from './ladderSql.ts'

/**
 * Writes what deliveries' columns are by their attempts and receipts alone, where they differ. What the hub decided itself
 * (expired, superseded, given up) stands in no attempt and stays.
 *
 * @returns how many differed: none, unless somebody wrote into them by hand
 */
export const rebuildDeliveries = async (
  pool: Pick<Pool, 'query'>,
  dispatchId: string,
): Promise<number> => {
  const { rowCount } = await pool.query(
    `with mine as (select id from dispatch.deliveries where dispatch_id = $1),
     tried as (
       select a.delivery_id as id, count(*)::int as attempts, min(a.ended_at) filter (where a.outcome = 'accepted') as accepted_at
       from dispatch.attempts a join mine on mine.id = a.delivery_id group by a.delivery_id),
     said as (select r.delivery_id as id, ${SAID} from dispatch.receipts r join mine on mine.id = r.delivery_id group by r.delivery_id),
     becomes as (
       select l.id, coalesce(t.attempts, 0) as attempts, t.accepted_at, s.received_at, s.staged_at, s.playing_at, s.played_at, s.proven_at,
         s.seconds, s.interrupted_by::uuid as interrupted_by,
         case when s.rung is not null then ${stateAt('s.rung', 's.is_refused')}
           when l.state in ('expired', 'superseded', 'cancelled', 'dead') then l.state
           when t.accepted_at is not null then 'accepted' else 'queued' end as state
       from dispatch.deliveries l join mine using (id) left join tried t using (id) left join said s using (id))
     update dispatch.deliveries l set state = b.state, attempts = b.attempts, accepted_at = b.accepted_at, received_at = b.received_at,
       staged_at = b.staged_at, playing_at = b.playing_at, played_at = b.played_at, proven_at = b.proven_at,
       played_seconds = b.seconds, interrupted_by = b.interrupted_by, changed_at = clock_timestamp()
     from becomes b where b.id = l.id
       and (l.state, l.attempts, l.accepted_at, l.received_at, l.staged_at, l.playing_at, l.played_at, l.proven_at, l.played_seconds,
         l.interrupted_by) is distinct from (b.state, b.attempts, b.accepted_at, b.received_at, b.staged_at, b.playing_at, b.played_at,
         b.proven_at, b.seconds, b.interrupted_by)`,
    [dispatchId],
  )
  return rowCount ?? 0
}
