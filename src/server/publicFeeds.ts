import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import { governed } from '#config/governed.ts'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import {
  createFeeds,
  createFormats,
  createOai,
  createScopeOf,
} from '#plugins/cross-posting/server.ts'
import type { QuickFeed } from '#plugins/cross-posting/server.ts'
import { readConsents } from '#plugins/editorial-board/index.ts'
import { createReleaseCache } from '#plugins/release-log/read.ts'
import type { SequenceWatch } from '#plugins/release-log/read.ts'
import { markupOf } from '#src/portal/richText/markupOf.tsx'

const CACHE_BYTES = 32 * 1024 * 1024

/** Collections that have pages. */
const shown = ['articles', 'documents', 'pages', 'answers']

/** The feed by cursor, the feeds for feed readers, and harvesting. */
export const publicFeeds = (options: {
  env: RuntimeEnv
  pool: Pool
  watch: SequenceWatch
  /** Changes with the registry of sites. */
  registryVersion: () => number
  /** The build that is running. */
  build: string
}): {
  router: Router
  answerQuickly: QuickFeed
  articleFeed: (asked: { site: string; locale: string }) => Promise<string>
} => {
  const { env, pool, watch, registryVersion, build } = options
  const terms = { pool, publicUrl: env.publicUrl, license: env.contentLicense ?? null }
  const collections = governed.map((one) => one.slug)
  const scopeOf = createScopeOf({
    consentsOf: async (site) => {
      const all = await readConsents(sqlOn(pool), { log: site })
      return all.filter((one) => one.when === 'now')
    },
  })
  const feed = createFeeds({ ...terms, collections, scopeOf, watch, registryVersion })
  const formats = createFormats({
    ...terms,
    collections,
    shown,
    html: markupOf,
    cache: createReleaseCache({ watch, maxBytes: CACHE_BYTES, salt: build }),
    registryVersion,
  })
  const oai = createOai({
    ...terms,
    collections: shown,
    repositoryName: 'Cổ Loa',
    adminEmail: env.opsMail ?? addressIn(env.mailFrom),
  })
  const router = express.Router()
  router.use(formats, oai, feed)
  return {
    router,
    answerQuickly: feed.answerQuickly,
    articleFeed: ({ site, locale }) =>
      formats.atom({ site, search: new URLSearchParams({ collections: 'articles', locale }) }),
  }
}

/** `Name <address>` or an address alone. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from
