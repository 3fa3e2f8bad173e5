import type { Request, RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { KeyRing } from './createKeyRing.ts'
import { createPullNotes } from './createPullNotes.ts'
import type { SiteKey } from './siteKey.ts'
import { keyIn } from './siteKey.ts'

const keys = new WeakMap<object, SiteKey>()

/** The key a request of the feed came with; undefined for strangers, who may read all the same. */
export const siteKeyOf = (req: object): SiteKey | undefined => keys.get(req)

/**
 * Stands before the feeds and the API: whoever sends a key has to send a good one, and the number it asks for is kept. Strangers
 * pass.
 *
 * @param options.ring looks keys up
 */
export const keyGate = (options: { pool: Pool; ring: KeyRing }): RequestHandler => {
  const { pool, ring } = options
  const pulls = createPullNotes(pool)
  return async (req, _res, next) => {
    const token = keyIn(req.headers.authorization)
    const part = token && partOf(req.path)
    if (!part) {
      next()
      return
    }
    const key = await ring.identify(token, {
      scope: part === 'feeds' ? 'feed' : null,
      address: req.ip ?? '',
    })
    keys.set(req, key)
    const pull = pullOf(req)
    if (pull) pulls.note({ keyId: key.id, site: key.site, ...pull })
    next()
  }
}

/** The API asks for its scopes itself. Express finds an address in capitals, too. */
const partOf = (path: string): 'feeds' | 'api' | undefined =>
  /^\/(?:feeds\/|oai(?:$|\/))/i.test(path)
    ? 'feeds'
    : path.startsWith('/api/cross-posting/')
      ? 'api'
      : undefined

/** A request that names a log and a number within it says that the site has everything before. */
const pullOf = (req: Request): { log: string; after: number } | undefined => {
  const log = /^\/feeds\/([a-z0-9-]{1,64})\/?$/i.exec(req.path)?.[1]
  const after = new URL(req.originalUrl, 'http://hub').searchParams.get('after') ?? '0'
  return log && /^\d{1,15}$/.test(after) ? { log, after: Number(after) } : undefined
}
