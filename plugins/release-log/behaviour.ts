import type { CollectionSlug } from 'payload'
import type { Pool } from 'pg'
import { appendHooks, compose, extendCollection, onInitAfter } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import { verifyGuard } from './guard/verifyGuard.ts'
import { explainGuard } from './hooks/explainGuard.ts'
import { noteForbidden } from './hooks/noteForbidden.ts'
import { refuseFileChange, refuseFileDelete } from './hooks/protectFiles.ts'
import { refuseDeletes } from './hooks/refuseDeletes.ts'
import { refuseLiveWrites, refusePublishedData } from './hooks/refuseLiveWrites.ts'
import { uploadsOf } from './options.ts'
import type { ReleaseLogOptions } from './options.ts'

/** Refusals on every governed collection and on files, and the check at start. */
export const behaviour = (settings: ReleaseLogOptions): ConfigStep =>
  compose(
    ...settings.governed.map(({ slug }) =>
      extendCollection(
        slug as CollectionSlug, // extendCollection throws on an unknown slug
        appendHooks({
          beforeOperation: [refuseLiveWrites],
          beforeChange: [refusePublishedData],
          beforeDelete: [refuseDeletes],
        }),
      ),
    ),
    extendCollection(
      uploadsOf(settings),
      appendHooks({ beforeOperation: [refuseFileChange], beforeDelete: [refuseFileDelete] }),
    ),
    (config) => ({
      ...config,
      hooks: {
        ...config.hooks,
        afterError: [...(config.hooks?.afterError ?? []), explainGuard, noteForbidden],
      },
    }),
    onInitAfter(async (payload) => {
      const { pool } = payload.db as unknown as { pool: Pool } // the adapter's type hides its pool
      await verifyGuard(payload, pool)
    }),
  )
