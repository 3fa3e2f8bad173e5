import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
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
 * @param options.caching value of Cache-Control
 * @param options.vary what else the answer depends on, beside how it is packed
 * @param options.headers that go along
 */
export const sendAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Sendable,
  options: { caching?: string; vary?: string; headers?: OutgoingHttpHeaders } = {},
): void => {
  const etag = answer.etag === '' || answer.status !== 200 ? '' : `W/${answer.etag}`
  const headers: OutgoingHttpHeaders = {
    ...options.headers,
    'cache-control': options.caching ?? cachingOf(answer),
    vary: options.vary ? `${options.vary}, Accept-Encoding` : 'Accept-Encoding',
  }
  if (etag !== '') headers.etag = etag
  if (etag !== '' && matches(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const encoding = encodingOf(request, answer)
  const body = encoding ? pack(answer, encoding) : answer.body
  headers['content-type'] = answer.contentType
  headers['content-length'] = body.length
  if (encoding) headers['content-encoding'] = encoding
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const cachingOf = (answer: Sendable): string =>
  answer.etag === '' || answer.status >= 500 ? 'no-store' : 'public, max-age=0, must-revalidate'

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
