import type { Task } from 'graphile-worker'
import { Webhook } from 'standardwebhooks'
import { request } from 'undici'
import type { JobContext } from '#kit/jobContext.ts'
import { tellingOptions } from '../alerts/tellingOptions.ts'

const TIMEOUT_MS = 15_000

/**
 * Posts a message as Standard Webhooks do. Anything but 2xx is tried again later, with the same id; redirects are not
 * followed.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const createPostWebhook =
  (context: Pick<JobContext, 'now' | 'logger'>): Task =>
  async (payload) => {
    const { url, id, body } = payload as { url: string; id: string; body: string }
    const receiver = tellingOptions().webhooks.find((one) => one.url === url)
    if (!receiver) {
      context.logger.warn({ id }, 'update-sla: a webhook is not among the options any more')
      return
    }
    const at = context.now()
    const answer = await request(url, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(receiver.secret).sign(id, at, body),
      },
      body,
    })
    await answer.body.dump()
    if (answer.statusCode < 200 || answer.statusCode > 299)
      throw new Error(`update-sla: the webhook answered ${answer.statusCode}`)
  }
