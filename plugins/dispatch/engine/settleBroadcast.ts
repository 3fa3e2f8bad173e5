import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { confirmSeconds } from '#domain/dispatch/deliveryState.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import type { Area } from '../drivers/driver.ts'
import type { Published } from './broadcast.ts'
import { isCovered } from '../isCovered.ts'
import { IS_FOR_AREAS, isReplaced } from './planBroadcasts.ts'

/** The broker is not disturbed while it hands over; single deliveries are held for longer than that. */
const FIRST_MS = 400

/**
 * Writes that an area was published to, when the broker has had a moment to hand it to all. A database that is away for a
 * moment does not make the whole area be handed singly.
 */
export const settleBroadcast = async (pool: Pool, published: Published): Promise<void> => {
  for (const ms of [FIRST_MS, 100, 300, 1000, 2000]) {
    await pause(ms)
    try {
      await settleOnce(pool, published)
      return
    } catch {
      // It is tried again; after the last time its lease runs out.
    }
  }
  await settleOnce(pool, published)
}

/**
 * Marks all deliveries of an area as handed over by one publication. When the chain has gone on meanwhile, what came after is
 * published again: a publication that was late must not have the last word.
 */
const settleOnce = async (pool: Pool, published: Published): Promise<void> => {
  const { broadcast } = published
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update dispatch.broadcasts b set done_at = clock_timestamp(), lease = null, last_error = null,
         cleared_at = case when b.clear_at <= now() and not ${isReplaced('b', 'd')} then null else b.cleared_at end
       from dispatch.dispatches d where b.id = $1 and b.lease = $2 and d.id = b.dispatch_id`,
      [broadcast.id, broadcast.lease],
    )
    if (rowCount !== 1) return
    await client.query(
      `update dispatch.broadcasts b set done_at = null, next_at = clock_timestamp()
       from dispatch.dispatches d, dispatch.dispatches mine
       where mine.id = $1 and d.chain = mine.chain and d.number > mine.number and b.dispatch_id = d.id
         and b.channel = $2 and b.kind = $3 and b.code = $4 and b.done_at is not null
         and d.number = (select max(n.number) from dispatch.dispatches n where n.chain = mine.chain and ${IS_FOR_AREAS})`,
      [broadcast.dispatchId, broadcast.channel, broadcast.kind, broadcast.code],
    )
    if (!broadcast.isOvertaken) await markHanded(client, published)
  })
}

/** A device may have said that it has it before this is written. */
const markHanded = async (
  client: Pick<Pool, 'query'>,
  { broadcast, startedAt, endedAt }: Published,
) => {
  const codes = (kind: Area['kind']) => (broadcast.kind === kind ? [broadcast.code] : [])
  await client.query(
    `with mine as materialized (
       select l.id from dispatch.deliveries l
       where l.dispatch_id = $1 and l.channel = $2 and l.attempts = 0 and l.accepted_at is null
         and (l.state = 'queued' or l.received_at is not null) and ${isCovered({ id: 'l.device_id', unit: 'l.unit_code' })}
       order by l.id for update of l),
     settled as (
       update dispatch.deliveries l set attempts = 1, accepted_at = $8, lease = null, lease_until = null, last_error = null,
         changed_at = clock_timestamp(), state = case when l.state = 'queued' then 'accepted' else l.state end,
         confirm_by = case when l.state = 'queued' then clock_timestamp() + make_interval(secs => $6 * (1 + random() / 2)) end
       from mine where l.id = mine.id returning l.id)
     insert into dispatch.attempts (delivery_id, n, started_at, ended_at, outcome, detail)
     select id, 1, $5, $8, 'accepted', $7 from settled`,
    [
      broadcast.dispatchId,
      broadcast.channel,
      codes('area'),
      codes('group'),
      startedAt,
      confirmSeconds[broadcast.lane].first,
      `${broadcast.kind} ${broadcast.code}`,
      endedAt,
    ],
  )
}
