import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Claimed, Kind, Lane } from './claimed.ts'
import { isOvertaken } from './planBroadcasts.ts'

/** What was leased, and the database's time of it. */
export type Claim = { deliveries: Claimed[]; at: Date | undefined }

/**
 * Leases what is due of one kind in one lane, oldest first; other processes pass over it until the lease ends. What has
 * expired, what its device may not be sent any more and what a newer instruction took the place of is closed instead.
 */
export const claim = async (
  pool: Pool,
  options: { lane: Lane; kind: Kind; limit: number; leaseSeconds: number },
): Promise<Claim> => {
  const { lane, kind, limit, leaseSeconds } = options
  const { rows } = await pool.query<Claimed & { isClosed: boolean; at: Date }>({
    name: `dispatch claim ${kind}`,
    text: kind === 'unconfirmed' ? CLAIM_UNCONFIRMED : CLAIM_QUEUED,
    values: [
      lane,
      limit,
      randomUUID(),
      leaseSeconds,
      ...(kind === 'unconfirmed' ? [] : [kind === 'doubtful']),
    ],
  })
  const deliveries = rows
    .filter((one) => !one.isClosed)
    .map(({ isClosed: _isClosed, at: _at, ...one }) => ({ ...one, kind }))
  return { deliveries, at: rows[0]?.at }
}

/** A device that is not active any more is tested, and told that something is over, but given nothing else (S-6.2, S-8.4). */
const IS_BARRED = `(v.lifecycle::text <> 'active' and d.kind not in ('test', 'cancel'))`

/** The state in which a delivery is closed; null for one that is sent. */
const CLOSED = `case when d.expires_at <= now() then 'expired' when ${IS_BARRED} then 'cancelled'
  when ${isOvertaken('due.device_id')} then 'superseded' end`

const RETURNED = `l.id, l.lease, l.lane, l.dispatch_id as "dispatchId", l.device_id as "deviceId", l.device_code as "deviceCode",
  l.unit_code as "unitCode", l.device_class as "deviceClass", l.channel, l.address, v.alternate_channel::text as "alternateChannel",
  v.alternate_address as "alternateAddress", l.attempts, l.lease is null as "isClosed",
  clock_timestamp() as at`

/** A lease ends where the next attempt is due: no index entry of what is leased stands before what waits. */
const CLAIM_QUEUED = `with due as materialized (
    select id, dispatch_id, device_id from dispatch.deliveries
    where lane = $1 and is_doubtful = $5 and state = 'queued' and next_at <= now()
    order by next_at limit $2 for update skip locked)
  update dispatch.deliveries l set
    state = coalesce(c.closed, l.state),
    lease = case when c.closed is null then $3::uuid end,
    lease_until = case when c.closed is null then clock_timestamp() + make_interval(secs => $4) end,
    next_at = clock_timestamp() + make_interval(secs => $4), changed_at = clock_timestamp()
  from due join dispatch.dispatches d on d.id = due.dispatch_id join public.devices v on v.id = due.device_id,
    lateral (select ${CLOSED} as closed) c
  where l.id = due.id
  returning ${RETURNED}`

const CLAIM_UNCONFIRMED = `with due as materialized (
    select id, dispatch_id, device_id from dispatch.deliveries
    where state = 'accepted' and confirm_by <= now() and lane = $1
    order by confirm_by limit $2 for update skip locked)
  update dispatch.deliveries l set
    lease = case when c.closed is null then $3::uuid end,
    lease_until = case when c.closed is null then clock_timestamp() + make_interval(secs => $4) end,
    confirm_by = case when c.closed is null then clock_timestamp() + make_interval(secs => $4) end
  from due join dispatch.dispatches d on d.id = due.dispatch_id join public.devices v on v.id = due.device_id,
    lateral (select ${CLOSED} as closed) c
  where l.id = due.id
  returning ${RETURNED}`

/** Lengthens leases of attempts that are still under way. */
export const renew = async (
  pool: Pool,
  under: readonly Claimed[],
  leaseSeconds: number,
): Promise<void> => {
  if (under.length === 0) return
  await pool.query(
    `with mine as (
       select l.id from dispatch.deliveries l join unnest($1::uuid[], $2::uuid[]) as m (id, lease) on m.id = l.id and m.lease = l.lease
       order by l.id for update of l)
     update dispatch.deliveries l set lease_until = clock_timestamp() + make_interval(secs => $3),
       next_at = case when l.state = 'queued' then clock_timestamp() + make_interval(secs => $3) else l.next_at end,
       confirm_by = case when l.confirm_by is not null then clock_timestamp() + make_interval(secs => $3) end
     from mine where l.id = mine.id`,
    [under.map((one) => one.id), under.map((one) => one.lease), leaseSeconds],
  )
}

/** Which kinds of which lanes have something due; costs one look at an index each. */
export const readDue = async (pool: Pool): Promise<{ lane: Lane; kind: Kind }[]> => {
  const { rows } = await pool.query<{ lane: Lane; kind: Kind }>({ name: 'dispatch due', text: DUE })
  return rows
}

const DUE = `select lane, kind from (values (0), (1), (2)) as lanes (lane),
  (values ('fresh', false), ('doubtful', true)) as kinds (kind, is_doubtful)
  where exists (select from dispatch.deliveries l where l.lane = lanes.lane and l.is_doubtful = kinds.is_doubtful
    and l.state = 'queued' and l.next_at <= now())
  union all
  select lane, 'unconfirmed' from (values (0), (1), (2)) as lanes (lane)
  where exists (select from dispatch.deliveries l where l.lane = lanes.lane and l.state = 'accepted' and l.confirm_by <= now())
  order by lane`
