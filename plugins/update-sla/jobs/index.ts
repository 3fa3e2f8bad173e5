import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { createUpdateSlaRecount } from './updateSlaRecount.ts'
import { createPingHeartbeat } from './pingHeartbeat.ts'
import { createPostWebhook } from './postWebhook.ts'
import { createUpdateSlaTick } from './updateSlaTick.ts'

/** The tasks of update-sla. */
export const tasks = (context: JobContext): TaskList => ({
  updateSlaTick: createUpdateSlaTick(context),
  updateSlaRecount: createUpdateSlaRecount(context),
  updateSlaPostWebhook: createPostWebhook(context),
  updateSlaPingHeartbeat: createPingHeartbeat(),
})

/** Run each minute, once among all workers. */
export const ticks = ['updateSlaTick'] as const
