import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

/**
 * Waits for new releases of logs. All waiting readers of a process share one small query, four times a second, and none
 * is asked while nobody waits.
 */
export const createHeadWatch = (pool: Pool) => {
  const waiting = new Set<{ log: string; after: number; wake: () => void }>()
  let isAsking = false

  const ask = async () => {
    if (isAsking) return
    isAsking = true
    while (waiting.size > 0) {
      await pause(250)
      try {
        const logs = [...new Set([...waiting].map((one) => one.log))]
        const { rows } = await pool.query<{ log: string; seq: string }>(
          'select log, seq from release.site_sequences where log = any($1)',
          [logs],
        )
        const heads = new Map(rows.map((row) => [row.log, Number(row.seq)]))
        for (const one of waiting) if ((heads.get(one.log) ?? 0) > one.after) one.wake()
      } catch {
        // the database is away for a moment: readers wait on, at most until their own limit
      }
    }
    isAsking = false
  }

  return {
    /** Resolves when the log has gone past `after`, when the time is over or the reader has left. */
    newer: (log: string, after: number, seconds: number, left: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const one = {
          log,
          after,
          wake: () => {
            clearTimeout(limit)
            waiting.delete(one)
            left.removeEventListener('abort', one.wake)
            resolve()
          },
        }
        const limit = setTimeout(() => one.wake(), seconds * 1000)
        left.addEventListener('abort', one.wake)
        waiting.add(one)
        void ask()
      }),
  }
}
