import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/** One line a request: id, method, path without its query and tokens, status, time. No address, cookie or body of anybody. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
      res.setHeader('x-request-id', id)
      return id
    },
    customLogLevel: (_req, res, error) =>
      res.statusCode === 503
        ? 'warn'
        : error || res.statusCode >= 500
          ? 'error'
          : res.statusCode >= 400
            ? 'info'
            : 'debug',
    // What went wrong is logged where it is caught, under the same id.
    customErrorObject: (_req, _res, _error, value: Record<string, unknown>) => {
      const { err: _err, ...rest } = value
      return rest
    },
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathOf(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  }) as RequestHandler // pino-http types Node's request; Express's is one

/** The path alone, without what opens an account. */
const pathOf = (url: string): string | undefined =>
  url
    .split('?')[0]
    ?.replace(/\/(reset|verify)\/[^/]+/, '/$1/…')
    .slice(0, 300)
