import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { PortalError } from '#kit/portalError.ts'
import type { ReadSession } from './readSession.ts'
import { createSharedStore } from './sharedRateStore.ts'
import type { SharedStore } from './sharedRateStore.ts'

/** How often an address or account may call. */
export type RateLimits = {
  /** Requests a minute of a visitor's address. */
  anonymousPerMinute: number
  /** Requests a minute of a signed-in session: the admin makes about eleven for one login and edit. */
  signedInPerMinute: number
  /** Requests a minute of a component site's key, from wherever it is used. */
  siteKeyPerMinute: number
  /** Log-in attempts in a quarter of an hour, of one address for one account. */
  loginPerQuarterHour: number
}

/** The defaults; a deployment may hand in others. */
export const defaultRateLimits: RateLimits = {
  anonymousPerMinute: 1200,
  signedInPerMinute: 6000,
  siteKeyPerMinute: 6000,
  loginPerQuarterHour: 10,
}

/**
 * Counts a visitor's request as `general` does, without Express and without waiting.
 *
 * @returns the headers that tell of it; undefined when the request is one too many or may be a session's: ask `general`
 */
export type QuickLimit = (
  request: IncomingMessage,
  ip: string | undefined,
) => Record<string, string> | undefined

/**
 * The three buckets, counted across all web processes.
 *
 * @param options.pool holds the shared counts
 * @param options.readSession tells the signed-in from strangers; a made-up token is a stranger's
 */
export const createRateLimits = (options: {
  pool: Pool
  readSession: ReadSession
  /** The key of a component site that was good a moment ago; a made-up one is a stranger's. @default there are none */
  peekSiteKey?: (headers: IncomingHttpHeaders) => string | undefined
  limits?: Partial<RateLimits>
}): {
  general: RequestHandler
  login: RequestHandler
  quick: QuickLimit
  stop: () => Promise<void>
} => {
  const { readSession, peekSiteKey = () => undefined } = options
  const limits = { ...defaultRateLimits, ...options.limits }
  const minute = createSharedStore({ pool: options.pool, prefix: 'm', isStrict: false })
  const login = createSharedStore({ pool: options.pool, prefix: 'l', isStrict: true })
  return {
    general: rateLimit({
      windowMs: 60_000,
      limit: async (req) => {
        if (peekSiteKey(req.headers) !== undefined) return limits.siteKeyPerMinute
        return (await readSession(req.headers))
          ? limits.signedInPerMinute
          : limits.anonymousPerMinute
      },
      keyGenerator: async (req) => {
        const siteKey = peekSiteKey(req.headers)
        if (siteKey !== undefined) return `site:${siteKey}`
        return (await readSession(req.headers)) ?? `ip:${ipKeyGenerator(req.ip ?? '')}`
      },
      store: minute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: tooMany,
    }),
    login: rateLimit({
      windowMs: 15 * 60_000,
      limit: limits.loginPerQuarterHour,
      keyGenerator: (req) => `ip:${ipKeyGenerator(req.ip ?? '')}:${accountOf(req.body)}`,
      skipSuccessfulRequests: true,
      store: login,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: tooMany,
    }),
    quick: quickLimit(minute, limits.anonymousPerMinute),
    stop: async () => {
      await minute.shutdown?.()
      await login.shutdown?.()
    },
  }
}

const MINUTE_SECONDS = 60

/** The headers are those of draft 8 as express-rate-limit writes them. */
const quickLimit = (store: SharedStore, limit: number): QuickLimit => {
  const name = `"${limit}-in-1min"`
  const policies = new LRUCache<string, string>({ max: 10_000 })
  const policyOf = (key: string) => {
    const known = policies.get(key)
    if (known) return known
    const partition = createHash('sha256').update(key).digest('hex').slice(0, 12)
    const pk = Buffer.from(partition).toString('base64')
    const policy = `${name}; q=${limit}; w=${MINUTE_SECONDS}; pk=:${pk}:`
    policies.set(key, policy)
    return policy
  }
  return ({ headers }, ip = '') => {
    if (headers.cookie !== undefined || headers.authorization !== undefined) return undefined
    const key = `ip:${ipKeyGenerator(ip)}`
    const { totalHits, resetTime } = store.hit(key)
    if (totalHits > limit) return undefined
    const seconds = Math.max(0, Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000))
    return {
      ratelimit: `${name}; r=${limit - totalHits}; t=${seconds}`,
      'ratelimit-policy': policyOf(key),
    }
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const accountOf = (body: unknown): string => {
  const email: unknown =
    typeof body === 'object' && body !== null && 'email' in body ? body.email : ''
  return typeof email === 'string' ? hash(email.trim().toLowerCase()) : ''
}

const tooMany: RequestHandler = (_req, _res, next) =>
  next(
    new PortalError('too_many_requests', 429, {
      vi: 'Bạn đã gửi quá nhiều yêu cầu. Xin đợi một lát rồi thử lại.',
      en: 'Too many requests. Please wait and try again.',
    }),
  )
