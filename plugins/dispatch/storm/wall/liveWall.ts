import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { readWall } from './readWall.ts'
import type { Wall } from './readWall.ts'

/** For so long one reading serves everybody who looks at the same wall. */
const SHARED_MS = 1000

const known = new LRUCache<string, Promise<{ wall: Wall; etag: string }>>({
  max: 500,
  ttl: SHARED_MS,
})

/**
 * The wall as of this second: however many people watch, its deliveries are read once a second by each process.
 *
 * @returns with a tag that changes when, and only when, something to be seen does
 */
export const liveWall = (
  pool: Pool,
  asked: Parameters<typeof readWall>[1],
): Promise<{ wall: Wall; etag: string }> => {
  const key = `${asked.dispatchId}/${asked.unit ?? ''}`
  const before = known.get(key)
  if (before) return before
  const answer = readWall(pool, asked).then((wall) => ({
    wall,
    etag: `"${createHash('sha256').update(JSON.stringify(wall)).digest('base64url').slice(0, 22)}"`,
  }))
  known.set(key, answer)
  answer.catch(() => known.delete(key))
  return answer
}
