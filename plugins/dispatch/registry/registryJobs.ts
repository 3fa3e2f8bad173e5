import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import type { Driver } from '../drivers/driver.ts'
import type { Channel } from '../types.ts'
import { closeAbandonedTests, createConnectionTest } from './connection/connectionTestJob.ts'
import { createPresenceTick } from './presence/presenceTick.ts'

/** The tasks of the device registry. */
export const registryTasks = (
  context: JobContext,
  driverOf: (channel: Channel) => Driver | undefined,
): TaskList => ({
  dispatchConnectionTest: createConnectionTest(context, driverOf),
  dispatchPresenceTick: async (payload, helpers) => {
    await closeAbandonedTests(context)
    await createPresenceTick(context)(payload, helpers)
  },
})

/** Run each minute, once among all workers. */
export const registryTicks = ['dispatchPresenceTick'] as const
