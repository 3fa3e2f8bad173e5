import { request } from 'undici'
import type { Dispatcher } from 'undici'
import { addressRules } from '#kit/addressRules.ts'
import { isRefusedAddress } from '#kit/guardedAgent.ts'
import type { DeviceMessage } from '../message.ts'
import { createLines } from './createLines.ts'
import type { Driver } from './driver.ts'
import { HandError } from './driver.ts'

/** Of what a device answers nothing is needed; so much is read, for so long, to keep its connection. */
const MOST_READ = 16 * 1024
const READ_MS = 1000

/**
 * Hands messages to devices by POST. Whether an address may be dialled is decided on what its name resolves to at that
 * moment; redirects are not followed; the deadline covers look-up, connection and headers, and no body is waited for.
 *
 * @param options.networks CIDRs of devices without a public address
 * @param options.timeoutMs for a connection
 */
export const httpDriver = (options: { networks: readonly string[]; timeoutMs: number }): Driver => {
  const mayDial = addressRules(options.networks, 'DEVICE_NETWORKS')
  const { timeoutMs } = options
  const lines = createLines({ mayDial, timeoutMs })
  const bytesOf = createBytesOf()
  return {
    channel: 'http',
    hasReceipts: true,
    hand: async (target, { message }, signal) => {
      const url = demandHttp(target.address)
      const line = lines.take(url.host)
      const answer = await request(url, {
        dispatcher: line.agent,
        method: 'POST',
        signal,
        headers: {
          'content-type': 'application/json',
          'webhook-id': message.id,
          'webhook-timestamp': String(message.timestamp),
          'webhook-signature': message.signature,
        },
        body: bytesOf(message),
      }).catch((error: unknown) => {
        line.free()
        throw isRefusedAddress(error)
          ? new HandError('its address lies in a network that may not be called (DEVICE_NETWORKS)')
          : error
      })
      void readAway(answer.body).finally(line.free)
      if (answer.statusCode >= 200 && answer.statusCode < 300) return 'accepted'
      throw new HandError(
        `answered ${answer.statusCode}`,
        retryAfterMs(answer.headers['retry-after']),
      )
    },
    stop: lines.stop,
  }
}

/** The bytes of a message, made once for all devices it goes to at about the same time. */
const createBytesOf = () => {
  const made = new WeakMap<DeviceMessage, Buffer>()
  return (message: DeviceMessage): Buffer => {
    const known = made.get(message)
    if (known) return known
    const bytes = Buffer.from(message.body, 'utf8')
    made.set(message, bytes)
    return bytes
  }
}

const readAway = async (body: Dispatcher.ResponseData['body']): Promise<void> => {
  // A body that is endless, or comes by drops, ends with its connection.
  await body.dump({ limit: MOST_READ, signal: AbortSignal.timeout(READ_MS) }).catch(() => {
    body.destroy()
  })
}

const demandHttp = (address: string | null): URL => {
  const url = address ? URL.parse(address) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new HandError('has no http address')
  return url
}

/** Seconds or a date (RFC 9110 § 10.2.3). */
const retryAfterMs = (header: string | string[] | undefined): number | undefined => {
  const text = Array.isArray(header) ? header[0] : header
  if (!text) return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
