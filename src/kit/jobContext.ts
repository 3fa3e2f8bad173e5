import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Payload } from 'payload'

import type { RuntimeEnv } from './runtimeEnv.ts'

/** What every background task is given by the worker process. */
export type JobContext = {
  payload: Payload
  /** The worker's own pool, runtime role. */
  pool: Pool
  env: RuntimeEnv
  logger: Logger
  /** Tests hand in a frozen clock. */
  now: () => Date
}
