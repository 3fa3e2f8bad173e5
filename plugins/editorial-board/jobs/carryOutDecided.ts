import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { carryOutDue } from '../due/carryOutDue.ts'

/** Carries out every decision whose time has come; two workers at once do each once. */
export const createCarryOutDecided =
  (context: JobContext): Task =>
  async () => {
    const done = await carryOutDue(context.payload)
    const lapsed = done.filter((one) => one.outcome === 'lapsed')
    if (lapsed.length > 0)
      context.logger.warn(
        { submissions: lapsed.map((one) => one.submissionId) },
        'editorial-board: decisions could not be carried out in their time',
      )
  }
