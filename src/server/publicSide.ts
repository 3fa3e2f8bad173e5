import type { Payload } from 'payload'
import express from 'express'
import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { governed } from '#config/governed.ts'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import type { Stops } from './drainOnSignal.ts'

/** Everything strangers read: it comes from released data only. */
export const createPublicSide = async (options: {
  env: RuntimeEnv
  logger: Logger
  payload: Payload
  pool: Pool
  stops: Stops
}): Promise<{ rest: RequestHandler; feeds: RequestHandler; portal: RequestHandler }> => {
  const feeds = createFeeds({
    pool: options.pool,
    publicUrl: options.env.publicUrl,
    collections: governed.map((one) => one.slug),
  })
  return { rest: express.Router(), feeds, portal: express.Router() }
}
