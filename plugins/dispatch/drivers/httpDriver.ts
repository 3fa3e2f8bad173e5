import { Agent, request } from 'undici'
import type { Driver } from './driver.ts'

/**
 * Hands messages to devices over HTTP. Redirects are not followed, and one deadline covers the whole attempt. Devices live
 * in communes' private networks, so private addresses are allowed; only administrators and operators may enter them.
 *
 * @param options.timeoutMs the deadline
 */
export const httpDriver = (options: { timeoutMs: number }): Driver => {
  const agent = new Agent({
    connect: { timeout: options.timeoutMs },
    pipelining: 1,
    keepAliveTimeout: 10_000,
  })
  return async (target, message) => {
    const url = demandHttp(target.address)
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      signal: AbortSignal.timeout(options.timeoutMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(message.timestamp),
        'webhook-signature': message.signature,
      },
      body: message.body,
    })
    await answer.body.dump()
    if (answer.statusCode < 200 || answer.statusCode > 299)
      throw new Error(`answered ${answer.statusCode}`)
  }
}

const demandHttp = (address: string | null): URL => {
  const url = address ? URL.parse(address) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new Error('has no http address')
  return url
}
