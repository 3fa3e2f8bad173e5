import type { DeviceMessage } from '../message.ts'

/** Where a message goes. */
export type Target = { deviceCode: string; unitCode: string; address: string | null }

/** A way to hand a message to a device. Resolves when the transport has taken it; throws why not. */
export type Driver = (target: Target, message: DeviceMessage) => Promise<void>
