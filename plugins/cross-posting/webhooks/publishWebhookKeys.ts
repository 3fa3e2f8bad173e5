import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey } from '#kit/signingKey.ts'
import { keySetOf, readWebhookKeys } from './webhookKeys.ts'

const MAX_AGE_SECONDS = 300

/**
 * `GET /.well-known/webhook-keys.json`: with which keys webhooks are signed, the newest first. A set of its own: these keys sign
 * hints, and nobody shall take what they sign for a decision or an instruction to a device.
 */
export const publishWebhookKeys = async (options: {
  pool: Pool
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>
}): Promise<Router> => {
  const installation = await installationKey(options.env)
  const router = express.Router()
  router.get('/.well-known/webhook-keys.json', async (_req, res) => {
    const keys = await readWebhookKeys(options.pool, installation)
    res.set('cache-control', `public, max-age=${MAX_AGE_SECONDS}`).json(keySetOf(keys))
  })
  return router
}
