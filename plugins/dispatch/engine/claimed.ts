import type { Channel } from '../types.ts'

/** Priority: 0 emergency, 1 priority, 2 normal. */
export type Lane = 0 | 1 | 2

/** Lanes in the order in which they are served. */
export const LANES: readonly Lane[] = [0, 1, 2]

/**
 * What waits in a lane: `fresh` has not failed; `doubtful` goes to devices that failed the last time or are away;
 * `unconfirmed` was handed over and its device has not said that it has it.
 */
export type Kind = 'fresh' | 'doubtful' | 'unconfirmed'

/** A delivery whose turn it is, leased to this process. */
export type Claimed = {
  id: string
  lease: string
  kind: Kind
  lane: Lane
  dispatchId: string
  deviceId: number
  deviceCode: string
  unitCode: string
  deviceClass: string | null
  channel: Channel
  address: string | null
  alternateChannel: Channel | null
  alternateAddress: string | null
  /** Ended attempts. */
  attempts: number
}

/** What a delivery carries; the same for all of a dispatch. */
export type Carried = {
  id: string
  number: string
  snapshot: string
  expiresAt: Date | null
}
