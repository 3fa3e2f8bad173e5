import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { nextAttemptAt } from '#domain/dispatch/deliveryState.ts'

/** A delivery whose turn it is, leased to this process. */
export type Claimed = {
  id: string
  dispatchId: string
  deviceCode: string
  unitCode: string
  channel: 'http' | 'mqtt'
  address: string | null
  lane: 0 | 1 | 2
  attempts: number
  lease: string
  snapshot: string
  expiresAt: Date | null
}

/**
 * Leases what is due in a lane, fresh deliveries before retries, so that devices which hang do not delay those which
 * answer. What has expired is closed instead.
 */
export const claimDue = async (
  pool: Pool,
  options: { lane: number; limit: number; leaseSeconds: number },
): Promise<Claimed[]> => {
  await pool.query(
    `update dispatch.deliveries l set state = 'expired', changed_at = clock_timestamp()
     from dispatch.dispatches d where d.id = l.dispatch_id and l.lane = $1 and l.state = 'queued' and d.expires_at <= now()`,
    [options.lane],
  )
  const { rows } = await pool.query<Claimed>(
    `with due as (
       select id from dispatch.deliveries
       where lane = $1 and state = 'queued' and next_at <= now() and (lease_until is null or lease_until <= now())
       order by attempts, next_at limit $2 for update skip locked
     )
     update dispatch.deliveries l set lease = $3::uuid, lease_until = now() + make_interval(secs => $4)
     from due, dispatch.dispatches d where l.id = due.id and d.id = l.dispatch_id
     returning l.id, l.dispatch_id as "dispatchId", l.device_code as "deviceCode", l.unit_code as "unitCode", l.channel,
       l.address, l.lane, l.attempts, l.lease, d.snapshot, d.expires_at as "expiresAt"`,
    [options.lane, options.limit, randomUUID(), options.leaseSeconds],
  )
  return rows
}

/** The transport took the message. Nothing happens when the lease went to somebody else meanwhile. */
export const settleAccepted = async (pool: Pool, one: Claimed, startedAt: Date): Promise<void> => {
  await pool.query(
    `with settled as (
       update dispatch.deliveries set attempts = attempts + 1, accepted_at = coalesce(accepted_at, clock_timestamp()),
         state = case when state = 'queued' then 'accepted' else state end, lease = null, lease_until = null,
         last_error = null, changed_at = clock_timestamp()
       where id = $1 and lease = $2 returning id, attempts
     )
     insert into dispatch.attempts (delivery_id, n, started_at, outcome) select id, attempts, $3, 'accepted' from settled`,
    [one.id, one.lease, startedAt],
  )
}

/** The attempt failed: another follows after a pause, or the delivery is dead. */
export const settleFailed = async (
  pool: Pool,
  one: Claimed,
  failure: { startedAt: Date; detail: string; now: Date },
): Promise<void> => {
  const again = nextAttemptAt({
    lane: one.lane,
    attempts: one.attempts + 1,
    now: failure.now,
    random: Math.random(),
  })
  await pool.query(
    `with settled as (
       update dispatch.deliveries set attempts = attempts + 1, lease = null, lease_until = null, last_error = $3,
         state = case when state = 'queued' and $4::timestamptz is null then 'dead' else state end,
         next_at = coalesce($4::timestamptz, next_at), changed_at = clock_timestamp()
       where id = $1 and lease = $2 returning id, attempts
     )
     insert into dispatch.attempts (delivery_id, n, started_at, outcome, detail)
     select id, attempts, $5, 'failed', $3 from settled`,
    [
      one.id,
      one.lease,
      failure.detail.slice(0, 300),
      again?.toISOString() ?? null,
      failure.startedAt,
    ],
  )
}

/** When the next delivery of a lane is due; nothing when none waits. */
export const nextDueAt = async (pool: Pool, lane: number): Promise<Date | null> => {
  const { rows } = await pool.query<{ at: Date | null }>(
    `select min(greatest(next_at, coalesce(lease_until, next_at))) as at from dispatch.deliveries where lane = $1 and state = 'queued'`,
    [lane],
  )
  return rows[0]?.at ?? null
}
