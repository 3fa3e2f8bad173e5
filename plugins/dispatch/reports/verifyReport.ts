import { verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { PortalError } from '#kit/portalError.ts'
import { publicKeyOf } from '#kit/signingKey.ts'
import type { ReportEnvelope } from './envelope.ts'
import type { Reporter } from './readReporters.ts'

const TOLERANCE_SECONDS = 300

const keyObjects = new LRUCache<string, KeyObject>({ max: 20_000 })

/**
 * Whether a device said this, and lately.
 *
 * @param onKey is told which of its keys signed, and the signature that is over it
 * @throws PortalError device_unknown, device_retired, report_not_authentic, report_out_of_time
 */
export const demandAuthentic = async (
  envelope: ReportEnvelope,
  reporter: Reporter | undefined,
  now: Date,
  onKey?: (publicKey: string, signature: Buffer) => void,
): Promise<Reporter> => {
  if (!reporter) throw refusal('device_unknown', 401)
  const found = await signingKeyOf(envelope, reporter.keys)
  if (!found) throw refusal('report_not_authentic', 401)
  if (reporter.lifecycle === 'retired') throw refusal('device_retired', 403)
  if (Math.abs(now.getTime() / 1000 - envelope.timestamp) > TOLERANCE_SECONDS)
    throw refusal('report_out_of_time', 401)
  onKey?.(found.key, found.signature)
  return reporter
}

/** The text a device's signature is over. */
export const signedText = ({ id, timestamp, body }: ReportEnvelope): string =>
  `${id}.${timestamp}.${body}`

const signingKeyOf = async (
  envelope: ReportEnvelope,
  keys: readonly string[],
): Promise<{ key: string; signature: Buffer } | undefined> => {
  const signed = Buffer.from(signedText(envelope))
  const signatures = envelope.signature
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .slice(0, 3)
    .map((one) => Buffer.from(one.slice(4), 'base64'))
  for (const key of keys) {
    for (const signature of signatures) {
      if (await isOfKey(signed, key, signature)) return { key, signature }
    }
  }
  return undefined
}

/** In a thread of its own: ten thousand devices report without standing in the way of others. */
const isOfKey = (signed: Buffer, key: string, signature: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      verify(null, signed, keyObjectOf(key), signature, (error, isGood) =>
        resolve(!error && isGood),
      )
    } catch {
      resolve(false)
    }
  })

const keyObjectOf = (raw: string): KeyObject => {
  const known = keyObjects.get(raw)
  if (known) return known
  const made = publicKeyOf(raw)
  keyObjects.set(raw, made)
  return made
}

type RefusalCode = keyof typeof sentences

/** A refused report; each has its code. */
export const refusal = (code: RefusalCode, status: number): PortalError =>
  new PortalError(code, status, sentences[code])

const sentences = {
  device_unknown: { vi: 'Không có thiết bị này.', en: 'There is no such device.' },
  device_retired: { vi: 'Thiết bị đã thu hồi.', en: 'The device is retired.' },
  report_not_authentic: {
    vi: 'Chữ ký của thiết bị không đúng.',
    en: 'The signature is not that of the device.',
  },
  report_out_of_time: {
    vi: 'Giờ của báo cáo lệch quá 5 phút so với trung tâm.',
    en: 'The time of the report is more than 5 minutes from that of the centre.',
  },
  too_many_reports: {
    vi: 'Thiết bị báo cáo quá dày.',
    en: 'The device reports too often.',
  },
} as const
