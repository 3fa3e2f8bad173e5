import { randomUUID, sign } from 'node:crypto'
import type { DeviceConfig } from './config.ts'
import type { Report } from './player.ts'

/** A receipt as the hub wants it: signed with the device's key over `deliveryId.kind.eventId.at`. */
export const signReceipt = (config: DeviceConfig, deliveryId: string, report: Report) => {
  const eventId = randomUUID()
  const at = new Date().toISOString()
  const signed = `${deliveryId}.${report.kind}.${eventId}.${at}`
  return {
    deliveryId,
    ...report,
    eventId,
    at,
    signature: sign(null, Buffer.from(signed), config.privateKey).toString('base64'),
  }
}
