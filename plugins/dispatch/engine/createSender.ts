import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Drivers } from '../drivers/createDrivers.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import type { Signer } from '../message.ts'
import { claim, readDue } from './claim.ts'
import type { Kind, Lane } from './claimed.ts'
import { LANES } from './claimed.ts'
import { LEASE_SECONDS, createAttempts } from './createAttempts.ts'
import { createBroadcaster } from './createBroadcaster.ts'
import { createPump } from './createPump.ts'
import { createDatabaseClock } from './databaseClock.ts'
import type { PlaceLimits } from './places.ts'
import { createReadCarried } from './readCarried.ts'

/** What the sender of a process is made of. */
export type SenderGround = {
  /** Its own connections: an emergency waits behind no other job's query. */
  pool: Pool
  logger: Logger
  drivers: Drivers
  link: MqttLink | undefined
  sign: Signer
  attemptTimeoutMs: number
  limits: PlaceLimits
}

/** Hands over what is due, in one process; several share the work by leases. */
export type Sender = {
  /** Looks at once for what is due in a lane, or in all. */
  wake: (lane?: Lane) => void
  /** Ends what is under way and takes no more. */
  stop: () => Promise<void>
}

const POLL_MS = 1000

export const createSender = (ground: SenderGround): Sender => {
  const { pool, logger } = ground
  const clock = createDatabaseClock()
  const readCarried = createReadCarried(pool)
  const take = async (lane: Lane, kind: Kind, limit: number): Promise<number> => {
    const leaseSeconds = LEASE_SECONDS[lane]
    const asked = performance.now()
    const claimed = await claim(pool, { lane, kind, limit, leaseSeconds })
    // A process that stood still meanwhile finds its leases with others.
    if (performance.now() - asked > leaseSeconds * 1000) return 0
    clock.learn(claimed.at)
    if (claimed.deliveries.length === 0) return 0
    const carried = await readCarried(claimed.deliveries.map((one) => one.dispatchId))
    for (const one of claimed.deliveries) attempts.start(one, carried.get(one.dispatchId))
    return claimed.deliveries.length
  }
  const pump = createPump({ limits: ground.limits, logger, take })
  const pumpSoon = (lane: Lane) => {
    pump.look(lane, 'fresh')
    pump.look(lane, 'doubtful')
  }
  const attempts = createAttempts({ ...ground, clock, places: pump.places, onDue: pumpSoon })
  const broadcaster = createBroadcaster({ ...ground, clock, readCarried })

  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    broadcaster.look()
    try {
      for (const { lane, kind } of await readDue(pool)) pump.look(lane, kind)
    } catch (error) {
      logger.warn({ err: error }, 'dispatch: cannot look for what is due')
    } finally {
      isLooking = false
    }
  }
  const poll = setInterval(() => void look(), POLL_MS)
  void look()
  return {
    wake: (lane) => {
      broadcaster.look()
      for (const one of lane === undefined ? LANES : [lane]) pumpSoon(one)
    },
    stop: async () => {
      clearInterval(poll)
      pump.end()
      await Promise.all([broadcaster.end(), attempts.stop()])
    },
  }
}
