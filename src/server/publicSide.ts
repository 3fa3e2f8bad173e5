import type { Payload } from 'payload'
import express from 'express'
import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import type { Stops } from './drainOnSignal.ts'

/** Everything strangers read: it comes from released data only. */
export const createPublicSide = async (_options: {
  env: RuntimeEnv
  logger: Logger
  payload: Payload
  pool: Pool
  stops: Stops
}): Promise<{ rest: RequestHandler; feeds: RequestHandler; portal: RequestHandler }> => {
  return { rest: express.Router(), feeds: express.Router(), portal: express.Router() }
}
