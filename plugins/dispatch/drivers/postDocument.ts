import { request } from 'undici'
import type { Dispatcher } from 'undici'
import { isRefusedAddress } from '#kit/guardedAgent.ts'
import { HandError } from './driver.ts'

/** Posts a document to a device or receiver. Resolves when it was taken; throws why not. */
export type PostDocument = (
  address: string | null,
  document: { type: string; body: string; headers?: Record<string, string> },
  signal: AbortSignal,
) => Promise<void>

/** How much of a refusal is kept. */
const TOLD_CHARACTERS = 200
const MOST_READ = 16 * 1024
const READ_MS = 2000

/**
 * Posts by one dispatcher, which decides what may be dialled. Redirects are refused; `signal` ends name look-up,
 * connection and headers alike; of an answer no more than its beginning is read.
 */
export const createPostDocument =
  (dispatcher: Dispatcher): PostDocument =>
  async (address, document, signal) => {
    const answer = await request(demandHttp(address), {
      dispatcher,
      method: 'POST',
      signal,
      headers: { ...document.headers, 'content-type': document.type },
      body: document.body,
    }).catch((error: unknown) => {
      throw isRefusedAddress(error)
        ? new HandError('its address lies in a network that may not be called (DEVICE_NETWORKS)')
        : error
    })
    if (answer.statusCode >= 200 && answer.statusCode <= 299) {
      // Taken is taken: a body that is endless, or comes by drops, ends with its connection.
      const readAway = answer.body.dump({
        limit: MOST_READ,
        signal: AbortSignal.timeout(READ_MS),
      })
      readAway.catch(() => answer.body.destroy())
      return
    }
    const told = await beginningOf(answer.body)
    throw new HandError(`answered ${answer.statusCode}${told === '' ? '' : `: ${told}`}`)
  }

const beginningOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of body) {
    text += decoder.decode(part, { stream: true })
    if (text.length >= TOLD_CHARACTERS) break
  }
  return text.slice(0, TOLD_CHARACTERS).trim()
}

const demandHttp = (address: string | null): URL => {
  const url = address ? URL.parse(address) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new HandError('has no http address')
  return url
}
