import type { Logger } from 'pino'
import { claimBroadcasts, publishBroadcast } from './broadcast.ts'
import type { Published } from './broadcast.ts'
import type { DatabaseClock } from './databaseClock.ts'
import type { ReadCarried } from './readCarried.ts'
import type { SenderGround } from './createSender.ts'
import { settleBroadcast } from './settleBroadcast.ts'

const MOST_CLAIMED = 100

/**
 * Publishes what areas and groups are to be told, all that is due at once, and settles it afterwards; a second call while it
 * does so is passed over.
 */
export const createBroadcaster = (
  ground: SenderGround & { clock: DatabaseClock; readCarried: ReadCarried; logger: Logger },
): { look: () => void; end: () => Promise<void> } => {
  const { pool, clock, readCarried, logger, attemptTimeoutMs: timeoutMs } = ground
  const settling = new Set<Promise<void>>()
  let isUnderWay = false
  let isEnding = false

  const settle = (published: Published) => {
    const work = settleBroadcast(pool, published)
      .catch((error: unknown) => logger.warn({ err: error }, 'dispatch: an area was not settled'))
      .finally(() => settling.delete(work))
      .then(() => undefined)
    settling.add(work)
  }
  const publishDue = async () => {
    for (;;) {
      const due = await claimBroadcasts(pool, MOST_CLAIMED)
      if (due.length === 0) return
      const found = await readCarried(due.map((one) => one.dispatchId))
      await Promise.all(
        due.map(async (broadcast) => {
          const carried = found.get(broadcast.dispatchId)
          if (!carried) return
          const now = clock.now
          const done = await publishBroadcast({ ...ground, broadcast, carried, now, timeoutMs })
          if (done) settle(done)
        }),
      )
    }
  }
  const look = () => {
    if (isUnderWay || isEnding) return
    isUnderWay = true
    publishDue()
      .catch((error: unknown) => logger.warn({ err: error }, 'dispatch: an area was not served'))
      .finally(() => {
        isUnderWay = false
      })
  }
  return {
    look,
    end: async () => {
      isEnding = true
      await Promise.all(settling)
    },
  }
}
