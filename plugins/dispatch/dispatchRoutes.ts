import path from 'node:path'
import express from 'express'
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey } from '#kit/signingKey.ts'
import { buildAsyncApi } from './asyncapi/buildAsyncApi.ts'
import { createCapDocuments } from './drivers/cap/createCapDocuments.ts'
import { createCapFeed } from './drivers/cap/createCapFeed.ts'
import { listenForDispatches } from './drivers/player/listenForDispatches.ts'
import { playerPages } from './drivers/player/playerPages.ts'
import { playerStream } from './drivers/player/playerStream.ts'
import { theOptions } from './options.ts'
import { createAnswerer } from './reports/createAnswerer.ts'
import { enrolRoute } from './registry/enrolment/enrolRoute.ts'
import { createReadReporters } from './reports/readReporters.ts'
import { demandAuthentic, refusal } from './reports/verifyReport.ts'

type Ground = { pool: Pool; env: RuntimeEnv; logger: Logger }

/**
 * Emergencies in force as CAP, the description of the device protocol, and boards that are pages in a browser.
 *
 * @returns the routes, and how to end what they hold open
 */
export const dispatchRoutes = async (
  ground: Ground,
): Promise<{ router: Router; stop: () => Promise<void> }> => {
  const { pool, env } = ground
  const { capCategories } = theOptions().foreign
  const documents = createCapDocuments({
    pool,
    publicUrl: env.publicUrl,
    categoryOf: (topic) => capCategories[topic ?? ''] ?? 'Other',
  })
  const boards = await boardRoutes(ground)
  const description = JSON.stringify(buildAsyncApi({ publicUrl: env.publicUrl }))
  const router = express.Router()
  router.get('/api/asyncapi.json', (_req, res) => {
    res
      .set({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' })
      .type('application/json')
      .send(description)
  })
  router.use(createCapFeed({ pool, publicUrl: env.publicUrl, documents }), boards.router)
  return { router, stop: boards.stop }
}

const boardRoutes = async ({ pool, env, logger }: Ground) => {
  const answerer = createAnswerer(pool, await installationKey(env))
  const readReporters = createReadReporters(pool)
  let stop = async (): Promise<void> => undefined
  const stream = playerStream({
    pool,
    authenticate: async (signed) => {
      const reporter = (await readReporters([signed.device])).get(signed.device)
      let publicKey = ''
      const known = await demandAuthentic(
        { ...signed, body: 'stream' },
        reporter,
        new Date(),
        (key) => {
          publicKey = key
        },
      )
      if (known.channel !== 'player') throw refusal('device_unknown', 401)
      return { reporter: known, publicKey }
    },
    messagesFor: (reporter) =>
      answerer.messagesFor({ reporter, body: { v: 1, receipts: [], want: [] } }),
    setupOf: answerer.setup,
    listen: (wake) => {
      stop = listenForDispatches(env.databaseUrl, wake)
    },
    onFault: (error) => logger.warn({ err: error }, 'dispatch: boards were not told'),
  })
  const router = express.Router()
  router.use(
    stream,
    enrolRoute({ pool, logger }),
    playerPages({
      folder: path.resolve('plugins/dispatch/drivers/player/page'),
      fonts: path.resolve('node_modules/@fontsource/be-vietnam-pro/files'),
    }),
  )
  return { router, stop: () => stop() }
}
