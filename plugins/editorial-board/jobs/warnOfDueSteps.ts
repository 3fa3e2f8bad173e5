import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { stepsToWarnOf, warnOfStep } from '../notices/warnOfSteps.ts'
import { openTelling } from './telling.ts'

/** Speaks about every step that is due soon or overdue, each in a transaction of its own. */
export const createWarnOfDueSteps =
  (context: JobContext): Task =>
  async () => {
    const inTelling = await openTelling(context)
    const due = await inTelling(({ sql, now }) => stepsToWarnOf(sql, now))
    for (const one of due) await inTelling((telling) => warnOfStep(telling, one))
  }
