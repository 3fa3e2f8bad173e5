import { existsSync } from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

type Handler = (
  req: Parameters<RequestHandler>[0],
  res: Parameters<RequestHandler>[1],
) => Promise<void>

/**
 * The admin, served by Next within this process. Prepared in the background: the portal does not wait for it. Where the
 * admin has not been built, its address says so and everything else works.
 */
export const nextAdmin = (options: {
  root: string
  isDevelopment: boolean
  logger: Logger
}): { handle: RequestHandler; ready: Promise<void> } => {
  const { root, isDevelopment, logger } = options
  const isBuilt = isDevelopment || existsSync(path.join(root, '.next/BUILD_ID'))
  const prepared: Promise<Handler | null> = isBuilt
    ? prepare(root, isDevelopment)
    : Promise.resolve(null)
  prepared.catch((error: unknown) =>
    logger.error({ err: error }, 'server: the admin could not be prepared'),
  )
  return {
    ready: prepared.then(
      () => undefined,
      () => undefined,
    ),
    handle: async (req, res, next) => {
      try {
        const handler = await prepared
        if (handler) await handler(req, res)
        else
          res
            .status(503)
            .type('text/plain')
            .send('The admin has not been built: run "npm run build".\n')
      } catch (error) {
        next(error)
      }
    },
  }
}

const prepare = async (root: string, dev: boolean): Promise<Handler> => {
  const { default: next } = await import('next')
  const app = next({ dev, dir: root })
  await app.prepare()
  return app.getRequestHandler() as unknown as Handler // Express's request is Node's with more
}
