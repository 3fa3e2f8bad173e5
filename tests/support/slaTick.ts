import type { Payload } from 'payload'
import { pino } from 'pino'
import type pg from 'pg'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { tasks } from '#plugins/update-sla/jobs/index.ts'

/** One turn of the clocks, as a worker makes it, at a time of the test's choice. */
export const slaTick = async (
  app: { payload: Payload; pool: pg.Pool; env?: Record<string, string> },
  at: Date,
): Promise<void> => {
  const { updateSlaTick } = tasks({
    payload: app.payload,
    pool: app.pool,
    env: readRuntimeEnv({ ...process.env, ...app.env }),
    logger: pino({ level: 'silent' }),
    now: () => at,
  })
  await updateSlaTick?.({}, {} as never) // the task uses no helper
}
