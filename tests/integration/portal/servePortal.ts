import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'
import { pino } from 'pino'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import type { Stops } from '#src/server/drainOnSignal.ts'
import { createKeyRing } from '#plugins/cross-posting/server.ts'
import { createSessionReader } from '#src/server/readSession.ts'
import { answerFaults, refuseBrokenAddress } from '#src/server/refusals.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'

/** A page as it arrived. */
export type Arrived = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** The public side over real HTTP, as the web server mounts it. */
export type ServedPortal = {
  url: string
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Arrived>
  stop: () => Promise<void>
}

export const servePortal = async (
  booted: BootedPayload,
  environment: Record<string, string> = {},
): Promise<ServedPortal> => {
  // Its imports read the environment, which the booted Payload has set.
  const { createPublicSide } = await import('#src/server/publicSide.ts')
  const logger = pino({ level: 'silent' })
  const pool = new pg.Pool({ connectionString: booted.appUrl })
  pool.on('error', () => undefined)
  const stops: Stops = []
  const env = readRuntimeEnv({
    NODE_ENV: 'test',
    DATABASE_URL: booted.appUrl,
    PUBLIC_URL: 'https://ha-noi.example',
    MEDIA_DIR: booted.mediaDir,
    PAYLOAD_SECRET: 'a secret of the tests',
    ...environment,
  })
  const ring = createKeyRing(pool)
  const side = await createPublicSide({
    env,
    logger,
    payload: booted.payload,
    pool,
    stops,
    ring,
    readSession: createSessionReader(env.payloadSecret),
    limit: (_req, _res, next) => next(),
  })
  const app = express()
  app.use(refuseBrokenAddress)
  app.use('/released', side.files)
  app.use(side.feeds)
  app.get('/api/docs', side.portal)
  app.use('/api', (req, res, next) => {
    req.url = req.originalUrl
    side.rest(req, res, next)
  })
  app.use(side.portal)
  app.use(answerFaults(logger))
  const server = http.createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    get: (path, headers = {}, method = 'GET') => ask({ port, path, headers, method }),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      for (const stop of stops.reverse()) await stop()
      await pool.end()
    },
  }
}

/** `fetch` would not send a Host of ours. */
export const ask = (options: {
  port: number
  path: string
  headers: Record<string, string>
  method: string
}): Promise<Arrived> =>
  new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end()
  })
