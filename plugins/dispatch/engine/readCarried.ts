import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { Carried } from './claimed.ts'

/** Gives what dispatches carry; they never change, so each is read once. */
export type ReadCarried = (ids: readonly string[]) => Promise<Map<string, Carried>>

/** A reader that remembers. */
export const createReadCarried = (pool: Pool): ReadCarried => {
  const known = new LRUCache<string, Carried>({ max: 2000, maxSize: 64e6, sizeCalculation: sizeOf })
  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    const found = new Map<string, Carried>()
    if (missing.length > 0) {
      const { rows } = await pool.query<Carried>(
        `select id, number, snapshot, expires_at as "expiresAt" from dispatch.dispatches where id = any($1::uuid[])`,
        [missing],
      )
      for (const row of rows) {
        known.set(row.id, row)
        found.set(row.id, row)
      }
    }
    for (const id of ids) {
      const one = known.get(id)
      if (one) found.set(id, one)
    }
    return found
  }
}

const sizeOf = ({ snapshot }: Carried): number => snapshot.length + 200
