import { createHash } from 'node:crypto'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import { PortalError } from '#kit/portalError.ts'
import type { ReadSession } from './readSession.ts'
import { createSharedStore } from './sharedRateStore.ts'

/** How often an address or account may call. */
export type RateLimits = {
  /** Requests a minute of a visitor's address. */
  anonymousPerMinute: number
  /** Requests a minute of a signed-in session: the admin makes about eleven for one login and edit. */
  signedInPerMinute: number
  /** Log-in attempts in a quarter of an hour, of one address for one account. */
  loginPerQuarterHour: number
}

/** The defaults; a deployment may hand in others. */
export const defaultRateLimits: RateLimits = {
  anonymousPerMinute: 1200,
  signedInPerMinute: 6000,
  loginPerQuarterHour: 10,
}

/**
 * The three buckets, counted across all web processes.
 *
 * @param options.pool holds the shared counts
 * @param options.readSession tells the signed-in from strangers; a made-up token is a stranger's
 */
export const createRateLimits = (options: {
  pool: Pool
  readSession: ReadSession
  limits?: Partial<RateLimits>
}): { general: RequestHandler; login: RequestHandler; stop: () => Promise<void> } => {
  const { readSession } = options
  const limits = { ...defaultRateLimits, ...options.limits }
  const minute = createSharedStore({ pool: options.pool, prefix: 'm', isStrict: false })
  const login = createSharedStore({ pool: options.pool, prefix: 'l', isStrict: true })
  return {
    general: rateLimit({
      windowMs: 60_000,
      limit: async (req) =>
        (await readSession(req.headers)) ? limits.signedInPerMinute : limits.anonymousPerMinute,
      keyGenerator: async (req) =>
        (await readSession(req.headers)) ?? `ip:${ipKeyGenerator(req.ip ?? '')}`,
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
    stop: async () => {
      await minute.shutdown?.()
      await login.shutdown?.()
    },
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
