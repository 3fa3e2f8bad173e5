import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from 'express'
import express from 'express'
import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import {
  createPublicFiles,
  createPublicReader,
  createPublicRest,
  createReleaseCache,
  createSequenceWatch,
} from '#plugins/release-log/read.ts'

/** Nothing is kept in memory: a change below the log would hide behind a cache. */
const NO_CACHE_BYTES = 1

/** The whole web server but limits, memory and the admin's screens, over real HTTP. */
export const serveWhole = async (options: { payload: Payload; pool: Pool }) => {
  const { payload, pool } = options
  // Their imports read the environment, which the booted Payload has set.
  const [{ createApp }, { releasedFiles }, { payloadRest, payloadGraphql }, { createFeeds }] =
    await Promise.all([
      import('#src/server/createApp.ts'),
      import('#src/server/releasedFiles.ts'),
      import('#src/server/payloadApi.ts'),
      import('#plugins/cross-posting/server.ts'),
    ])
  const [{ createPortal }, { createSiteDirectory }, { createAssets }, { governed }] =
    await Promise.all([
      import('#src/portal/createPortal.ts'),
      import('#src/portal/site/siteDirectory.ts'),
      import('#src/portal/styles/createAssets.ts'),
      import('#config/governed.ts'),
    ])
  const env = readRuntimeEnv({ ...process.env, PUBLIC_URL: 'https://ha-noi.example' })
  const reader = createPublicReader({ pool })
  const watch = createSequenceWatch({ connectionString: env.databaseUrl, pool })
  const directory = await createSiteDirectory({ pool })
  await watch.ready
  const rest = createPublicRest({ reader, governed })
  const faults: unknown[] = []
  const portal = createPortal({
    pool,
    reader,
    watch,
    cache: createReleaseCache({ watch, maxBytes: NO_CACHE_BYTES }),
    directory,
    assets: await createAssets('src/portal/styles'),
    publicUrl: env.publicUrl,
    answerWorkingDays: () => null,
    onFault: (error) => faults.push(error),
  })
  const config = Promise.resolve(payload.config)
  const pass: RequestHandler = (_req, _res, next) => next()
  const app = createApp({
    env,
    logger: pino({ level: 'silent' }),
    health: { isReady: true, reason: '', checks: [] },
    readSession: async () => undefined,
    parts: () => ({
      limits: { general: pass, login: pass, quick: () => undefined as never }, // quick answers are not mounted here
      publicRest: (req, res, next) => {
        if (!rest(req, res)) next()
      },
      quickRest: rest,
      quickPage: () => undefined as never,
      quickFeed: () => undefined,
      payloadRest: payloadRest(config),
      graphql: payloadGraphql(config),
      feeds: createFeeds({
        pool,
        publicUrl: env.publicUrl,
        collections: governed.map((one) => one.slug),
      }),
      files: releasedFiles({
        mediaDir: env.mediaDir,
        publicFiles: createPublicFiles({ pool, watch }),
        limit: pass,
        isStaff: async () => false,
      }),
      admin: express.Router(),
      portal: portal.handle,
    }),
  })
  const server = http.createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** What the portal could not show. */
    faults,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await watch.stop()
      directory.stop()
    },
  }
}
