import { setTimeout as pause } from 'node:timers/promises'
import { attempt } from './attempt.ts'
import { renew } from './claim.ts'
import type { Carried, Claimed, Lane } from './claimed.ts'
import { LANES } from './claimed.ts'
import type { SenderGround } from './createSender.ts'
import { createSettler } from './createSettler.ts'
import type { DatabaseClock } from './databaseClock.ts'
import type { Place, Places } from './places.ts'

/** Short for emergencies: a killed process's deliveries are taken over after it. Renewed while an attempt lasts. */
export const LEASE_SECONDS: Record<Lane, number> = { 0: 5, 1: 15, 2: 30 }

/** An attempt that is not answered after it leaves its place to another. */
const SLOW_AFTER_MS = 250
const RENEW_MS = 1500
/** What attempts under way are given when the process ends. */
const GRACE_MS = 2000

/**
 * Attempts under way in one process: each within its place and its deadline, its lease renewed as long as it lasts, and
 * settled with others.
 *
 * @param onDue is told that something of a lane is due at once: the other way to a device
 */
export const createAttempts = (
  ground: SenderGround & { clock: DatabaseClock; places: Places; onDue: (lane: Lane) => void },
): {
  start: (delivery: Claimed, carried: Carried | undefined) => void
  stop: () => Promise<void>
} => {
  const { pool, logger, clock } = ground
  const settler = createSettler(ground)
  const underWay = new Map<Claimed, { ending: AbortController; since: number }>()
  const running = new Set<Promise<void>>()
  let isEnding = false

  const carryOut = async (delivery: Claimed, carried: Carried | undefined, place: Place) => {
    const ending = new AbortController()
    underWay.set(delivery, { ending, since: performance.now() })
    const slow = setTimeout(() => place.makeSlow(), SLOW_AFTER_MS)
    const deadline = setTimeout(() => ending.abort(), ground.attemptTimeoutMs)
    const { signal } = ending
    const own = { ...ground, now: clock.now, signal, isEnding: () => isEnding }
    const settled = await attempt(own, delivery, carried)
    clearTimeout(slow)
    clearTimeout(deadline)
    place.free()
    await settler.add(settled)
    if (settled.nextAt && settled.nextAt <= clock.now()) ground.onDue(delivery.lane)
  }
  const start = (delivery: Claimed, carried: Carried | undefined) => {
    const place = ground.places.take(delivery.lane, delivery.kind)
    const work = carryOut(delivery, carried, place)
      .catch((error: unknown) => {
        // The lease runs out, and it is taken up again.
        logger.warn({ err: error }, 'dispatch: an attempt was not settled')
      })
      .finally(() => {
        underWay.delete(delivery)
        running.delete(work)
      })
    running.add(work)
  }
  const renewal = setInterval(() => {
    const before = performance.now() - RENEW_MS / 2
    const old = [...underWay].filter(([, { since }]) => since < before).map(([one]) => one)
    for (const lane of LANES) {
      const mine = old.filter((one) => one.lane === lane)
      renew(pool, mine, LEASE_SECONDS[lane]).catch((error: unknown) => {
        logger.warn({ err: error }, 'dispatch: leases were not renewed')
      })
    }
  }, RENEW_MS)

  const stop = async () => {
    const grace = Promise.allSettled(running)
    isEnding = true
    await Promise.race([grace, pause(GRACE_MS, undefined, { ref: false })])
    for (const { ending } of underWay.values()) ending.abort()
    await Promise.race([Promise.allSettled(running), pause(GRACE_MS, undefined, { ref: false })])
    clearInterval(renewal)
    await settler.drain()
  }
  return { start, stop }
}
