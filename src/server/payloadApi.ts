import { Readable } from 'node:stream'
import type { Request, RequestHandler, Response } from 'express'
import { handleEndpoints } from 'payload'
import type { SanitizedConfig } from 'payload'

type Config = SanitizedConfig | Promise<SanitizedConfig>

/**
 * Payload's REST API, straight from Express. HEAD is answered as GET without its body: Payload has no HEAD handler.
 *
 * @param config the built config
 */
export const payloadRest = (config: Config): RequestHandler =>
  fetchRoute((request, path) => handleEndpoints({ config, request, path }))

/**
 * Payload's GraphQL API, made at the first request: its schema is large and few ask.
 *
 * @param config the built config
 */
export const payloadGraphql = (config: Config): RequestHandler => {
  let post: Promise<(request: globalThis.Request) => Promise<globalThis.Response>> | undefined
  return fetchRoute(async (request) => {
    post ??= import('@payloadcms/next/routes').then((routes) =>
      routes.GRAPHQL_POST(Promise.resolve(config)),
    )
    return refusedAs400(await (await post)(request))
  })
}

/** A query that could not be carried out at all is the caller's fault by status too, with a code. */
const refusedAs400 = async (answer: globalThis.Response): Promise<globalThis.Response> => {
  const text = await answer.text()
  const { headers, status } = answer
  const same = () => new globalThis.Response(text, { status, headers })
  if (status !== 200) return same()
  const body = JSON.parse(text) as { data?: unknown; errors?: object[] }
  if (body.data !== undefined || !body.errors) return same()
  const errors = body.errors.map((one) => ({ code: 'bad_query', ...one }))
  return globalThis.Response.json({ errors }, { status: 400 })
}

const fetchRoute =
  (
    answerTo: (request: globalThis.Request, path: string) => Promise<globalThis.Response>,
  ): RequestHandler =>
  async (req, res, next) => {
    try {
      await sendFetchResponse(req, res, await answerTo(toFetchRequest(req), pathOf(req)))
    } catch (error) {
      next(error)
    }
  }

const pathOf = (req: Request): string => new URL(req.originalUrl, 'http://localhost').pathname

const toFetchRequest = (req: Request): globalThis.Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const hasBody = method !== 'GET' && method !== 'OPTIONS'
  return new globalThis.Request(
    new URL(req.originalUrl, `${req.protocol}://${req.headers.host ?? 'localhost'}`),
    {
      method,
      headers,
      ...(hasBody ? { body: bodyOf(req), duplex: 'half' } : {}),
    } as RequestInit,
  ) // `duplex` is missing from the DOM's type
}

/** A body that was read already (log-in attempts are looked at) goes on as it was; any other streams through. */
const bodyOf = (req: Request): BodyInit => {
  const raw = (req as { rawBody?: Buffer }).rawBody
  return raw ? new Uint8Array(raw) : (Readable.toWeb(req) as unknown as BodyInit) // Node's stream is what fetch takes
}

const sendFetchResponse = async (req: Request, res: Response, answer: globalThis.Response) => {
  const body = answer.status >= 400 ? withCode(await answer.text(), answer.status) : undefined
  res.status(answer.status)
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') res.setHeader(name, value)
  }
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'private, no-store')
  if (req.method === 'HEAD' || (body === undefined && !answer.body)) {
    res.end()
    return
  }
  if (body !== undefined) {
    res.end(body)
    return
  }
  res.end(Buffer.from(await answer.arrayBuffer()))
}

type Refusal = { code?: string; message?: string | undefined; data?: { code?: string } | null }

/** The code of a refusal where it is read: a hook's rides in `data`, an address without a route has none of Payload. */
const withCode = (text: string, status: number): string => {
  try {
    const body = JSON.parse(text) as { message?: string; errors?: Refusal[] }
    const [first]: Refusal[] = body.errors ?? [{ message: body.message }]
    if (!first || first.code) return text
    const code = first.data?.code ?? (status === 404 ? 'not_found' : undefined)
    const otherwise = status >= 500 ? 'server_error' : 'bad_request'
    return JSON.stringify({ errors: [{ ...first, code: code ?? otherwise }] })
  } catch {
    return text
  }
}
