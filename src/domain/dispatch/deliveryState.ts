import { receiptOfRung, rungOfReceipt } from './receiptLadder.ts'
import type { ReceiptKind } from './receiptLadder.ts'

/** Where one delivery to one device stands. */
export type DeliveryState =
  | 'queued'
  | 'accepted'
  | 'received'
  | 'staged'
  | 'playing'
  | 'played'
  | 'proven'
  | 'refused'
  | 'expired'
  | 'superseded'
  | 'cancelled'
  | 'dead'

/** How much is known: 0 queued, 1 handed to the transport, 2 received by the device … 6 proven by a second sensor. */
export const rungOf: Record<DeliveryState, number> = {
  queued: 0,
  accepted: 1,
  received: 2,
  staged: 3,
  playing: 4,
  played: 5,
  proven: 6,
  refused: 2,
  expired: 0,
  superseded: 0,
  cancelled: 0,
  dead: 0,
}

const terminal: ReadonlySet<DeliveryState> = new Set(['expired', 'superseded', 'cancelled'])

/** True when the hub has closed a delivery: what a device still says of it is kept as late, and moves nothing. */
export const isTerminal = (state: DeliveryState): boolean => terminal.has(state)

/**
 * The state after a receipt. States only climb, and their order makes no difference: a late, repeated or out-of-order
 * receipt changes nothing and is kept all the same. A refusal holds unless the device is known to have played.
 */
export const afterReceipt = (state: DeliveryState, receipt: ReceiptKind): DeliveryState => {
  if (isTerminal(state)) return state
  const rung = Math.max(rungOf[state], rungOfReceipt(receipt))
  if (rung < rungOf.playing && (receipt === 'refused' || state === 'refused')) return 'refused'
  return rung > rungOf[state] ? (receiptOfRung(rung) ?? state) : state
}

/** Lanes by priority: an emergency never waits behind anything else. */
export const laneOf = (priority: string): 0 | 1 | 2 =>
  priority === 'emergency' ? 0 : priority === 'priority' ? 1 : 2

/** How long to wait before each further attempt, in seconds, by lane; after the last the delivery is dead. */
export const retrySeconds: Record<0 | 1 | 2, readonly number[]> = {
  0: [1, 2, 4, 8, 15, 30, 60, 120, 300, 600],
  1: [5, 15, 60, 300, 900, 3600],
  2: [30, 120, 600, 3600, 14_400],
}

/**
 * When a device's own word is missed after a hand-over, by lane: the first time, the longest later, and how many attempts a
 * delivery without expiry is given.
 */
export const confirmSeconds: Record<0 | 1 | 2, { first: number; longest: number; most: number }> = {
  0: { first: 10, longest: 300, most: 20 },
  1: { first: 60, longest: 1800, most: 10 },
  2: { first: 300, longest: 3600, most: 6 },
}

/**
 * When to try again after the n-th failed attempt; nothing when it was the last.
 *
 * @param random in [0, 1): spreads retries by a quarter to either side
 */
export const nextAttemptAt = (options: {
  lane: 0 | 1 | 2
  attempts: number
  now: Date
  random: number
}): Date | undefined => {
  const seconds = retrySeconds[options.lane][options.attempts - 1]
  if (seconds === undefined) return undefined
  return new Date(options.now.getTime() + seconds * 1000 * (0.75 + options.random / 2))
}
