import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { SequenceWatch } from './createSequenceWatch.ts'

/** An answer that holds until one of its logs moves. */
export type CachedAnswer = { etag: string; body: Buffer; contentType: string; status: number }

/** What a fill gives. */
export type Fill = () => Promise<{ body: string | Buffer; contentType: string; status: number }>

/** Answers by key, each valid for exactly one state of the logs it shows. */
export type ReleaseCache = {
  get(options: { logs: readonly string[]; key: string; fill: Fill }): Promise<CachedAnswer>
  /** The answer without waiting, when it is in memory and certainly current. */
  peek(options: { logs: readonly string[]; key: string }): CachedAnswer | undefined
}

type Entry = CachedAnswer & { version: string }

/**
 * A cache without a time to live: the key of an answer is its address and the last numbers of its logs. The numbers are
 * taken before the fill reads, so an entry may be newer than it says and never older. Concurrent misses share one fill.
 *
 * @param options.maxBytes of all bodies; the least recently used go first
 * @param options.salt changes when the same release looks different, such as a new build
 */
export const createReleaseCache = (options: {
  watch: SequenceWatch
  maxBytes: number
  salt?: string
}): ReleaseCache => {
  const { watch, maxBytes, salt = '' } = options
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => entry.body.length + key.length * 2 + 200,
  })
  const running = new Map<string, Promise<CachedAnswer>>()

  const fillNow = async (key: string, version: string, fill: Fill): Promise<CachedAnswer> => {
    const { body, contentType, status } = await fill()
    const etag = `"${createHash('sha1').update(`${salt}\n${key}\n${version}`).digest('base64url')}"`
    const entry = { etag, body: Buffer.from(body as string), contentType, status, version }
    entries.set(key, entry)
    return entry
  }

  return {
    peek: ({ logs, key }) => {
      const { key: version, isTrusted } = watch.version(logs)
      const entry = isTrusted ? entries.get(key) : undefined
      return entry?.version === version ? entry : undefined
    },
    get: async ({ logs, key, fill }) => {
      const { key: known, isTrusted } = watch.version(logs)
      const version = isTrusted ? known : await watch.refresh(logs)
      const entry = entries.get(key)
      if (entry?.version === version) return entry
      const flight = `${version}\n${key}`
      const shared = running.get(flight)
      if (shared) return shared
      const work = fillNow(key, version, fill).finally(() => running.delete(flight))
      running.set(flight, work)
      return work
    },
  }
}
