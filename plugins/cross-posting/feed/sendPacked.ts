import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** An answer that may be sent packed; how it was packed is kept beside it. */
export type Packable = {
  etag: string
  contentType: string
  body: Buffer
  packed: { br?: Promise<Buffer>; gzip?: Promise<Buffer> }
}

/** Small bodies gain nothing. */
const WORTH_PACKING = 700

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Sends an answer: 304 to who has it, packed to who can unpack, off the main thread. The tag is weak, since it is the same
 * for every way of packing.
 */
export const sendPacked = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Packable,
  options: { isPrivate?: boolean; headers?: OutgoingHttpHeaders } = {},
): Promise<void> => {
  const { isPrivate = false } = options
  const headers: OutgoingHttpHeaders = {
    ...options.headers,
    etag: `W/${answer.etag}`,
    'cache-control': isPrivate ? 'private, no-cache' : 'public, no-cache',
    vary: isPrivate ? 'Authorization, Accept-Encoding' : 'Accept-Encoding',
  }
  // Not by `cache-control` of the request: fetch sends `no-cache` along with If-None-Match.
  const asked = request.headers['if-none-match']
  if (asked !== undefined && (asked.trim() === '*' || asked.includes(answer.etag))) {
    response.writeHead(304, headers).end()
    return
  }
  headers['content-type'] = answer.contentType
  const encoding = encodingOf(request, answer)
  if (encoding) headers['content-encoding'] = encoding
  const body = encoding ? await pack(answer, encoding) : answer.body
  headers['content-length'] = body.length
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const encodingOf = (request: IncomingMessage, answer: Packable): 'br' | 'gzip' | undefined => {
  const accepted = request.headers['accept-encoding']
  if (typeof accepted !== 'string' || answer.body.length < WORTH_PACKING) return undefined
  const isAccepted = (name: string) =>
    new RegExp(String.raw`(?:^|[\s,])${name}(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))(?:[\s,;]|$)`).test(
      accepted,
    )
  return isAccepted('br') ? 'br' : isAccepted('gzip') ? 'gzip' : undefined
}

const pack = (answer: Packable, encoding: 'br' | 'gzip'): Promise<Buffer> => {
  answer.packed[encoding] ??=
    encoding === 'br'
      ? toBrotli(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : toGzip(answer.body)
  return answer.packed[encoding]
}
