import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { startWebhooks, webhookTasks, webhookTicks } from '../webhooks/webhookJobs.ts'
import { intakeTasks } from './intakeTasks.ts'

/** The tasks of cross-posting. */
export const tasks = (context: JobContext): TaskList => ({
  ...intakeTasks(context),
  ...webhookTasks(context),
})

/** Run each minute, once among all workers. */
export const ticks = [...webhookTicks] as const

/** Makes ready what carries hints to sites; returns how to end it. */
export const start = async (context: JobContext): Promise<() => Promise<void>> =>
  startWebhooks(context)
