import type { Pool } from 'pg'
import { readByradioHeartbeat } from './readByradioHeartbeat.ts'

/**
 * Keeps a device's heartbeat as its presence, when it is one of ours on this channel. Not signed: it is marked so, and moves
 * no delivery.
 *
 * @returns whether it was one of ours
 */
export const takeByradioHeartbeat = async (
  pool: Pick<Pool, 'query'>,
  json: string,
  now: Date,
): Promise<boolean> => {
  const told = readByradioHeartbeat(json)
  if (!told) return false
  const { rowCount } = await pool.query(
    `insert into dispatch.device_states (device_id, seen_at, heartbeat_at, heartbeat, offset_ms, failures)
     select d.id, $2, $2, $3::jsonb, $4, 0 from public.devices d where d.code = $1 and d.channel = 'byradio'
     on conflict (device_id) do update set seen_at = excluded.seen_at, heartbeat_at = excluded.heartbeat_at,
       heartbeat = excluded.heartbeat, offset_ms = excluded.offset_ms
       where dispatch.device_states.heartbeat_at is null or dispatch.device_states.heartbeat_at < excluded.heartbeat_at`,
    [
      told.code,
      now,
      JSON.stringify({
        playing: told.playing,
        volume: told.volume,
        firmware: told.firmware,
        isSigned: false,
      }),
      clamp(told.at.getTime() - now.getTime()),
    ],
  )
  return rowCount === 1
}

/** What fits an integer: a clock of 1970 is wrong by more than that. */
const clamp = (ms: number): number => Math.min(2_147_483_647, Math.max(-2_147_483_648, ms))
