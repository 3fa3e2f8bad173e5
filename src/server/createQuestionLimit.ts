import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Request, Response } from 'express'
import type { Pool } from 'pg'
import { createSharedStore } from './sharedRateStore.ts'

/** Many households share one address of their provider; a machine sends more than all of them. */
const QUESTIONS_PER_HOUR = 30

/**
 * Counts questions of a visitor's address across all web processes: each opens a case and may send a mail to an address
 * nobody has checked.
 */
export const createQuestionLimit = (options: {
  pool: Pool
}): {
  isTooOften: (req: Request, res: Response) => Promise<boolean>
  stop: () => Promise<void>
} => {
  const store = createSharedStore({ pool: options.pool, prefix: 'q', isStrict: true })
  const limit = rateLimit({
    windowMs: 3_600_000,
    limit: QUESTIONS_PER_HOUR,
    keyGenerator: (req) => `ip:${ipKeyGenerator(req.ip ?? '')}`,
    store,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(tooOften),
  })
  return {
    isTooOften: (req, res) =>
      new Promise((resolve, reject) => {
        const next = (error?: unknown) => {
          if (error === undefined || error === tooOften) resolve(error === tooOften)
          else
            reject(error instanceof Error ? error : new Error('The limit failed', { cause: error }))
        }
        void limit(req, res, next)
      }),
    stop: async () => {
      await store.shutdown?.()
    },
  }
}

const tooOften = new Error('Too many questions')
