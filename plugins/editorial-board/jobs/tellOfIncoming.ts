import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import type { IncomingNotice } from '../incoming/tellIncoming.ts'
import { tellIncomingNotice } from '../notices/tellIncomingNotice.ts'
import { openTelling } from './telling.ts'

/** Tells of an item between two sites; enqueued in the transaction of the act itself. */
export const createTellOfIncoming =
  (context: JobContext): Task =>
  async (payload) => {
    const inTelling = await openTelling(context)
    await inTelling((telling) => tellIncomingNotice(telling, payload as IncomingNotice)) // as tellIncoming wrote it
  }
