import { afterAttempt } from '#domain/dispatch/afterAttempt.ts'
import type { Drivers } from '../drivers/createDrivers.ts'
import { HandError } from '../drivers/driver.ts'
import type { Driver } from '../drivers/driver.ts'
import type { Signer } from '../message.ts'
import type { Carried, Claimed } from './claimed.ts'
import type { Settled } from './settle.ts'

/** What an attempt needs. */
export type AttemptGround = {
  drivers: Drivers
  sign: Signer
  now: () => Date
  /** Aborted when the time of the attempt is over. */
  signal: AbortSignal
  /** Whether this process ends: what it cuts off has not failed. */
  isEnding: () => boolean
}

/** Hands one delivery over, and says what follows. Never throws: whatever goes wrong is that delivery's own failure. */
export const attempt = async (
  ground: AttemptGround,
  delivery: Claimed,
  carried: Carried | undefined,
): Promise<Settled> => {
  const startedAt = ground.now()
  const plain = { delivery, startedAt, detail: null, nextAt: null, tellsHealth: false }
  if (carried?.expiresAt && carried.expiresAt <= startedAt)
    return { ...plain, outcome: 'expired', endedAt: startedAt }
  const way = wayOf(delivery)
  const driver = ground.drivers[way.channel]
  const about = { ...plain, tellsHealth: !driver.handArea }
  try {
    if (!carried) throw new Error('its dispatch is missing')
    const outcome = await within(hand({ ground, driver, delivery, carried, way }), ground.signal)
    const endedAt = ground.now()
    if (outcome === 'waiting')
      return { ...plain, outcome, endedAt, nextAt: carried.expiresAt ?? inADay(endedAt) }
    const nextAt = next(ground, { delivery, carried, driver, outcome })
    return {
      ...about,
      outcome,
      endedAt,
      nextAt,
      detail: way.isAlternate ? `by ${way.channel}` : null,
    }
  } catch (error) {
    const endedAt = ground.now()
    if (ground.isEnding()) return { ...plain, outcome: 'released', endedAt, nextAt: endedAt }
    const retryAfterMs = error instanceof HandError ? error.retryAfterMs : undefined
    const nextAt = next(ground, { delivery, carried, driver, outcome: 'failed', retryAfterMs })
    return { ...about, outcome: 'failed', endedAt, nextAt, detail: reasonOf(error, way) }
  }
}

type Way = { channel: Claimed['channel']; address: string | null; isAlternate: boolean }

/** An emergency goes by turns the usual way and the other one, where there is another. */
const wayOf = (delivery: Claimed): Way =>
  delivery.lane === 0 && delivery.alternateChannel && delivery.attempts % 2 === 1
    ? { channel: delivery.alternateChannel, address: delivery.alternateAddress, isAlternate: true }
    : { channel: delivery.channel, address: delivery.address, isAlternate: false }

const hand = async (options: {
  ground: AttemptGround
  driver: Driver
  delivery: Claimed
  carried: Carried
  way: Way
}) => {
  const { ground, driver, delivery, carried, way } = options
  const { id: dispatchId, number, snapshot, expiresAt } = carried
  const message = ground.sign({ dispatchId, number, snapshot }, ground.now())
  return driver.hand(
    { ...delivery, address: way.address },
    { dispatchId, number: Number(number), snapshot, expiresAt, message },
    ground.signal,
  )
}

const next = (
  ground: AttemptGround,
  ended: {
    delivery: Claimed
    carried: Carried | undefined
    driver: Driver
    outcome: 'accepted' | 'failed'
    retryAfterMs?: number | undefined
  },
): Date | null =>
  afterAttempt({
    lane: ended.delivery.lane,
    attempts: ended.delivery.attempts + 1,
    isAgain: ended.delivery.kind === 'unconfirmed',
    outcome: ended.outcome,
    hasReceipts: ended.driver.hasReceipts,
    hasAlternate: ended.delivery.alternateChannel !== null,
    retryAfterMs: ended.retryAfterMs,
    expiresAt: ended.carried?.expiresAt ?? null,
    now: ground.now(),
    random: Math.random(),
  }) ?? null

/** The deadline holds also for a driver that does not heed it. */
const within = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(new Error('no answer in time'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

const reasonOf = (error: unknown, way: Way): string => {
  const { name, message, code } = error as NodeJS.ErrnoException
  const said = name === 'AbortError' ? 'no answer in time' : message || code || 'failed'
  return (way.isAlternate ? `by ${way.channel}: ${said}` : said).slice(0, 300)
}

const inADay = (now: Date): Date => new Date(now.getTime() + 86_400_000)
