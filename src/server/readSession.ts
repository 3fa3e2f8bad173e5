import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'

const REMEMBERED = 10_000

/** Whose session the headers carry, as `collection:id`; undefined for strangers and for what nobody here has signed. */
export type ReadSession = (headers: IncomingHttpHeaders) => Promise<string | undefined>

/**
 * Tells sessions from made-up tokens by their signature alone, without the database: good enough to count requests and to
 * size uploads by; what a session may do is Payload's to say.
 *
 * @param payloadSecret PAYLOAD_SECRET; Payload signs (HS256) with a key made of it
 */
export const createSessionReader = (payloadSecret: string): ReadSession => {
  const secret = createHash('sha256').update(payloadSecret).digest('hex').slice(0, 32)
  const key = new TextEncoder().encode(secret)
  const known = new LRUCache<string, { session: string; until: number }>({ max: REMEMBERED })
  return async (headers) => {
    const token = tokenIn(headers)
    if (!token) return undefined
    const before = known.get(token)
    if (before && before.until > Date.now()) return before.session
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
      const session = `${String(payload.collection)}:${String(payload.id)}`
      known.set(token, { session, until: (payload.exp ?? 0) * 1000 })
      return session
    } catch {
      return undefined // forged, expired or of another installation
    }
  }
}

/** In the order in which Payload looks. */
const tokenIn = ({ authorization, cookie }: IncomingHttpHeaders): string | undefined =>
  /^(?:JWT|Bearer) (\S+)$/.exec(authorization ?? '')?.[1] ??
  /(?:^|;\s*)payload-token=([^;]+)/.exec(cookie ?? '')?.[1]
