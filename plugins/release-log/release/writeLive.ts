import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Sql } from '#kit/transaction.ts'
import { releaseError } from '../errors.ts'
import { liveRaw, newestRaw } from '../submission/newestRaw.ts'
import { takeSnapshot } from '../submission/takeSnapshot.ts'
import { versionsTable } from './versionsTable.ts'

type Approved = {
  req: PayloadRequest
  sql: Sql
  collection: string
  id: number
  raw: Record<string, unknown>
  sha256: string
}

/**
 * Writes the approved state into Payload's live row and its versions, all languages at once; a draft that is newer stays
 * what the editor sees. What was written is read again and hashed.
 *
 * The adapter is called below Payload's hooks: what was approved was validated at submission and is written as it was.
 */
export const writeLive = async (approved: Approved): Promise<void> => {
  const { req, collection, id, raw, sha256 } = approved
  const newest = await newestRaw({ req, collection, id })
  if (!newest) throw releaseError('document_missing', { collection, id })
  const before = await takeSnapshot({ req, collection, id, raw: newest.raw }).catch(() => undefined)
  const now = new Date().toISOString()
  const data = { ...raw, _status: 'published', updatedAt: now }
  const slug = collection as CollectionSlug // the decision's collection is governed
  await req.payload.db.updateOne({ collection: slug, id, data, req, returning: false })
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: slug,
    createdAt: now,
    updatedAt: now,
    parent: id,
    versionData: data as never, // stored form of a document, all locales
    req,
    returning: false,
  })
  if (before?.sha256 !== sha256 && newest.versionId !== null) {
    await keepNewer(approved, newest.versionId, now)
  }
  const live = await liveRaw({ req, collection, id })
  const written = live && (await takeSnapshot({ req, collection, id, raw: live }))
  if (written?.sha256 !== sha256) throw releaseError('decision_no_longer_matches')
}

/** One millisecond and the same clock: a larger step would make the next autosave older than the draft it follows. */
const keepNewer = async ({ req, sql, collection, id }: Approved, newest: number, now: string) => {
  const later = new Date(Date.parse(now) + 1).toISOString()
  await sql.query(
    `update ${versionsTable(req.payload, collection)} set latest = (id = $1::int),
       updated_at = case when id = $1::int then $2::timestamptz else updated_at end
     where parent_id = $3::int and (latest or id = $1::int)`,
    [newest, later, id],
  )
}
