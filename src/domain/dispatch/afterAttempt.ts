import { confirmSeconds, nextAttemptAt } from './deliveryState.ts'

/** An attempt that has ended, and what it was about. */
export type EndedAttempt = {
  lane: 0 | 1 | 2
  /** Attempts of this delivery, this one included. */
  attempts: number
  /** Whether it had been handed over before and was only handed again. */
  isAgain: boolean
  outcome: 'accepted' | 'failed'
  /** Whether the device says itself when it has it. */
  hasReceipts: boolean
  /** Whether there is another way to the device that the next attempt takes. */
  hasAlternate: boolean
  /** As the other side asked. */
  retryAfterMs?: number | undefined
  expiresAt: Date | null
  now: Date
  /** In [0, 1). */
  random: number
}

/**
 * When a delivery is looked at again: after a failure for the next attempt, after a hand-over for the device's word.
 *
 * @returns undefined when there is no further attempt; never later than the expiry, at which it is closed
 */
export const afterAttempt = (ended: EndedAttempt): Date | undefined => {
  const { outcome, expiresAt } = ended
  if (outcome === 'accepted') return ended.hasReceipts ? confirmBy(ended) : undefined
  const at = isFirstOfEmergency(ended) ? ended.now : afterFailure(ended)
  return at && expiresAt && at > expiresAt ? expiresAt : at
}

/** The other way is taken at once. */
const isFirstOfEmergency = ({ lane, attempts, hasAlternate }: EndedAttempt): boolean =>
  lane === 0 && hasAlternate && attempts === 1

/** A wish to be left in peace counts up to twice the step that is due anyway. */
const afterFailure = (ended: EndedAttempt): Date | undefined => {
  const { retryAfterMs = 0, now } = ended
  const at = ended.isAgain ? confirmBy(ended) : nextAttemptAt(ended)
  if (!at) return undefined
  const stepMs = at.getTime() - now.getTime()
  return new Date(now.getTime() + Math.min(Math.max(stepMs, retryAfterMs), 2 * stepMs))
}

/** Twice as long each time, spread by a half so that a whole area does not come back at one moment; no more after expiry. */
const confirmBy = ({ lane, attempts, expiresAt, now, random }: EndedAttempt): Date | undefined => {
  const { first, longest, most } = confirmSeconds[lane]
  if (!expiresAt && attempts >= most) return undefined
  const seconds = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20))
  const at = new Date(now.getTime() + seconds * 1000 * (1 + random / 2))
  return expiresAt && at >= expiresAt ? undefined : at
}
