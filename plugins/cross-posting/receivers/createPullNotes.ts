import type { Pool } from 'pg'

/** The number a key asked for of a log. */
export type Pull = { keyId: string; site: string; log: string; after: number }

const FLUSH_MS = 300

/**
 * Keeps the numbers that keys ask for, the newest of each key and log, in one statement a moment for all of them: 150 sites that
 * are woken at once cost one write. A number the log has not reached says nothing. What a killed process had not written yet, the next pull says again.
 */
export const createPullNotes = (pool: Pick<Pool, 'query'>) => {
  let waiting = new Map<string, Pull & { at: Date }>()
  let timer: NodeJS.Timeout | undefined

  const flush = async () => {
    timer = undefined
    const pulls = [...waiting.values()]
    waiting = new Map()
    try {
      await pool.query(
        `insert into cross_posting.pulls (key_id, log, site, after, pulled_at)
         select p.* from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[]) p(key_id, log, site, after, at)
         join release.site_sequences q on q.log = p.log and q.seq >= p.after order by p.key_id
         on conflict (key_id, log) do update set after = excluded.after, pulled_at = excluded.pulled_at
           where cross_posting.pulls.pulled_at <= excluded.pulled_at`,
        [
          pulls.map((one) => one.keyId),
          pulls.map((one) => one.log),
          pulls.map((one) => one.site),
          pulls.map((one) => one.after),
          pulls.map((one) => one.at),
        ],
      )
    } catch {
      // the database is away for a moment: the next pulls say where the sites are
    }
  }

  return {
    note: (pull: Pull): void => {
      waiting.set(`${pull.keyId} ${pull.log}`, { ...pull, at: new Date() })
      timer ??= setTimeout(() => void flush(), FLUSH_MS)
      timer.unref()
    },
  }
}
