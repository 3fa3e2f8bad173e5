import { createHmac } from 'node:crypto'
import type { InstallationKey } from '#kit/signingKey.ts'
import { signWebhook } from '#kit/signingKey.ts'

/**
 * The headers of a Standard Webhook: signed by every key in use (`v1a`), then by every secret in use (`v1`).
 *
 * @param timestamp seconds since 1970
 * @param secrets `whsec_…`
 */
export const signHint = (
  message: { id: string; timestamp: number; body: string },
  by: { keys: readonly InstallationKey[]; secrets: readonly string[] },
): Record<string, string> => {
  const content = `${message.id}.${message.timestamp}.${message.body}`
  const symmetric = by.secrets.map((secret) => {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  })
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': [...by.keys.map((key) => signWebhook(key, message)), ...symmetric].join(
      ' ',
    ),
  }
}
