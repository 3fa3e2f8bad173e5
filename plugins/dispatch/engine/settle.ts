import type { Pool } from 'pg'
import type { Claimed } from './claimed.ts'

/** What became of a claimed delivery. */
export type Settled = {
  delivery: Claimed
  /** `waiting`: its device will fetch it; `released`: this process ends and has done nothing; `expired`: it came too late. */
  outcome: 'accepted' | 'failed' | 'waiting' | 'released' | 'expired'
  startedAt: Date
  endedAt: Date
  detail: string | null
  /** When it is looked at again; null: never. */
  nextAt: Date | null
  /** Whether the outcome says something of the device itself: a broker that is away does not. */
  tellsHealth: boolean
}

/** A device that began to fail, or answers again. */
export type HealthChange = { deviceId: number; isDoubtful: boolean }

/**
 * Writes what became of many deliveries, with their attempts and their devices' health, in one statement. What was leased to
 * somebody else meanwhile is left alone.
 */
export const settle = async (pool: Pool, batch: readonly Settled[]): Promise<HealthChange[]> => {
  const { rows } = await pool.query<HealthChange>({
    name: 'dispatch settle',
    text: SETTLE,
    values: [
      batch.map((one) => one.delivery.id),
      batch.map((one) => one.delivery.lease),
      batch.map((one) => one.outcome),
      batch.map((one) => one.startedAt),
      batch.map((one) => one.endedAt),
      batch.map((one) => one.detail?.slice(0, 300) ?? null),
      batch.map((one) => one.nextAt),
      batch.map((one) => one.tellsHealth),
    ],
  })
  if (rows.length > 0) await markDoubtful(pool, rows)
  return rows
}

/** Rows are locked in the order of their ids, as receipts lock them, so that the two never wait for each other. */
const SETTLE = `with r as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::timestamptz[], $8::bool[])
      as r (id, lease, outcome, started_at, ended_at, detail, next_at, tells_health)),
  mine as materialized (
    select l.id, r.outcome, r.started_at, r.ended_at, r.detail, r.next_at, r.tells_health
    from dispatch.deliveries l join r on r.id = l.id and r.lease = l.lease order by l.id for update of l),
  settled as (
    update dispatch.deliveries l set
      lease = null, lease_until = null, changed_at = clock_timestamp(),
      attempts = l.attempts + (m.outcome in ('accepted', 'failed'))::int,
      accepted_at = case when m.outcome = 'accepted' then coalesce(l.accepted_at, m.ended_at) else l.accepted_at end,
      last_error = case m.outcome when 'accepted' then null when 'failed' then m.detail else l.last_error end,
      is_doubtful = case when m.tells_health and m.outcome = 'failed' then true
        when m.tells_health and m.outcome = 'accepted' then false else l.is_doubtful end,
      state = case when l.state <> 'queued' then l.state
        when m.outcome = 'accepted' then 'accepted'
        when m.outcome = 'expired' then 'expired'
        when m.outcome = 'failed' and m.next_at is null then 'dead' else l.state end,
      next_at = case when m.outcome = 'accepted' then l.next_at else coalesce(m.next_at, l.next_at) end,
      confirm_by = case when l.received_at is not null or l.state not in ('queued', 'accepted') or m.outcome = 'expired' then null
        when m.outcome = 'accepted' or l.state = 'accepted' then m.next_at end
    from mine m where l.id = m.id
    returning l.id, l.device_id, l.attempts as n, m.outcome, m.started_at, m.ended_at, m.detail, m.tells_health),
  kept as (
    insert into dispatch.attempts (delivery_id, n, started_at, ended_at, outcome, detail)
    select id, n, started_at, ended_at, outcome, detail from settled where outcome in ('accepted', 'failed')),
  health as (
    select s.device_id, count(*) filter (where s.outcome = 'failed') as failed, bool_or(s.outcome = 'accepted') as is_well,
      min(s.ended_at) as at, coalesce(max(d.failures), 0) as before
    from settled s left join dispatch.device_states d on d.device_id = s.device_id
    where s.tells_health and s.outcome in ('accepted', 'failed') group by s.device_id),
  changed as (
    insert into dispatch.device_states as d (device_id, failures, failing_since)
    select device_id, case when is_well then 0 else failed end, case when is_well then null else at end
    from health where not is_well or before > 0 order by device_id
    on conflict (device_id) do update set
      failures = case when excluded.failures = 0 then 0 else d.failures + excluded.failures end,
      failing_since = case when excluded.failures = 0 then null else coalesce(d.failing_since, excluded.failing_since) end)
  select device_id as "deviceId", not is_well as "isDoubtful" from health where (not is_well) <> (before > 0)`

/** What else waits for these devices goes to the places of their kind. */
const markDoubtful = async (pool: Pool, changes: readonly HealthChange[]) => {
  await pool.query(
    `with due as (
       select l.id, c.is_doubtful from dispatch.deliveries l
       join unnest($1::int[], $2::bool[]) as c (device_id, is_doubtful) on c.device_id = l.device_id
       where l.state = 'queued' and l.is_doubtful <> c.is_doubtful order by l.id for update of l skip locked)
     update dispatch.deliveries l set is_doubtful = due.is_doubtful from due where l.id = due.id`,
    [changes.map((one) => one.deviceId), changes.map((one) => one.isDoubtful)],
  )
}
