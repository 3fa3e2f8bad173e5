import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Called } from './callEndpoint.ts'

/** Emergencies go in lane 0, past whatever else an endpoint waits for. */
export type Lane = 0 | 1

/** A hint whose turn it is, leased to this process. */
export type ClaimedHint = {
  endpointId: string
  site: string
  url: string
  secretGeneration: number
  hasOldSecret: boolean
  log: string
  lane: Lane
  seq: number
  collection: string
  docId: number
  kind: string
  sha256: string | null
  releasedAt: Date
  messageId: string
  failures: number
  failingSince: Date | null
  lease: string
}

/**
 * Raises hints for what was released: of each endpoint that listens the newest of its collections, in the place of an older one
 * that it has not heard yet. One that fails is not tried sooner for it, unless it is an emergency, for which even an endpoint
 * that was given up is tried once more.
 */
export const raiseHints = async (
  client: PoolClient,
  log: string,
  seqs: readonly number[],
): Promise<Lane[]> => {
  const { rows } = await client.query<{ lane: Lane }>(
    `with released as (
       select r.seq, r.collection, r.doc_id, r.kind, r.sha256, r.released_at,
         case when d.capacity = 'emergency' then 0 else 1 end as lane
       from release.releases r join release.decisions d on d.id = r.decision_id where r.log = $1 and r.seq = any($2)
     ), raised as (
       insert into cross_posting.hints as h (endpoint_id, log, lane, seq, collection, doc_id, kind, sha256, released_at)
       select distinct on (e.id, r.lane) e.id, $1, r.lane, r.seq, r.collection, r.doc_id, r.kind, r.sha256, r.released_at
       from cross_posting.endpoints e join released r on e.collections is null or r.collection = any(e.collections)
       where e.state = 'active' and e.logs @> array[$1] order by e.id, r.lane, r.seq desc
       on conflict (endpoint_id, log, lane) do update set seq = excluded.seq, collection = excluded.collection,
         doc_id = excluded.doc_id, kind = excluded.kind, sha256 = excluded.sha256, released_at = excluded.released_at,
         message_id = gen_random_uuid(), dead_at = case when h.lane = 0 then null else h.dead_at end,
         next_at = case when h.failures = 0 or h.lane = 0 then clock_timestamp() else h.next_at end
       returning lane
     ) select distinct lane from raised order by lane`,
    [log, seqs],
  )
  return rows.map((row) => row.lane)
}

/**
 * Leases what is due in a lane, those that never failed first: at most one hint of an endpoint at a time.
 *
 * @param options.isAny false: only endpoints without a failure, so that those which hang cannot take all places
 */
export const claimHints = async (
  pool: Pool,
  options: { lane: Lane; limit: number; leaseSeconds: number; isAny: boolean },
): Promise<ClaimedHint[]> => {
  const { rows } = await pool.query<ClaimedHint>(
    `with due as (
       select h.endpoint_id, h.log, h.lane from cross_posting.hints h join cross_posting.endpoints e on e.id = h.endpoint_id
       where h.lane = $1 and h.seq > h.told_seq and h.dead_at is null and h.next_at <= clock_timestamp()
         and (h.lease_until is null or h.lease_until <= clock_timestamp()) and e.state = 'active' and ($5 or h.failures = 0)
         and not exists (select from cross_posting.hints o where o.endpoint_id = h.endpoint_id and o.lane = h.lane
           and o.log <> h.log and (o.lease_until > clock_timestamp()
             or (o.log < h.log and o.seq > o.told_seq and o.dead_at is null and o.next_at <= clock_timestamp())))
       order by h.failures, h.next_at limit $2 for no key update of h, e skip locked
     )
     update cross_posting.hints h set lease = $3::uuid, lease_until = clock_timestamp() + make_interval(secs => $4)
     from due, cross_posting.endpoints e
     where h.endpoint_id = due.endpoint_id and h.log = due.log and h.lane = due.lane and e.id = h.endpoint_id
     returning h.endpoint_id as "endpointId", e.site, e.url, e.secret_generation as "secretGeneration",
       coalesce(e.overlap_until > clock_timestamp(), false) as "hasOldSecret", h.log, h.lane, h.seq::float8 as seq, h.collection,
       h.doc_id as "docId", h.kind, h.sha256, h.released_at as "releasedAt", h.message_id as "messageId", h.failures,
       h.failing_since as "failingSince", h.lease`,
    [options.lane, options.limit, randomUUID(), options.leaseSeconds, options.isAny],
  )
  return rows
}

