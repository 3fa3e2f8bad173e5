import { signWebhook } from '#kit/signingKey.ts'
import type { InstallationKey } from '#kit/signingKey.ts'

/** A signed message as it goes over the wire, in the shape of Standard Webhooks. */
export type DeviceMessage = {
  /** Of a dispatch, its id: the same for every device and attempt. */
  id: string
  /** Seconds since 1970. */
  timestamp: number
  signature: string
  /** JSON. */
  body: string
}

/** Signs a body as it is. */
export const seal = (
  key: InstallationKey,
  { id, body, now }: { id: string; body: string; now: Date },
): DeviceMessage => {
  const timestamp = Math.floor(now.getTime() / 1000)
  return { id, timestamp, signature: signWebhook(key, { id, timestamp, body }), body }
}

/** Signs dispatches for devices, each once a second however many devices it goes to. */
export type Signer = (dispatch: Signed, now: Date) => DeviceMessage

type Signed = { dispatchId: string; number: string; snapshot: string }

/** Of these, nothing older than the last second is of use. */
const KEPT = 500

/** A signer with this installation's key. */
export const createSigner = (key: InstallationKey): Signer => {
  const sealed = new Map<string, DeviceMessage>()
  return (dispatch, now) => {
    const known = sealed.get(dispatch.dispatchId)
    if (known?.timestamp === Math.floor(now.getTime() / 1000)) return known
    const message = seal(key, { id: dispatch.dispatchId, body: bodyOf(dispatch), now })
    if (sealed.size >= KEPT) sealed.clear()
    sealed.set(dispatch.dispatchId, message)
    return message
  }
}

/** What a device reads: version, id and number, then the snapshot as it was frozen. */
const bodyOf = ({ dispatchId, number, snapshot }: Signed): string =>
  `{"v":1,"id":"${dispatchId}","number":${number},${snapshot.slice(1)}`
