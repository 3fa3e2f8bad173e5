import type { InstallationKey } from '#kit/signingKey.ts'
import { signWebhook } from '#kit/signingKey.ts'

/** A signed message as it goes over the wire; the names are those of Standard Webhooks. */
export type DeviceMessage = {
  /** Delivery id: the same over all attempts. */
  id: string
  /** Seconds since 1970, of this attempt. */
  timestamp: number
  signature: string
  /** JSON. */
  body: string
  expiresAt: Date | null
}

/** The message of one delivery: the dispatch's snapshot with the delivery's own id, signed. */
export const messageOf = (options: {
  key: InstallationKey
  deliveryId: string
  dispatchId: string
  snapshot: string
  expiresAt: Date | null
  now: Date
}): DeviceMessage => {
  const body = `{"deliveryId":"${options.deliveryId}","dispatchId":"${options.dispatchId}",${options.snapshot.slice(1)}`
  const timestamp = Math.floor(options.now.getTime() / 1000)
  const signature = signWebhook(options.key, { id: options.deliveryId, timestamp, body })
  return { id: options.deliveryId, timestamp, signature, body, expiresAt: options.expiresAt }
}
