import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { tellMembership } from '../notices/tellMembership.ts'
import { openTelling } from './telling.ts'

/** Tells of one appointment, mandate or end; enqueued in the transaction that signs it. */
export const createTellOfMembership =
  (context: JobContext): Task =>
  async (payload) => {
    const place = payload as { board: string; n: number }
    const inTelling = await openTelling(context)
    await inTelling((telling) => tellMembership(telling, place))
  }
