import type { CollectionSlug, PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { localesOf } from '#domain/release/canonical.ts'
import { releaseError } from '../errors.ts'
import { governedOf } from '../options.ts'
import type { Submission } from '../types.ts'
import { describeFields } from './describeFields.ts'
import { findInvalid } from './findInvalid.ts'
import { newestRaw } from './newestRaw.ts'
import { localesOfConfig } from './localesOfConfig.ts'
import { takeSnapshot } from './takeSnapshot.ts'

type Target = { req: PayloadRequest; collection: string; id: number }

/**
 * Freezes what is in the draft now: validates every language, copies every file, stores the canonical text under its
 * hash. The same content again gives the same submission.
 *
 * @throws PortalError `not_governed`, `document_missing`, `invalid_content` (details.fields), `file_missing`
 * @example const submission = await freezeSubmission({ req, collection: 'articles', id: 12 })
 */
export const freezeSubmission = async ({ req, collection, id }: Target): Promise<Submission> => {
  const { raw } = await demandNewest({ req, collection, id })
  await demandValid({ req, collection, id }, raw)
  const snapshot = await takeSnapshot({ req, collection, id, raw, isCopied: true })
  const sql = await sqlOf(req)
  const values = [snapshot.log, collection, id, JSON.stringify(raw), snapshot.body, snapshot.sha256]
  await sql.query(
    `insert into release.submissions (log, collection, doc_id, raw, body, sha256, media_ids, submitted_by)
     values ($1, $2, $3::int, $4::jsonb, $5, $6, $7::int[], $8::int) on conflict (collection, doc_id, sha256) do nothing`,
    [...values, `{${snapshot.mediaIds.join(',')}}`, req.user?.id ?? null],
  )
  const { rows } = await sql.query<Submission>(
    `select id, log, collection, doc_id as "docId", sha256, body, submitted_by as "submittedBy",
       to_json(submitted_at) #>> '{}' as "submittedAt"
     from release.submissions where collection = $1 and doc_id = $2::int and sha256 = $3`,
    [collection, id, snapshot.sha256],
  )
  const [submission] = rows
  if (!submission) throw releaseError('document_missing', { collection, id })
  return submission
}

/**
 * The canonical text of what is in the draft now, and its hash: to tell "changed since submission".
 *
 * @throws PortalError `not_governed`, `document_missing`, `file_missing`
 */
export const snapshotNow = async ({
  req,
  collection,
  id,
}: Target): Promise<{ body: string; sha256: string }> => {
  const { raw } = await demandNewest({ req, collection, id })
  const { body, sha256 } = await takeSnapshot({ req, collection, id, raw })
  return { body, sha256 }
}

const demandNewest = async (target: Target) => {
  governedOf(target.req.payload, target.collection)
  const newest = await newestRaw(target)
  if (!newest)
    throw releaseError('document_missing', { collection: target.collection, id: target.id })
  return newest
}

const demandValid = async ({ req, collection, id }: Target, raw: Record<string, unknown>) => {
  const { projection } = governedOf(req.payload, collection)
  const { flattenedFields } = req.payload.collections[collection as CollectionSlug].config // governedOf checked the slug
  const fields = describeFields(flattenedFields)
  const locales = localesOf({ fields, raw, locales: localesOfConfig(req), title: projection.title })
  if (locales.length === 0) {
    throw releaseError('invalid_content', { fields: [{ path: projection.title, locale: null }] })
  }
  const found = await findInvalid({ req, collection, id, fields: flattenedFields, raw, locales })
  if (found.length > 0) throw releaseError('invalid_content', { fields: found })
}
