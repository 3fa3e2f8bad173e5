import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import { inBatches } from './inBatches.ts'
import type { Settled } from './settle.ts'
import { settle } from './settle.ts'

/** A database that restarts is waited for; after that the leases have run out, and others have taken over. */
const PAUSES_MS = [50, 200, 500, 1000, 2000, 4000, 8000, 8000]

/** Writes what became of deliveries, many at a time, and again when the database was away. */
export const createSettler = (options: { pool: Pool; logger: Logger }) => {
  const { pool, logger } = options
  return inBatches<Settled, void>({
    most: 250,
    waitMs: 8,
    atOnce: 2,
    work: async (batch) => {
      for (const ms of [...PAUSES_MS, undefined]) {
        try {
          await settle(pool, batch)
          return batch.map(() => undefined)
        } catch (error) {
          if (ms === undefined) throw error
          logger.warn({ err: error, deliveries: batch.length }, 'dispatch: settling is tried again')
          await pause(ms)
        }
      }
      return []
    },
  })
}
