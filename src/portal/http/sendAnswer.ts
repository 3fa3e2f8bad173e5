import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A page ready to be sent; `etag` is empty for pages that are not kept. */
export type Sendable = { etag: string; body: Buffer; contentType: string; status: number }

type Packed = { br?: Buffer; gzip?: Buffer }

/** Small bodies gain nothing. */
const WORTH_PACKING = 700

/** Packed once, as long as the cache keeps the page itself. */
const packed = new WeakMap<Sendable, Packed>()

/**
 * Sends a page: 304 when the visitor has it, packed when the visitor can unpack.
 *
 * @param caching value of Cache-Control
 */
export const sendAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Sendable,
  caching = answer.etag === '' || answer.status >= 500
    ? 'no-store'
    : 'public, max-age=0, must-revalidate',
): void => {
  const etag = answer.etag === '' || answer.status !== 200 ? '' : `W/${answer.etag}`
  if (etag !== '' && matches(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, { etag, 'cache-control': caching, vary: 'Accept-Encoding' }).end()
    return
  }
  const encoding = encodingOf(request, answer)
  const body = encoding ? pack(answer, encoding) : answer.body
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': body.length,
    'cache-control': caching,
    vary: 'Accept-Encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
    ...(etag === '' ? {} : { etag }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Tags are compared weakly: the same page packed otherwise is the same page. */
const matches = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined && (asked === `W/${etag}` || asked.includes(etag))

const encodingOf = (request: IncomingMessage, answer: Sendable): keyof Packed | undefined => {
  const accepted = request.headers['accept-encoding']
  if (typeof accepted !== 'string' || answer.body.length < WORTH_PACKING) return undefined
  if (/\bbr\b(?!;q=0(?:\.0+)?(?:,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!;q=0(?:\.0+)?(?:,|$))/.test(accepted) ? 'gzip' : undefined
}

const pack = (answer: Sendable, encoding: keyof Packed): Buffer => {
  const known = packed.get(answer) ?? {}
  packed.set(answer, known)
  known[encoding] ??=
    encoding === 'br'
      ? brotliCompressSync(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(answer.body)
  return known[encoding]
}
