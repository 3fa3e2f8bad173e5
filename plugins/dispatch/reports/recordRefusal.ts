import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'

/** One row for a cause in so long; an attacker does not fill the disk. */
const QUIET_MS = 10_000
/** Rows a minute in one process of senders nobody knows; a known device has its own rows, whatever strangers send. */
const MOST_A_MINUTE = 600

/**
 * Keeps refused reports for auditors: few of many that are alike, and one row a minute that counts all others.
 *
 * @param minuteMs after how long the others are counted
 */
export const createRecordRefusal = (pool: Pick<Pool, 'query'>, minuteMs = 60_000) => {
  const ofStrangers = new LRUCache<string, true>({ max: 5000, ttl: QUIET_MS })
  const ofDevices = new LRUCache<string, true>({ max: 50_000, ttl: QUIET_MS })
  let minute = 0
  let written = 0
  let others = 0

  const insert = (what: string, code: string, deviceCode: string | null, detail: string | null) =>
    pool.query(
      'insert into dispatch.refusals (what, code, device_code, detail) values ($1, $2, $3, $4)',
      [what, code, deviceCode?.slice(0, 80) ?? null, detail?.slice(0, 300) ?? null],
    )
  const countOther = (what: string) => {
    others += 1
    if (others > 1) return
    setTimeout(() => {
      const n = others
      others = 0
      insert(what, 'others', null, `${n} more`).catch(() => (others += n))
    }, minuteMs).unref()
  }

  return async (refused: {
    what: 'report'
    code: string
    deviceCode: string | null
    isKnown?: boolean
    detail?: string
  }): Promise<void> => {
    const { what, code, deviceCode, isKnown = false } = refused
    const lately = isKnown ? ofDevices : ofStrangers
    const key = `${code} ${deviceCode}`
    if (lately.has(key)) return countOther(what)
    lately.set(key, true)
    if (!isKnown) {
      const now = Math.floor(performance.now() / 60_000)
      if (now !== minute) written = 0
      minute = now
      written += 1
      if (written > MOST_A_MINUTE) return countOther(what)
    }
    await insert(what, code, deviceCode, refused.detail ?? null)
  }
}
