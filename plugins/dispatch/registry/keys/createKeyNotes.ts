import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'

/** Devices report often; when a key was used last need not be known to the minute. */
const FRESH_MS = 5 * 60_000
const WAIT_MS = 1000

/** Notes, many at a time and later, which keys of devices were used. What is lost of it is noted at the next report. */
export const createKeyNotes = (pool: Pool): ((publicKey: string) => void) => {
  const noted = new LRUCache<string, true>({ max: 50_000, ttl: FRESH_MS })
  let waiting: string[] = []
  const write = () => {
    const keys = waiting
    waiting = []
    pool
      .query(
        `update dispatch.device_keys set used_at = clock_timestamp() where public_key = any($1::text[])`,
        [keys],
      )
      .catch(() => undefined) // the database may be away; reports themselves say so
  }
  return (publicKey) => {
    if (noted.has(publicKey)) return
    noted.set(publicKey, true)
    waiting.push(publicKey)
    if (waiting.length === 1) setTimeout(write, WAIT_MS).unref()
  }
}
