import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { startBroker } from '../broker/startBroker.ts'
import { mqttLink } from '../drivers/mqttLink.ts'
import type { Drivers } from '../drivers/createDrivers.ts'
import { inform } from '../engine/inform.ts'
import { startDispatch } from '../engine/startDispatch.ts'
import { formTasks, formTicks } from '../forms/jobs/formTasks.ts'
import { programmeTasks, programmeTicks } from '../programme/programmeJobs.ts'
import { registryTasks, registryTicks } from '../registry/registryJobs.ts'
import { createFollowDispatch } from './followDispatch.ts'

let drivers: Drivers | undefined

/** The tasks of dispatch. */
export const tasks = (context: JobContext): TaskList => ({
  ...programmeTasks(context),
  'follow:dispatch': createFollowDispatch(context),
  ...formTasks(context),
  ...registryTasks(context, (channel) => drivers?.[channel]),
  // Earlier versions sent in jobs: what they left wakes the senders, and ends.
  dispatchDeliver: () => inform(context.pool, ''),
  dispatchTick: () => inform(context.pool, ''),
})

/** Senders look by themselves each second; these are others'. */
export const ticks = [...programmeTicks, ...formTicks, ...registryTicks] as const

/**
 * Connects to the broker and sends; where no broker is configured and this is the only process (ROLE=all), starts one of its
 * own.
 *
 * @returns a function that ends all
 */
export const start = async (context: JobContext): Promise<() => Promise<void>> => {
  const own = !context.env.mqttUrl && context.env.role === 'all' ? await startBroker() : undefined
  const url = context.env.mqttUrl ?? own?.url
  if (own) context.logger.info({ url }, 'dispatch: a broker of our own is running')
  const link = url ? mqttLink({ url, logger: context.logger }) : undefined
  const started = await startDispatch(context, link)
  drivers = started.drivers
  return async () => {
    drivers = undefined
    await started.end()
    await link?.stop()
    await own?.stop()
  }
}
