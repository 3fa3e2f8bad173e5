import { createHash } from 'node:crypto'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canonical, filesIn } from '#domain/release/canonical.ts'
import type { FrozenFile } from '#domain/release/frozenFile.ts'
import { releaseError } from '../errors.ts'
import { governedOf, optionsOf, sitesOf } from '../options.ts'
import { describeFields } from './describeFields.ts'
import { describeFile } from './describeFile.ts'
import { localesOfConfig } from './localesOfConfig.ts'

/** The canonical text of a stored document, its hash, its log and the files it shows. */
export type Snapshot = { body: string; sha256: string; log: string; mediaIds: number[] }

/** Takes the canonical snapshot of a stored document. */
export const takeSnapshot = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  raw: Record<string, unknown>
  /** Copy the files to their content-addressed names. */
  isCopied?: boolean
  /** As it is written, without what would be made of it. */
  isPlain?: boolean
}): Promise<Snapshot> => {
  const { req, collection, id, raw } = options
  const governed = governedOf(req.payload, collection)
  const config = req.payload.collections[collection as CollectionSlug].config // governedOf checked the slug
  const fields = describeFields(config.flattenedFields)
  const mediaIds = filesIn(fields, raw)
  const files = new Map<number, FrozenFile>()
  for (const media of mediaIds) {
    files.set(media, await describeFile({ req, id: media, isCopied: options.isCopied === true }))
  }
  const log =
    governed.log === 'common'
      ? 'common'
      : await logOfSite(req, raw[sitesOf(optionsOf(req.payload)).field])
  const body = canonical({
    collection,
    id,
    log,
    fields,
    raw,
    locales: localesOfConfig(req),
    title: governed.projection.title,
    ...(governed.made && !options.isPlain ? { made: governed.made } : {}),
    fileOf: (media) => {
      const file = files.get(media)
      if (!file) throw releaseError('file_missing', { media })
      return file
    },
  })
  return { body, sha256: createHash('sha256').update(body).digest('hex'), log, mediaIds }
}

const logOfSite = async (req: PayloadRequest, site: unknown): Promise<string> => {
  const { field, collection, code } = sitesOf(optionsOf(req.payload))
  const id = typeof site === 'object' && site !== null ? (site as { id?: unknown }).id : site
  const found =
    id === null || id === undefined
      ? null
      : ((await req.payload.db.findOne({
          collection: collection as CollectionSlug, // the options name a collection
          where: { id: { equals: id } },
          req,
        })) as Record<string, unknown> | null) // stored row
  const log = found?.[code]
  if (typeof log !== 'string' || log === '')
    throw releaseError('invalid_content', { fields: [{ path: field, locale: null }] })
  return log
}
