import type { Pool } from 'pg'
import { isOvertaken } from './planBroadcasts.ts'
import type { DeviceMessage, Signer } from '../message.ts'

/** A device that asks. */
export type Asking = {
  deviceId: number
  /** Whether it fetches whatever waits for it. */
  isFetching: boolean
  /** Dispatches it has missed. */
  want: readonly string[]
}

const MOST = 50

/**
 * Gives a device what waits for it or what it asks for again, and notes that it was handed over. What is over, replaced or
 * was never meant for it, it is not given; out of service it gets cancellations and connection tests only.
 */
export const handOnRequest = async (
  pool: Pool,
  sign: Signer,
  asking: Asking,
): Promise<DeviceMessage[]> => {
  if (!asking.isFetching && asking.want.length === 0) return []
  const { rows } = await pool.query<{ id: string; number: string; snapshot: string }>({
    name: 'dispatch hand on request',
    text: HAND,
    values: [asking.deviceId, asking.isFetching, asking.want, MOST],
  })
  return rows
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map(({ id: dispatchId, number, snapshot }) =>
      sign({ dispatchId, number, snapshot }, new Date()),
    )
}

/** What was just handed over and not yet confirmed is not given at each turn again. */
const HAND = `with open as (
    select l.id from dispatch.deliveries l
    where $2 and l.device_id = $1 and l.state in ('queued', 'accepted') and (l.state = 'queued' or l.confirm_by <= now())
    union
    select l.id from dispatch.deliveries l
    where l.dispatch_id = any($3::uuid[]) and l.device_id = $1 and l.state in ('queued', 'accepted', 'received', 'staged', 'refused', 'dead')),
  mine as materialized (
    select l.id, d.id as dispatch_id, d.number, d.snapshot, d.expires_at from open o join dispatch.deliveries l on l.id = o.id
    join dispatch.dispatches d on d.id = l.dispatch_id join public.devices v on v.id = l.device_id
    -- Looked at once more when the row is held: an instruction given meanwhile may have closed it.
    where l.state in ('queued', 'accepted', 'received', 'staged', 'refused', 'dead')
      and (v.lifecycle::text = 'active' or d.kind in ('cancel', 'test')) and (d.expires_at is null or d.expires_at > now())
      and not ${isOvertaken('l.device_id')}
    order by l.id limit $4 for update of l),
  settled as (
    update dispatch.deliveries l set attempts = l.attempts + 1, lease = null, lease_until = null, last_error = null,
      accepted_at = coalesce(l.accepted_at, now()), changed_at = clock_timestamp(),
      state = case when l.state in ('queued', 'dead') then 'accepted' else l.state end,
      confirm_by = case when l.state in ('queued', 'accepted', 'dead') then clock_timestamp() + interval '30 seconds' end
    from mine where l.id = mine.id returning l.id, l.attempts),
  kept as (
    insert into dispatch.attempts (delivery_id, n, started_at, ended_at, outcome, detail)
    select id, attempts, now(), now(), 'accepted', 'fetched' from settled)
  select dispatch_id as id, number, snapshot from mine`
