import type { JobContext } from '#kit/jobContext.ts'
import { createPool } from '#kit/pool.ts'
import { installationKey } from '#kit/signingKey.ts'
import { createDrivers } from '../drivers/createDrivers.ts'
import type { Drivers } from '../drivers/createDrivers.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { createSigner } from '../message.ts'
import { theOptions } from '../options.ts'
import { createAnswerer } from '../reports/createAnswerer.ts'
import { createReportDesk } from '../reports/createReportDesk.ts'
import { publishRecent } from '../reports/publishRecent.ts'
import { takeOverMqtt } from '../reports/takeOverMqtt.ts'
import { LANES } from './claimed.ts'
import { createRetention } from './createRetention.ts'
import { createSender } from './createSender.ts'
import { endShortened } from './endShortened.ts'
import { listenForWork } from './listenForWork.ts'
import { tellStanding } from './tellStanding.ts'

const RETENTION_MS = 2000
const SHORTENED_MS = 5000

/**
 * Starts sending and taking reports in this process.
 *
 * @param link undefined where no broker is configured
 * @returns the drivers, for who tests connections, and how to end it
 */
export const startDispatch = async (
  context: JobContext,
  link: MqttLink | undefined,
): Promise<{ drivers: Drivers; end: () => Promise<void> }> => {
  const { env, logger } = context
  // An emergency waits for no connection behind what devices ask and are told.
  const sending = createPool({ connectionString: env.databaseUrl, max: 6, name: 'dispatch' })
  const pool = createPool({ connectionString: env.databaseUrl, max: 4, name: 'dispatch-devices' })
  const key = await installationKey(env)
  const answerer = createAnswerer(pool, key)
  const { attemptTimeoutMs, places: limits, recentSeconds, retainedSeconds, foreign } = theOptions()
  const drivers = createDrivers({ env, logger, pool, link, attemptTimeoutMs, foreign })
  const sign = createSigner(key)
  const sender = createSender({
    pool: sending,
    logger,
    drivers,
    link,
    sign,
    attemptTimeoutMs,
    limits,
  })
  const desk = createReportDesk(pool)
  if (link) takeOverMqtt({ link, desk, answerer, logger })
  const listener = listenForWork({
    connectionString: env.databaseUrl,
    logger,
    onWork: (about) => {
      const lane = LANES.find((one) => String(one) === about)
      if (!about.startsWith('setup:')) sender.wake(lane)
      else if (listener.isLeader()) tellSetup(about.slice(6))
    },
  })
  let isEnding = false
  // One after another: thousands of devices may be activated at once.
  let telling = Promise.resolve()
  const tellSetup = (code: string) => {
    const ground = { pool, answerer, drivers, link, timeoutMs: attemptTimeoutMs }
    telling = telling
      .then(() => (isEnding ? undefined : tellStanding(ground, code)))
      .catch(warn('a standing was not told'))
  }
  const warn = (what: string) => (error: unknown) => {
    logger.warn({ err: error }, `dispatch: ${what}`)
  }
  const every = (ms: number, work: () => Promise<unknown>) =>
    setInterval(() => {
      if (listener.isLeader()) work().catch(warn('the leader is hindered'))
    }, ms)
  const timers = [
    every(SHORTENED_MS, () => endShortened(pool)),
    ...(link
      ? [
          every(RETENTION_MS, createRetention({ pool, link, sign, retainedSeconds })),
          every(recentSeconds * 1000, () => publishRecent({ pool, link, answerer })),
        ]
      : []),
  ]
  const end = async () => {
    isEnding = true
    for (const timer of timers) clearInterval(timer)
    await listener.stop()
    await sender.stop()
    await desk.drain()
    await Promise.all(Object.values(drivers).map((one) => one.stop()))
    await telling
    await Promise.all([sending.end(), pool.end()])
  }
  return { drivers, end }
}
