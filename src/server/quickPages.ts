import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import type { QuickAnswer } from '#src/portal/http/createPageCache.ts'
import type { QuickFeed } from '#plugins/cross-posting/server.ts'
import type { PublicRest } from '#plugins/release-log/read.ts'
import type { QuickLimit } from './rateLimits.ts'
import { isBrokenAddress } from './refusals.ts'
import { portalHeaders } from './securityHeaders.ts'

/** What a quick answer needs of the web server's parts. */
export type QuickParts = {
  limits: { general: RequestHandler; quick: QuickLimit }
  /** Warm pages of the portal. */
  quickPage: QuickAnswer
  /** What strangers read over REST. */
  quickRest: PublicRest
  /** Pages of the feed. */
  quickFeed: QuickFeed
}

/**
 * Stands before the Express app and answers pages that are in memory, what strangers read over REST and the feed, with the
 * same headers and under the same limits; everything else, faults too, goes the long way. Answered requests are logged at
 * `debug` only, so at that level nothing is quick.
 */
export const quickPages = (options: {
  env: RuntimeEnv
  logger: Logger
  app: Express
  parts: () => QuickParts | undefined
}): RequestListener => {
  const { app, logger } = options
  const security = headersOf(portalHeaders(options.env.publicUrl.startsWith('https:')))
  const isChatty = logger.isLevelEnabled('debug')

  const ipOf = addressTeller(app, options.env.trustProxy !== undefined)
  const slow = (request: IncomingMessage, response: ServerResponse) => app(request, response)

  return (request, response) => {
    const parts = isChatty || !isBare(request) ? undefined : options.parts()
    const answer = parts && quickAnswer(parts, request)
    if (!parts || !answer) {
      slow(request, response)
      return
    }
    const go = (more: Record<string, string>) => {
      const headers = { ...security, ...more, 'x-request-id': requestId(request) }
      answer(response, headers, () => slow(request, response))
    }
    const counted = parts.limits.quick(request, ipOf(request))
    if (counted) {
      go(counted)
      return
    }
    const [req, res] = expressOf(app, request, response)
    // The limiter answers by itself when there were too many.
    void parts.limits.general(req, res, (error?: unknown) => {
      if (error) slow(request, response)
      else go({})
    })
  }
}

/** The visitor's address as Express tells it, behind trusted proxies as well. */
const addressTeller = (app: Express, isBehindProxy: boolean) => (request: IncomingMessage) => {
  const { headers, socket } = request
  if (!isBehindProxy) return socket.remoteAddress
  return Reflect.get(app.request, 'ip', { app, headers, socket }) as string | undefined // a getter of Express
}

type Answer = (response: ServerResponse, headers: Record<string, string>, slow: () => void) => void

const quickAnswer = (parts: QuickParts, request: IncomingMessage): Answer | undefined => {
  const { url = '' } = request
  if (url.startsWith('/feeds/')) return parts.quickFeed(request)
  if (!url.startsWith('/api/')) return isPage(url) ? parts.quickPage(request) : undefined
  if (isBrokenAddress(url) || !parts.quickRest.claims(request)) return undefined
  return (response, headers, slow) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    parts.quickRest(request, response, slow)
  }
}

const isPage = (url: string): boolean =>
  !/^\/(?:admin|_next|oai|released|assets|healthz|readyz|metrics)(?:[/?]|$)/.test(url)

/** Asks for something and brings nothing. */
const isBare = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

/** The limiter takes what Express gives. */
const expressOf = (
  app: Express,
  request: IncomingMessage,
  response: ServerResponse,
): [Request, Response] => {
  const req = Object.setPrototypeOf(request, app.request) as Request // as Express does itself
  const res = Object.setPrototypeOf(response, app.response) as Response // likewise
  req.res = res
  res.req = req
  return [req, res]
}

const requestId = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** The headers a middleware sets, which are the same for every request. */
const headersOf = (middleware: RequestHandler): Record<string, string> => {
  const headers: Record<string, string> = {}
  const recorder = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => undefined,
  }
  void middleware({} as Request, recorder as unknown as Response, () => undefined) // asks for nothing else
  return headers
}
