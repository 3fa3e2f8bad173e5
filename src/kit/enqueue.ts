import type { PayloadRequest } from 'payload'
import { sqlOf } from './transaction.ts'

/** A piece of background work. */
export type Job = {
  /** Task name: plugin + verb in camelCase, e.g. `dispatchDeliver`. Never renamed. */
  task: string
  /** JSON. */
  payload: Record<string, unknown>
  /** Jobs with the same key become one. */
  jobKey?: string
  /** @default now */
  runAt?: Date
  /** @default 25 */
  maxAttempts?: number
  /** Lower runs first. @default 0 */
  priority?: number
  /** Jobs of one queue run one after another. */
  queueName?: string
}

/** The statement behind `enqueue`, for code that holds a connection of its own. */
export const ADD_JOB =
  'select graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz, max_attempts := $5::int, job_key := $6, priority := $7::int)'

/** The values for `ADD_JOB`, in its order. */
export const addJobValues = (job: Job): unknown[] => [
  job.task,
  JSON.stringify(job.payload),
  job.queueName ?? null,
  job.runAt?.toISOString() ?? null,
  job.maxAttempts ?? null,
  job.jobKey ?? null,
  job.priority ?? null,
]

/**
 * Enqueues work on the request's own transaction: it exists when, and only when, the rows that cause it do.
 */
export const enqueue = async (req: PayloadRequest, job: Job): Promise<void> => {
  const sql = await sqlOf(req)
  await sql.query(ADD_JOB, addJobValues(job))
}
