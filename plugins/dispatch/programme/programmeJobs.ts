import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { programmeTick } from './programmeTick.ts'

/** The tasks of the communes' programmes. */
export const programmeTasks = (context: JobContext): TaskList => ({
  dispatchProgrammeTick: () => programmeTick(context.pool, context.now()),
})

/** Run each minute, once among all workers. */
export const programmeTicks = ['dispatchProgrammeTick'] as const
