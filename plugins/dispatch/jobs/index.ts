import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import { startBroker } from '../broker/startBroker.ts'
import type { Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/httpDriver.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { mqttLink } from '../drivers/mqttLink.ts'
import { theOptions } from '../options.ts'
import { takeReceipt } from '../takeReceipt.ts'
import { createDispatchDeliver } from './dispatchDeliver.ts'
import { createFollowDispatch } from './followDispatch.ts'

let link: MqttLink | undefined

const mqttDriver: Driver = async (target, message) => {
  if (!link) throw new Error('no broker is configured (MQTT_URL)')
  await link.driver(target, message)
}

/** The tasks of dispatch. */
export const tasks = (context: JobContext): TaskList => ({
  'follow:dispatch': createFollowDispatch(context),
  dispatchDeliver: createDispatchDeliver(context, {
    http: httpDriver({ timeoutMs: theOptions().attemptTimeoutMs }),
    mqtt: mqttDriver,
  }),
  dispatchTick: async () => {
    for (const lane of [0, 1, 2]) {
      await context.pool.query(
        ADD_JOB,
        addJobValues({
          task: 'dispatchDeliver',
          payload: { lane },
          jobKey: `dispatchDeliver:${lane}`,
          priority: lane,
        }),
      )
    }
  },
})

/** A safety net: whatever a crash left waiting is looked at within a minute. */
export const ticks = ['dispatchTick'] as const

/**
 * Connects to the broker; where none is configured and this is the only process (ROLE=all), starts one of its own.
 *
 * @returns a function that ends both
 */
export const start = async (context: JobContext): Promise<() => Promise<void>> => {
  const own = !context.env.mqttUrl && context.env.role === 'all' ? await startBroker() : undefined
  const url = context.env.mqttUrl ?? own?.url
  if (!url) return async () => undefined
  if (own) context.logger.info({ url }, 'dispatch: a broker of our own is running')
  const connected = mqttLink({
    url,
    logger: context.logger,
    onReceipt: async (text) => {
      await takeReceipt(context.pool, JSON.parse(text) as unknown)
    },
  })
  link = connected
  return async () => {
    link = undefined
    await connected.stop()
    await own?.stop()
  }
}
