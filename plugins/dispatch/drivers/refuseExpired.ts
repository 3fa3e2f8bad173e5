import type { Driver, Outgoing } from './driver.ts'
import { HandError } from './driver.ts'

/** A driver that hands over nothing that is over: the last look before it leaves the house. */
export const refuseExpired = (driver: Driver, now: () => Date = () => new Date()): Driver => {
  const demandLive = ({ expiresAt }: Outgoing) => {
    if (expiresAt && expiresAt <= now()) throw new HandError('expired')
  }
  const { handArea } = driver
  return {
    ...driver,
    hand: async (target, outgoing, signal) => {
      demandLive(outgoing)
      return driver.hand(target, outgoing, signal)
    },
    ...(handArea
      ? {
          handArea: async (area, outgoing, signal) => {
            demandLive(outgoing)
            await handArea(area, outgoing, signal)
          },
        }
      : {}),
  }
}
