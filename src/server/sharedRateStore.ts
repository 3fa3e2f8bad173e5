import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit'
import type { Pool } from 'pg'

type Count = { windowStart: number; own: number; unsent: number; shared: number }

/** A store for express-rate-limit, and the same counts for who cannot wait. */
export type SharedStore = Store & {
  shutdown: () => void
  /** Counts at once; of a store that is not strict. */
  hit: (key: string) => ClientRateLimitInfo
}

/**
 * A store for express-rate-limit whose counts all web processes share. Strict: every hit is counted in PostgreSQL before
 * the answer. Otherwise each process counts by itself and merges with the others every half second, so that a warm page
 * costs no query; a limit is then exceeded by at most half a second's worth of the other processes' hits.
 */
export const createSharedStore = (options: {
  pool: Pool
  prefix: string
  isStrict: boolean
}): SharedStore => {
  const { pool, prefix, isStrict } = options
  const counts = new Map<string, Count>()
  let windowMs = 60_000
  let timer: NodeJS.Timeout | undefined
  let isMerging = false

  const countOf = (key: string): Count => {
    const windowStart = Math.floor(Date.now() / windowMs) * windowMs
    const known = counts.get(key)
    if (known && known.windowStart === windowStart) return known
    const fresh = { windowStart, own: 0, unsent: 0, shared: 0 }
    counts.set(key, fresh)
    return fresh
  }
  const info = (count: Count): ClientRateLimitInfo => ({
    totalHits: Math.max(count.own, count.shared + count.unsent),
    resetTime: new Date(count.windowStart + windowMs),
  })
  const add = async (key: string, windowStart: number, hits: number): Promise<number> => {
    const { rows } = await pool.query<{ hits: number }>(
      `insert into web.rate_hits as h (key, window_start, hits) values ($1, $2, greatest($3::int, 0))
       on conflict (key, window_start) do update set hits = greatest(h.hits + $3::int, 0) returning hits`,
      [`${prefix}:${key}`, windowStart, hits],
    )
    return rows[0]?.hits ?? hits
  }
  const merge = async () => {
    if (isMerging) return
    isMerging = true
    try {
      const now = Date.now()
      for (const [key, count] of counts) {
        if (count.unsent > 0) {
          const sent = count.unsent
          count.unsent = 0
          count.shared = await add(key, count.windowStart, sent)
        }
        if (count.windowStart + windowMs < now) counts.delete(key)
      }
      if (Math.random() < 0.01) {
        await pool.query('delete from web.rate_hits where window_start < $1', [now - 3_600_000])
      }
    } catch {
      // the database is away: each process goes on with its own counts
    } finally {
      isMerging = false
    }
  }

  const hit = (key: string): ClientRateLimitInfo => {
    const count = countOf(key)
    count.own += 1
    count.unsent += 1
    return info(count)
  }

  return {
    hit,
    localKeys: false,
    init: (settings: Options) => {
      windowMs = settings.windowMs
      if (isStrict) return
      timer = setInterval(() => void merge(), 500)
      timer.unref()
    },
    increment: async (key) => {
      if (!isStrict) return hit(key)
      const count = countOf(key)
      count.own += 1
      count.shared = await add(key, count.windowStart, 1)
      return info(count)
    },
    decrement: async (key) => {
      const count = countOf(key)
      count.own = Math.max(0, count.own - 1)
      if (isStrict) count.shared = await add(key, count.windowStart, -1)
      else count.unsent = Math.max(0, count.unsent - 1)
    },
    resetKey: async (key) => {
      counts.delete(key)
      await pool.query('delete from web.rate_hits where key = $1', [`${prefix}:${key}`])
    },
    shutdown: () => clearInterval(timer),
  }
}
