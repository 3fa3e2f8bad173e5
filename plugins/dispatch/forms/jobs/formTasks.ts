import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { createMakeForms } from './dispatchMakeForms.ts'
import { createMakeSpeech } from './dispatchMakeSpeech.ts'
import { createSweepDrafts } from './dispatchSweepDrafts.ts'

/** The background work on the forms of bulletins. */
export const formTasks = (context: JobContext): TaskList => ({
  dispatchMakeForms: createMakeForms(context),
  dispatchMakeSpeech: createMakeSpeech(context),
  dispatchSweepDrafts: createSweepDrafts(context),
})

/** Run each minute, once among all workers. */
export const formTicks = ['dispatchSweepDrafts'] as const
