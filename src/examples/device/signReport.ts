import { randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Envelope, Report } from './protocol.ts'

/** A report as the hub takes it: signed with the device's own key over `id.timestamp.body`. */
export const signReport = (
  device: { code: string; privateKey: KeyObject },
  report: Report,
  now: Date,
): Envelope & { device: string } => {
  const id = randomUUID()
  const timestamp = Math.floor(now.getTime() / 1000)
  const body = JSON.stringify(report)
  const bytes = sign(null, Buffer.from(`${id}.${timestamp}.${body}`), device.privateKey)
  return { device: device.code, id, timestamp, signature: `v1a,${bytes.toString('base64')}`, body }
}
