import type { TaskList } from 'graphile-worker'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { follow } from '#plugins/release-log/index.ts'
import { createCall } from './callOnce.ts'
import type { Courier } from './createCourier.ts'
import { createCourier } from './createCourier.ts'
import type { Lane } from './hintStore.ts'
import { raiseHints } from './hintStore.ts'
import { sweepAttempts } from './sweepAttempts.ts'

const couriers = new WeakMap<JobContext, Courier>()

const courierOf = (context: JobContext): Courier => {
  const before = couriers.get(context)
  if (before) return before
  const made = createCourier(context)
  couriers.set(context, made)
  return made
}

/** The tasks of webhooks. None of them waits for an endpoint. */
export const webhookTasks = (context: JobContext): TaskList => ({
  'follow:siteHints': async (payload) => {
    const { log } = payload as { log: string }
    await follow({
      pool: context.pool,
      follower: 'siteHints',
      log,
      handle: async (client, releases) => {
        const lanes = await raiseHints(
          client,
          log,
          releases.filter((one) => !one.isImport).map((one) => one.seq),
        )
        for (const lane of lanes) await client.query(ADD_JOB, addJobValues(wakeJob(lane)))
      },
    })
  },
  crossPostingHints: async (payload) => {
    const { lane } = payload as { lane: Lane }
    await courierOf(context).wake(lane)
  },
  crossPostingCall: createCall(context),
  /** A safety net: whatever a crash left waiting is looked at within a minute. */
  crossPostingHintsTick: async (payload) => {
    for (const lane of [0, 1] as const) {
      await context.pool.query(ADD_JOB, addJobValues(wakeJob(lane)))
    }
    const { minute = 0 } = payload as { minute?: number }
    if (minute % 60 === 0) await sweepAttempts(context.pool)
  },
})

/** Run each minute, once among all workers. */
export const webhookTicks = ['crossPostingHintsTick'] as const

/**
 * Makes ready what carries hints, so that a setting that is none ends the process at its start.
 *
 * @returns a function that ends the calls of this process
 */
export const startWebhooks = (context: JobContext): (() => Promise<void>) => courierOf(context).end

const wakeJob = (lane: Lane) => ({
  task: 'crossPostingHints',
  payload: { lane },
  jobKey: `crossPostingHints:${lane}`,
  priority: lane - 1,
})
