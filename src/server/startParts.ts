import path from 'node:path'
import { getPayload } from 'payload'
import type { Logger } from 'pino'
import { createPool } from '#kit/pool.ts'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import config from '#payload-config'
import { createKeyRing, keyIn } from '#plugins/cross-posting/server.ts'
import { reportRoute } from '#plugins/dispatch/server.ts'
import { demandTick } from '#plugins/update-sla/server.ts'
import { pluginJobs } from '#src/worker/pluginJobs.ts'
import { startWorker } from '../worker/startWorker.ts'
import { demandTicking } from '../worker/demandTicking.ts'
import type { AppParts } from './createApp.ts'
import type { Stops } from './drainOnSignal.ts'
import type { Health } from './health.ts'
import { nextAdmin } from './nextAdmin.ts'
import { payloadGraphql, payloadRest } from './payloadApi.ts'
import { createRateLimits } from './rateLimits.ts'
import type { ReadSession } from './readSession.ts'
import { createPublicSide } from './publicSide.ts'

/**
 * Starts what needs a database: Payload, the public read side, the portal, the admin, background work; each according to
 * the process's role.
 *
 * @throws when the database cannot be reached or its guard is not whole
 */
export const startParts = async (options: {
  env: RuntimeEnv
  logger: Logger
  health: Health
  stops: Stops
  readSession: ReadSession
}): Promise<AppParts> => {
  const { env, logger, health, stops } = options
  const pool = createPool({ connectionString: env.databaseUrl, max: 12, name: env.role })
  stops.push(() => pool.end())
  const payload = await getPayload({ config })
  const adapter = payload.db as unknown as {
    pool: { on: (event: 'error', listener: () => void) => void }
  } // hidden by the base type
  // A database that restarts must not end the process; Payload's pool connects anew.
  adapter.pool.on('error', () => logger.warn('server: a database connection was lost'))
  stops.push(() => payload.destroy())
  health.checks.push(async () => {
    await pool.query('select 1')
  })
  const startedAt = new Date()
  health.checks.push(() => demandTick({ pool, startedAt }))

  if (env.role !== 'web') {
    const context = { payload, pool, env, logger, now: () => new Date() }
    stops.push(await startWorker({ context, plugins: pluginJobs }))
    health.checks.push(() => demandTicking(pool))
  }
  const ring = createKeyRing(pool)
  const limits = createRateLimits({
    pool,
    readSession: options.readSession,
    peekSiteKey: ({ authorization }) => {
      const token = keyIn(authorization)
      return token && ring.peek(token)
    },
  })
  stops.push(limits.stop)
  const publicSide = await createPublicSide({
    env,
    logger,
    payload,
    pool,
    stops,
    ring,
    readSession: options.readSession,
    limit: limits.general,
  })
  const admin = nextAdmin({ root: path.resolve('.'), isDevelopment: !env.isProduction, logger })
  return {
    limits,
    publicRest: (req, res, next) => {
      if (!publicSide.rest(req, res)) next()
    },
    quickRest: publicSide.rest,
    quickFeed: publicSide.quickFeed,
    payloadRest: payloadRest(config),
    graphql: payloadGraphql(config),
    feeds: publicSide.feeds,
    files: publicSide.files,
    admin: admin.handle,
    reports: reportRoute({ pool, env, logger }),
    portal: publicSide.portal,
    quickPage: publicSide.quickPage,
  }
}
