import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Drivers } from '../drivers/createDrivers.ts'
import type { Area, Outgoing } from '../drivers/driver.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'
import type { Signer } from '../message.ts'
import type { Channel } from '../types.ts'
import type { Carried, Lane } from './claimed.ts'
import { IS_FOR_AREAS } from './planBroadcasts.ts'

/** A planned publication that this process has leased. */
export type Broadcast = Area & {
  id: string
  lease: string
  dispatchId: string
  chain: string
  channel: Channel
  lane: Lane
  isRetained: boolean
  /** Another instruction of the chain has been given since it was planned. */
  isOvertaken: boolean
}

const LEASE_SECONDS = 5
const RETRY_SECONDS = 1

/** Leases planned publications, emergencies first. What is over is not published. */
export const claimBroadcasts = async (pool: Pool, limit: number): Promise<Broadcast[]> => {
  const { rows } = await pool.query<Broadcast>({
    name: 'dispatch broadcasts',
    text: `with due as materialized (
        select id from dispatch.broadcasts where done_at is null and next_at <= now()
        order by lane, next_at limit $1 for update skip locked)
      update dispatch.broadcasts b set lease = $2::uuid, attempts = b.attempts + 1,
        next_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
        done_at = case when d.expires_at <= now() then clock_timestamp() end
      from due, dispatch.dispatches d where b.id = due.id and d.id = b.dispatch_id
      returning b.id, b.lease, b.dispatch_id as "dispatchId", d.chain, b.channel, b.kind, b.code, b.lane,
        b.is_retained as "isRetained", b.done_at is not null as "isOver",
        exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number and ${IS_FOR_AREAS}) as "isOvertaken"`,
    values: [limit, randomUUID()],
  })
  return (rows as (Broadcast & { isOver: boolean })[]).filter((one) => !one.isOver)
}

/** What was published, and is to be settled. */
export type Published = { broadcast: Broadcast; startedAt: Date; endedAt: Date }

/**
 * Publishes to an area; all its deliveries are handed over by it. An emergency is left with the broker as well, for devices
 * that start during it.
 *
 * @returns undefined when it was not published, and is tried again
 */
export const publishBroadcast = async (options: {
  pool: Pool
  drivers: Drivers
  link: MqttLink | undefined
  sign: Signer
  broadcast: Broadcast
  carried: Carried
  now: () => Date
  timeoutMs: number
}): Promise<Published | undefined> => {
  const { pool, drivers, link, broadcast, carried, now } = options
  const startedAt = now()
  const { id: dispatchId, number, snapshot, expiresAt } = carried
  const message = options.sign({ dispatchId, number, snapshot }, startedAt)
  const outgoing: Outgoing = { dispatchId, number: Number(number), snapshot, expiresAt, message }
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    if (broadcast.isOvertaken) return { broadcast, startedAt, endedAt: startedAt }
    const byArea = drivers[broadcast.channel].handArea
    if (!byArea) throw new Error(`${broadcast.channel} has no operation for an area`)
    await byArea(broadcast, outgoing, signal)
    if (broadcast.isRetained) {
      await link?.publish(
        topics.emergencyOf(broadcast.code, broadcast.chain),
        JSON.stringify(message),
        { isRetained: true, expiresAt, signal },
      )
    }
  } catch (error) {
    await pool.query(
      `update dispatch.broadcasts set lease = null, last_error = $3, next_at = clock_timestamp() + make_interval(secs => $4)
       where id = $1 and lease = $2`,
      [broadcast.id, broadcast.lease, reasonOf(error), RETRY_SECONDS],
    )
    return undefined
  }
  return { broadcast, startedAt, endedAt: now() }
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'failed').slice(0, 300)
