import type { ClientBase } from 'pg'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import { tellingOptions } from './tellingOptions.ts'

/** Queues the sign of life of this tick; an older one that could not be given is replaced, not repeated. */
export const queueHeartbeat = async (client: ClientBase, now: Date): Promise<void> => {
  if (!tellingOptions().heartbeatUrl) return
  await client.query(
    ADD_JOB,
    addJobValues({
      task: 'updateSlaPingHeartbeat',
      payload: { at: now.toISOString() },
      jobKey: 'updateSlaPingHeartbeat',
      maxAttempts: 3,
    }),
  )
}
