import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { emergenciesToEscalate, escalateEmergency } from '../notices/escalateEmergency.ts'
import { openTelling } from './telling.ts'

/** Escalates every emergency whose review is overdue, each in a transaction of its own. */
export const createEscalateEmergencies =
  (context: JobContext): Task =>
  async () => {
    const inTelling = await openTelling(context)
    const due = await inTelling(({ sql, now }) => emergenciesToEscalate(sql, now))
    for (const id of due) await inTelling((telling) => escalateEmergency(telling, id))
  }
