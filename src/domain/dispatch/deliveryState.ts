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
  | 'dead'

/** What a device reports; each is a rung of the ladder from "handed over" to "proven". */
export type ReceiptKind = 'received' | 'staged' | 'playing' | 'played' | 'proven' | 'refused'

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
  dead: 0,
}

const terminal: ReadonlySet<DeliveryState> = new Set([
  'refused',
  'expired',
  'superseded',
  'dead',
  'proven',
])

/** True when nothing moves a delivery in this state any more. */
export const isTerminal = (state: DeliveryState): boolean => terminal.has(state)

/**
 * The state after a receipt. States only climb: a late, repeated or out-of-order receipt changes nothing and is kept all
 * the same.
 */
export const afterReceipt = (state: DeliveryState, receipt: ReceiptKind): DeliveryState => {
  if (isTerminal(state)) return state
  if (receipt === 'refused') return rungOf[state] >= rungOf.playing ? state : 'refused'
  return rungOf[receipt] > rungOf[state] ? receipt : state
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
