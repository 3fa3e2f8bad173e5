import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { Health } from './health.ts'

/** Things to end, in the order they were begun; ended backwards. */
export type Stops = (() => Promise<void> | void)[]

/**
 * On SIGTERM or SIGINT: no new connections, `/readyz` says so, requests under way are finished (10 s at most), then
 * everything that was begun is ended and the process leaves with 0.
 */
export const drainOnSignal = (options: {
  server: Server
  health: Health
  logger: Logger
}): Stops => {
  const { server, health, logger } = options
  const stops: Stops = []
  let isDraining = false
  const drain = async () => {
    if (isDraining) return
    isDraining = true
    health.isReady = false
    health.reason = 'draining'
    logger.info('server: draining')
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    // A connection may fall idle only after its last answer, so one look is not enough.
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    server.closeIdleConnections()
    const limit = setTimeout(() => server.closeAllConnections(), 10_000)
    await closed
    clearTimeout(limit)
    clearInterval(sweep)
    for (const stop of stops.reverse()) {
      try {
        await stop()
      } catch (error) {
        logger.error({ err: error }, 'server: a part did not stop cleanly')
      }
    }
    process.exit(0)
  }
  process.on('SIGTERM', () => void drain())
  process.on('SIGINT', () => void drain())
  return stops
}
