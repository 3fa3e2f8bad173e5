import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { publishWebhookKeys } from '../webhooks/publishWebhookKeys.ts'
import type { KeyRing } from './createKeyRing.ts'
import { keyGate } from './keyGate.ts'

/**
 * What stands before the feeds: the gate of keys, and the published keys of webhooks.
 *
 * @example app.use(await receiverRoutes({ pool, env, ring: createKeyRing(pool) }))
 */
export const receiverRoutes = async (options: {
  pool: Pool
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>
  ring: KeyRing
}): Promise<Router> => {
  const router = express.Router()
  router.use(await publishWebhookKeys(options))
  router.use(keyGate(options))
  return router
}
