import type { DeviceMessage } from '../message.ts'
import type { Channel } from '../types.ts'

/** Where a message goes. */
export type Target = {
  deviceId: number
  deviceCode: string
  unitCode: string
  address: string | null
  deviceClass: string | null
}

/** What goes there. */
export type Outgoing = {
  dispatchId: string
  number: number
  /** As it was frozen, JSON: what drivers of other protocols translate. */
  snapshot: string
  expiresAt: Date | null
  /** Signed; what devices of our own protocol read. */
  message: DeviceMessage
}

/** Devices that one operation of a transport reaches. */
export type Area = { kind: 'area' | 'group'; code: string }

/** A way to hand messages to devices. */
export type Driver = {
  channel: Channel
  /** Whether devices behind it send receipts; else "handed over" is all that is ever known. */
  hasReceipts: boolean
  /**
   * Hands one message to one device within `signal`.
   *
   * @returns `waiting` when there is nothing to push: the device fetches it
   * @throws why not; a `HandError` also tells when to come back
   */
  hand: (target: Target, outgoing: Outgoing, signal: AbortSignal) => Promise<'accepted' | 'waiting'>
  /** One operation for a whole area or group, where the transport has it; targets it does not cover are handed singly. */
  handArea?: (area: Area, outgoing: Outgoing, signal: AbortSignal) => Promise<void>
  stop: () => Promise<void>
}

/** A device or what stands before it said no. */
export class HandError extends Error {
  readonly retryAfterMs: number | undefined

  /** @param retryAfterMs as the other side asks; the sender shortens what is too long */
  constructor(message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'HandError'
    this.retryAfterMs = retryAfterMs
  }
}
