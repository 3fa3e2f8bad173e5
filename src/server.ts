import { createServer } from 'node:http'
import { env } from '#config/env.ts'
import { createLogger } from '#kit/logger.ts'
import type { AppParts } from './server/createApp.ts'
import { createApp } from './server/createApp.ts'
import { drainOnSignal } from './server/drainOnSignal.ts'
import type { Health } from './server/health.ts'
import { createSessionReader } from './server/readSession.ts'
import { quickPages } from './server/quickPages.ts'

const logger = createLogger({ level: env.logLevel, name: env.role })
const health: Health = { isReady: false, reason: 'starting', checks: [] }
let parts: AppParts | undefined

// Listening comes first: a process that waits for its database without listening may end by itself, and probes get no answer.
const readSession = createSessionReader(env.payloadSecret)
const app = createApp({ env, logger, health, readSession, parts: () => parts })
const server = createServer(quickPages({ env, logger, app, parts: () => parts }))
server.requestTimeout = 60_000
server.headersTimeout = 20_000
server.keepAliveTimeout = 65_000
const stops = drainOnSignal({ server, health, logger })
// Started by a program that holds a channel to this one: its end is ours.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

server.once('error', (error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === 'EADDRINUSE'
      ? `Port ${env.port} is taken: choose another with PORT=… or end the program that holds it.`
      : `The server cannot listen on port ${env.port}: ${error.message}`
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
})

server.listen(env.port, () => {
  void start()
})

const start = async () => {
  try {
    const { startParts } = await import('./server/startParts.ts')
    parts = await startParts({ env, logger, health, stops, readSession })
    health.isReady = true
    logger.info({ port: env.port, role: env.role }, 'server: ready')
  } catch (error) {
    logger.fatal({ err: error }, 'server: could not start')
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
