import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import express from 'express'
import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { governed } from '#config/governed.ts'
import { calendarSource } from '#config/workingCalendar.ts'
import { receiverRoutes } from '#plugins/cross-posting/server.ts'
import type { KeyRing, QuickFeed } from '#plugins/cross-posting/server.ts'
import { dispatchRoutes, isOnAir } from '#plugins/dispatch/server.ts'
import { acknowledgePages, createPublicRecord } from '#plugins/update-sla/server.ts'
import {
  createPublicFiles,
  createPublicReader,
  createPublicRest,
  createReleaseCache,
  createSequenceWatch,
} from '#plugins/release-log/read.ts'
import type { PublicRest } from '#plugins/release-log/read.ts'
import { createPortal } from '#src/portal/createPortal.ts'
import { questionRoutes } from '#src/portal/questions/questionRoutes.ts'
import type { QuickAnswer } from '#src/portal/http/createPageCache.ts'
import { sendAnswer } from '#src/portal/http/sendAnswer.ts'
import { createSiteDirectory } from '#src/portal/site/siteDirectory.ts'
import { createAssets } from '#src/portal/styles/createAssets.ts'
import { createQuestionLimit } from './createQuestionLimit.ts'
import type { Stops } from './drainOnSignal.ts'
import { createStaffReader } from './readStaff.ts'
import { apiParts, publicApi } from './publicApi.ts'
import { publicFeeds } from './publicFeeds.ts'
import { followQuestionTerms } from './questionTerms.ts'
import { publishedKeys } from './publishedKeys.ts'
import type { ReadSession } from './readSession.ts'
import { releasedFiles } from './releasedFiles.ts'

const REST_CACHE_BYTES = 64 * 1024 * 1024
const PAGE_CACHE_BYTES = 128 * 1024 * 1024

/** What strangers reach. */
export type PublicSide = {
  /** `/api/<governed>` and `/api/search` for strangers. */
  rest: PublicRest
  feeds: RequestHandler
  /** Released files. */
  files: RequestHandler
  portal: RequestHandler
  quickPage: QuickAnswer
  quickFeed: QuickFeed
}

/** Everything strangers read: it comes from released data only. */
export const createPublicSide = async (options: {
  env: RuntimeEnv
  logger: Logger
  payload: Payload
  pool: Pool
  stops: Stops
  /** Keys of component sites. */
  ring: KeyRing
  readSession: ReadSession
  /** Counts a stranger's requests. */
  limit: RequestHandler
}): Promise<PublicSide> => {
  const { env, logger, pool, stops } = options
  const watch = createSequenceWatch({ connectionString: env.databaseUrl, pool })
  stops.push(() => watch.stop())
  const directory = await createSiteDirectory({ pool })
  stops.push(() => directory.stop())
  const [assets, build] = await Promise.all([
    createAssets(path.resolve('src/portal/styles')),
    readFile('dist/.server.sha256', 'utf8').catch(() => ''), // absent when run from sources
    watch.ready,
  ])
  const reader = createPublicReader({ pool })
  const feeds = express.Router()
  feeds.use(await publishedKeys(env))
  feeds.use(acknowledgePages({ pool, env }))
  feeds.use(await receiverRoutes({ pool, env, ring: options.ring }))
  const dispatch = await dispatchRoutes({ pool, env, logger })
  stops.push(dispatch.stop)
  feeds.use(dispatch.router)
  const feed = publicFeeds({ env, pool, watch, registryVersion: directory.version, build })
  feeds.use(feed.router, publicApi({ publicUrl: env.publicUrl }))
  const rest = createPublicRest({
    reader,
    governed,
    watch,
    cache: createReleaseCache({ watch, maxBytes: REST_CACHE_BYTES }),
    send: (request, response, answer) =>
      sendAnswer(request, response, answer, { vary: 'Cookie, Authorization' }),
  })
  const questionLimit = createQuestionLimit({ pool })
  stops.push(questionLimit.stop)
  const questionTerms = await followQuestionTerms({
    pool,
    onFault: (error) => logger.error({ err: error }, 'portal: the terms were not read'),
  })
  stops.push(questionTerms.stop)
  const record = env.isRecordPublic ? await createPublicRecord({ pool }) : undefined
  stops.push(() => record?.stop())
  const portal = createPortal({
    pool,
    reader,
    watch,
    cache: createReleaseCache({ watch, maxBytes: PAGE_CACHE_BYTES, salt: build }),
    directory,
    assets,
    publicUrl: env.publicUrl,
    answerWorkingDays: () => questionTerms.answer.workingDays,
    record,
    articleFeed: feed.articleFeed,
    apiParts,
    routes: questionRoutes({
      payload: options.payload,
      secret: env.payloadSecret,
      calendar: calendarSource,
      terms: questionTerms,
      isTooOften: questionLimit.isTooOften,
    }),
    onFault: (error) => logger.error({ err: error }, 'portal: a page failed'),
  })
  return {
    rest,
    feeds,
    files: releasedFiles({
      mediaDir: env.mediaDir,
      publicFiles: createPublicFiles({ pool, watch, others: [(name) => isOnAir(pool, name)] }),
      limit: options.limit,
      isStaff: createStaffReader(options),
    }),
    portal: portal.handle,
    quickPage: portal.answerQuickly,
    quickFeed: feed.answerQuickly,
  }
}
