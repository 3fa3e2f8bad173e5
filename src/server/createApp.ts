import compression from 'compression'
import express from 'express'
import type { Express, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import type { Health } from './health.ts'
import { healthRoutes } from './health.ts'
import { readLogin } from './readLogin.ts'
import type { ReadSession } from './readSession.ts'
import type { QuickParts } from './quickPages.ts'
import { answerFaults, refusal, refuseBrokenAddress, refuseHugeBody } from './refusals.ts'
import { refuseDeepQuery } from './refuseDeepQuery.ts'
import { refuseUnreadableBody } from './refuseUnreadableBody.ts'
import { requestLog } from './requestLog.ts'
import { adminHeaders, portalHeaders } from './securityHeaders.ts'

/** The parts of the web server that need a database; handed in when it is there. */
export type AppParts = QuickParts & {
  limits: { general: RequestHandler; login: RequestHandler }
  /** Anonymous reading of governed collections, from released data. */
  publicRest: RequestHandler
  /** Payload's own API. */
  payloadRest: RequestHandler
  /** `/feeds/…`, `/.well-known/…`. */
  feeds: RequestHandler
  /** `/released/…` */
  files: RequestHandler
  /** Payload's GraphQL. */
  graphql: RequestHandler
  /** The admin. */
  admin: RequestHandler
  /** What devices say. */
  reports?: RequestHandler
  portal: RequestHandler
}

/**
 * The walk of a request: id and log, health, refusals, limits, then released files, the API, the admin or the portal.
 *
 * @param options.parts undefined until the database is there: everything but health answers 503
 */
export const createApp = (options: {
  env: RuntimeEnv
  logger: Logger
  health: Health
  readSession: ReadSession
  parts: () => AppParts | undefined
}): Express => {
  const { env, logger, health } = options
  const isHttps = env.publicUrl.startsWith('https:')
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  if (env.trustProxy) app.set('trust proxy', trustOf(env.trustProxy))
  app.use(healthRoutes(health))
  app.use(requestLog(logger))
  const adminPolicy = adminHeaders(isHttps, !env.isProduction)
  const portalPolicy = portalHeaders(isHttps)
  app.use((req, res, next) => (isAdmin(req.path) ? adminPolicy : portalPolicy)(req, res, next))
  app.use(refuseBrokenAddress, refuseHugeBody(options.readSession))
  app.use('/api', refuseUnreadableBody)

  const part =
    (pick: (parts: AppParts) => RequestHandler): RequestHandler =>
    (req, res, next) => {
      const parts = options.parts()
      if (parts) return pick(parts)(req, res, next)
      res.set('retry-after', '2')
      next(refusal(503))
    }
  app.use(
    '/released',
    part((parts) => parts.files),
  )
  app.post(
    // Payload takes the address with a slash at its end for the same.
    /^\/api\/users\/(login|forgot-password|unlock)\/?$/,
    readLogin,
    part((parts) => parts.limits.login),
  )
  // Ten thousand devices behind one address: each is counted by its own signature.
  app.post(
    '/api/dispatch/reports',
    part(({ reports }) => reports ?? ((_req, _res, next) => next())),
  )
  app.use(part((parts) => parts.limits.general))
  app.use(compression())
  app.use(part((parts) => parts.feeds))
  const admin = part((parts) => parts.admin)
  app.use((req, res, next) => (isAdmin(req.path) ? admin(req, res, next) : next()))
  app.post(
    '/api/graphql',
    refuseDeepQuery,
    part((parts) => parts.graphql),
  )
  app.get(
    '/api/docs',
    part((parts) => parts.portal),
  )
  app.use('/api', restoreUrl(part((parts) => parts.publicRest)))
  app.use('/api', restoreUrl(part((parts) => parts.payloadRest)))
  app.use(part((parts) => parts.portal))
  app.use((_req, _res, next) => next(refusal(404)))
  app.use(answerFaults(logger))
  return app
}

const isAdmin = (path: string) => /^\/(admin|_next)(\/|$)/.test(path)

/** Next and the API routers see the whole address, not what is left of it after the mount point. */
const restoreUrl =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) => {
    req.url = req.originalUrl
    return handler(req, res, next)
  }

const trustOf = (text: string): boolean | number | string =>
  text === 'true' ? true : /^\d+$/.test(text) ? Number(text) : text
