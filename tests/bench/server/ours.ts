import type { RequestHandler } from 'express'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { governed } from '#config/governed.ts'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import { createLogger } from '#kit/logger.ts'
import { createPool } from '#kit/pool.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import {
  createPublicReader,
  createReleaseCache,
  createSequenceWatch,
  createPublicRest,
} from '#plugins/release-log/read.ts'
import type { ReleaseCache } from '#plugins/release-log/read.ts'
import { sendAnswer } from '#src/portal/http/sendAnswer.ts'
import { createPortal } from '#src/portal/createPortal.ts'
import { createSiteDirectory } from '#src/portal/site/siteDirectory.ts'
import { createAssets } from '#src/portal/styles/createAssets.ts'
import { createApp } from '#src/server/createApp.ts'
import { quickPages } from '#src/server/quickPages.ts'
import { createRateLimits } from '#src/server/rateLimits.ts'
import { createSessionReader } from '#src/server/readSession.ts'

/** Limits are counted as ever, and never reached. */
const limits = { anonymousPerMinute: 1_000_000_000 }

/** The web server as citizens meet it, headers and limits included; without a cache every answer asks the database. */
export const ours = async ({
  isCached,
  feedMemory = { items: 0, pages: 0 },
}: {
  isCached: boolean
  /** Of the feed where nothing else is cached. @default none */
  feedMemory?: { items: number; pages: number }
}): Promise<RequestListener> => {
  const env = readRuntimeEnv(process.env)
  const logger = createLogger({ level: 'warn', name: 'bench' })
  const pool = createPool({ connectionString: env.databaseUrl, max: 12, name: 'bench' })
  const watch = createSequenceWatch({ connectionString: env.databaseUrl, pool })
  const directory = await createSiteDirectory({ pool })
  const assets = await createAssets(path.resolve('src/portal/styles'))
  await watch.ready
  const reader = createPublicReader({ pool })
  const readSession = createSessionReader(env.payloadSecret)
  const remember = () => createReleaseCache({ watch, maxBytes: 64 * 1024 * 1024 })
  const portal = createPortal({
    pool,
    reader,
    watch,
    cache: isCached ? remember() : forgetful,
    directory,
    assets,
    publicUrl: env.publicUrl,
    answerWorkingDays: () => null,
    onFault: (error) => logger.error({ err: error }),
  })
  const feeds = createFeeds({
    pool,
    publicUrl: env.publicUrl,
    collections: governed.map((one) => one.slug),
    watch,
    registryVersion: () => directory.version(),
    ...(isCached ? {} : { memory: feedMemory }),
  })
  const parts = {
    limits: createRateLimits({ pool, readSession, limits }),
    publicRest: none,
    quickFeed: feeds.answerQuickly,
    quickRest: createPublicRest({
      reader,
      governed,
      watch,
      ...(isCached ? { cache: remember() } : {}),
      send: (request, response, answer) =>
        sendAnswer(request, response, answer, { vary: 'Cookie, Authorization' }),
    }),
    payloadRest: none,
    feeds,
    files: none,
    graphql: none,
    admin: none,
    portal: portal.handle,
    quickPage: portal.answerQuickly,
  }
  const health = { isReady: true, reason: '', checks: [] }
  const app = createApp({ env, logger, health, readSession, parts: () => parts })
  return quickPages({ env, logger, app, parts: () => parts })
}

const none: RequestHandler = (_req, _res, next) => next()

const forgetful: ReleaseCache = {
  peek: () => undefined,
  get: async ({ fill }) => {
    const { body, contentType, status } = await fill()
    return { body: Buffer.from(body as string), contentType, status, etag: '"none"' }
  },
}
