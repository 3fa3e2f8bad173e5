import type { Pool } from 'pg'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'
import type { Signer } from '../message.ts'
import { IS_FOR_AREAS, isReplaced } from './planBroadcasts.ts'

type Retained = {
  id: string
  code: string
  chain: string
  dispatchId: string
  number: string
  snapshot: string
  expiresAt: Date | null
  now: Date
}

/**
 * Signs emergencies in force anew and leaves them with the broker, for a device that starts during one: it is told a time that
 * is about right, and one whose clock is behind that knows that it is wrong.
 */
export const refreshRetained = async (options: {
  pool: Pool
  link: MqttLink
  sign: Signer
}): Promise<void> => {
  const { pool, link, sign } = options
  const { rows } = await pool.query<Retained>(IN_FORCE)
  for (const { code, chain, expiresAt, now, ...signed } of rows) {
    await link.publish(topics.emergencyOf(code, chain), JSON.stringify(sign(signed, now)), {
      isRetained: true,
      expiresAt,
      signal: AbortSignal.timeout(2000),
    })
  }
  if (rows.length > 0) await takeBackLate(pool, rows)
}

const IN_FORCE = `select b.id, b.code, d.chain, d.id as "dispatchId", d.number, d.snapshot, d.expires_at as "expiresAt",
    clock_timestamp() as now
  from dispatch.broadcasts b join dispatch.dispatches d on d.id = b.dispatch_id
  where b.is_retained and b.cleared_at is null and b.done_at is not null and coalesce(b.clear_at > now(), true)
  order by d.number limit 500`

/** What ended or was replaced in between is cleared again, or published again: what is late must not have the last word. */
const takeBackLate = async (pool: Pool, rows: readonly Retained[]) => {
  const ids = rows.map((one) => one.id)
  await pool.query(
    `update dispatch.broadcasts b set cleared_at = null from dispatch.dispatches d
     where b.id = any($1::uuid[]) and b.clear_at <= now() and d.id = b.dispatch_id and not ${isReplaced('b', 'd')}`,
    [ids],
  )
  await pool.query(
    `update dispatch.broadcasts b set done_at = null, next_at = clock_timestamp()
     from dispatch.broadcasts late join dispatch.dispatches mine on mine.id = late.dispatch_id, dispatch.dispatches d
     where late.id = any($1::uuid[]) and late.clear_at <= now() and d.chain = mine.chain and d.number > mine.number
       and b.dispatch_id = d.id and b.channel = late.channel and b.kind = late.kind and b.code = late.code
       and b.is_retained and b.done_at is not null
       and d.number = (select max(n.number) from dispatch.dispatches n where n.chain = mine.chain and ${IS_FOR_AREAS})`,
    [ids],
  )
}
