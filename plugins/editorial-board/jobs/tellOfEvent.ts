import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { tellEvent } from '../notices/tellEvent.ts'
import { openTelling } from './telling.ts'

/** Tells of one step of the history; enqueued in the transaction of the act itself. */
export const createTellOfEvent =
  (context: JobContext): Task =>
  async (payload) => {
    const { event } = payload as { event: number }
    const inTelling = await openTelling(context)
    await inTelling((telling) => tellEvent(telling, event))
  }
