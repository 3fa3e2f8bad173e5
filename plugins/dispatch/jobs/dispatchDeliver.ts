import type { Task } from 'graphile-worker'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { installationKey } from '#kit/signingKey.ts'
import type { InstallationKey } from '#kit/signingKey.ts'
import type { Driver } from '../drivers/driver.ts'
import { messageOf } from '../message.ts'
import { theOptions } from '../options.ts'
import type { Claimed } from '../store.ts'
import { claimDue, nextDueAt, settleAccepted, settleFailed } from '../store.ts'

/** A lease outlives the longest attempt; a killed worker's deliveries are taken over after it. */
const LEASE_SECONDS = 10
/** How many deliveries one runner leases at once; a device that hangs delays at most so many others by one deadline. */
const CLAIM = 8

/**
 * Sends what is due in one lane, many at once, and comes back when the next is due.
 *
 * @param drivers by channel
 */
export const createDispatchDeliver =
  (context: JobContext, drivers: Record<Claimed['channel'], Driver>): Task =>
  async (payload) => {
    const { lane } = payload as { lane: number }
    const key = await installationKey(context.env)
    const runners = Math.max(1, Math.floor(theOptions().concurrency / CLAIM))
    await Promise.all(Array.from({ length: runners }, () => runLane(context, drivers, key, lane)))
    const next = await nextDueAt(context.pool, lane)
    if (!next) return
    await context.pool.query(
      ADD_JOB,
      addJobValues({
        task: 'dispatchDeliver',
        payload: { lane },
        jobKey: `dispatchDeliver:${lane}`,
        priority: lane,
        runAt: new Date(Math.max(next.getTime(), Date.now() + 200)),
      }),
    )
  }

const runLane = async (
  context: JobContext,
  drivers: Record<Claimed['channel'], Driver>,
  key: InstallationKey,
  lane: number,
): Promise<void> => {
  for (;;) {
    const due = await claimDue(context.pool, { lane, limit: CLAIM, leaseSeconds: LEASE_SECONDS })
    if (due.length === 0) return
    await Promise.all(due.map((one) => attempt(context, drivers[one.channel], key, one)))
  }
}

const attempt = async (context: JobContext, driver: Driver, key: InstallationKey, one: Claimed) => {
  const startedAt = context.now()
  try {
    await driver(one, messageOf({ key, deliveryId: one.id, ...one, now: startedAt }))
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'failed'
    await settleFailed(context.pool, one, { startedAt, detail, now: context.now() })
    return
  }
  await settleAccepted(context.pool, one, startedAt)
}