const INSERT_ATTEMPT = `insert into cross_posting.attempts
  (endpoint_id, type, log, seq, message_id, started_at, duration_ms, latency_ms, outcome, status, detail)`

/**
 * The endpoint has heard. Nothing happens when the lease went to somebody else meanwhile.
 *
 * @returns whether it has to hear something newer by now
 */
export const settleTold = async (
  pool: Pool,
  one: ClaimedHint,
  call: Called & { startedAt: Date },
): Promise<boolean> => {
  const { rows } = await pool.query<{ isPending: boolean }>(
    `with settled as (
       update cross_posting.hints set told_seq = greatest(told_seq, $4::bigint), failures = 0, failing_since = null, dead_at = null,
         next_at = clock_timestamp(), lease = null, lease_until = null
       where endpoint_id = $1 and log = $2 and lane = $3 and lease = $5 returning seq > told_seq as "isPending"
     ), noted as (
       ${INSERT_ATTEMPT} select $1, 'release', $2, $4::bigint, $6, $7, $8,
         greatest(0, extract(epoch from clock_timestamp() - $9::timestamptz) * 1000)::int, $10, $11, null from settled
     ) select "isPending" from settled`,
    [
      ...keyOf(one),
      one.seq,
      one.lease,
      one.messageId,
      call.startedAt,
      call.durationMs,
      one.releasedAt,
      call.outcome,
      call.status,
    ],
  )
  return rows[0]?.isPending ?? false
}

/** The endpoint has not heard: it is tried again at `nextAt`, or given up; one that is gone is called no more. */
export const settleFailed = async (
  pool: Pool,
  one: ClaimedHint,
  call: Called & { startedAt: Date; nextAt: Date | null },
): Promise<void> => {
  await pool.query(
    `with settled as (
       update cross_posting.hints set failures = failures + 1, failing_since = coalesce(failing_since, $7),
         next_at = coalesce($12::timestamptz, next_at), dead_at = case when $12::timestamptz is null then clock_timestamp() end,
         lease = null, lease_until = null
       where endpoint_id = $1 and log = $2 and lane = $3 and lease = $5 returning endpoint_id
     ), gone as (
       update cross_posting.endpoints e set state = 'gone', problem = 'gone', changed_at = clock_timestamp()
       from settled where e.id = settled.endpoint_id and $9 = 'gone' and e.state = 'active'
     ) ${INSERT_ATTEMPT} select $1, 'release', $2, $4::bigint, $6, $7, $8, null, $9, $10, $11 from settled`,
    [
      ...keyOf(one),
      one.seq,
      one.lease,
      one.messageId,
      call.startedAt,
      call.durationMs,
      call.outcome,
      call.status,
      call.detail,
      call.nextAt,
    ],
  )
}

/** Puts a hint back as it was, for another process. */
export const giveBack = async (pool: Pool, one: ClaimedHint): Promise<void> => {
  await pool.query(
    `update cross_posting.hints set lease = null, lease_until = null
     where endpoint_id = $1 and log = $2 and lane = $3 and lease = $4`,
    [...keyOf(one), one.lease],
  )
}

const keyOf = (one: ClaimedHint): [string, string, Lane] => [one.endpointId, one.log, one.lane]

/** When the next hint of a lane is due, or the lease of one that is under way ends; null when none waits. */
export const nextHintDueAt = async (pool: Pool, lane: Lane): Promise<Date | null> => {
  const { rows } = await pool.query<{ at: Date | null }>(
    `select min(greatest(h.next_at, coalesce(h.lease_until, h.next_at))) as at from cross_posting.hints h
     join cross_posting.endpoints e on e.id = h.endpoint_id and e.state = 'active'
     where h.lane = $1 and h.seq > h.told_seq and h.dead_at is null`,
    [lane],
  )
  return rows[0]?.at ?? null
}
