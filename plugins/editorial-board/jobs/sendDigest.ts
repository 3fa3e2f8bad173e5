import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { sendDigests } from '../notices/sendDigests.ts'
import { openTelling } from './telling.ts'

/** Sends the digests of the day when their hour has come. */
export const createSendDigest =
  (context: JobContext): Task =>
  async () => {
    const inTelling = await openTelling(context)
    await inTelling(sendDigests)
  }
