import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'

/** A device as far as its reports go. */
export type Reporter = {
  id: number
  code: string
  unitCode: string
  lifecycle: string
  channel: string
  alternateChannel: string | null
  /** Keys in force, 32 bytes each, base64. */
  keys: string[]
}

/** What is revoked stops within so long. */
const FRESH_MS = 3000

/** A reader of devices by code, with the keys in force; remembers them for some seconds. */
export const createReadReporters = (pool: Pool) => {
  const known = new LRUCache<string, Reporter>({ max: 20_000, ttl: FRESH_MS })
  return async (codes: readonly string[]): Promise<Map<string, Reporter>> => {
    const found = new Map<string, Reporter>()
    const missing = new Set<string>()
    for (const code of codes) {
      const one = known.get(code)
      if (one) found.set(code, one)
      else missing.add(code)
    }
    if (missing.size === 0) return found
    const { rows } = await pool.query<Reporter>({
      name: 'dispatch reporters',
      text: `select d.id, d.code, u.code as "unitCode", d.lifecycle::text, d.channel::text, d.alternate_channel::text as "alternateChannel",
           array(select k.public_key from dispatch.device_keys k where k.device_id = d.id and k.revoked_at is null
             and (k.valid_until is null or k.valid_until > now())) as keys
         from public.devices d join public.units u on u.id = d.unit_id where d.code = any($1::text[])`,
      values: [[...missing]],
    })
    for (const row of rows) {
      // Its first key may be entered at any moment.
      if (row.keys.length > 0) known.set(row.code, row)
      found.set(row.code, row)
    }
    return found
  }
}
