import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import { errorBody, PortalError } from '#kit/portalError.ts'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey } from '#kit/signingKey.ts'
import { createAnswerer } from './createAnswerer.ts'
import type { Answerer } from './createAnswerer.ts'
import { COUNTED_SECONDS, createReportDesk } from './createReportDesk.ts'
import { nonceOf } from './nonceOf.ts'

const MOST_BYTES = 300 * 1024

/**
 * `POST /api/dispatch/reports`, without a framework: what devices say, and what they are told in answer. A device's signature
 * is its access; an envelope as JSON, or its parts in the headers of Standard Webhooks and `coloa-device`.
 */
export const reportRoute = (options: { pool: Pool; env: RuntimeEnv; logger: Logger }) => {
  const desk = createReportDesk(options.pool)
  let answerer: Promise<Answerer> | undefined
  const theAnswerer = () => {
    answerer ??= installationKey(options.env).then((key) => createAnswerer(options.pool, key))
    return answerer
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    void answerReport({ request, desk, theAnswerer })
      .catch((error: unknown) => {
        options.logger.error({ err: error }, 'dispatch: a report was not taken')
        return { status: 503, body: { errors: [{ code: 'unavailable' }] } }
      })
      .then(({ status, body }) => {
        const text = JSON.stringify(body)
        response.writeHead(status, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
          // What was not read would stand before the next request.
          ...(status === 413 ? { connection: 'close' } : {}),
          ...(status === 429 ? { 'retry-after': String(COUNTED_SECONDS) } : {}),
        })
        response.end(text)
      })
  }
}

const answerReport = async (options: {
  request: IncomingMessage
  desk: ReturnType<typeof createReportDesk>
  theAnswerer: () => Promise<Answerer>
}): Promise<{ status: number; body: unknown }> => {
  const { request, desk } = options
  const language = request.headers['accept-language'] ?? 'vi'
  let input: unknown
  try {
    input = inputOf(request, await textOf(request))
    const taken = await desk.take(input)
    return { status: 200, body: await (await options.theAnswerer()).answer(taken) }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const nonce = error.code === 'report_out_of_time' ? nonceOf(input) : undefined
    const clock = nonce ? (await options.theAnswerer()).clock(nonce) : undefined
    return {
      status: error.status,
      body: { ...errorBody(error, language), ...(clock ? { clock } : {}) },
    }
  }
}

/** What stands before may have read it already. */
const textOf = async (request: IncomingMessage & { rawBody?: Buffer }): Promise<string> => {
  if (request.rawBody) return request.rawBody.toString('utf8')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw tooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const inputOf = ({ headers }: IncomingMessage, text: string): unknown => {
  const id = headers['webhook-id']
  if (id !== undefined) {
    return {
      id,
      timestamp: Number(headers['webhook-timestamp']),
      signature: headers['webhook-signature'],
      device: headers['coloa-device'],
      body: text,
    }
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const tooLong = () =>
  new PortalError('report_too_long', 413, {
    vi: 'Báo cáo của thiết bị quá dài.',
    en: 'The report is too long.',
  })
