import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Sql } from '#kit/transaction.ts'
import { isCompletionOf } from '#domain/release/canonical.ts'
import { releaseError } from '../errors.ts'
import { governedOf } from '../options.ts'
import { describeFields } from '../submission/describeFields.ts'
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
  const { req, collection, id, raw } = approved
  const newest = await newestRaw({ req, collection, id })
  if (!newest) throw releaseError('document_missing', { collection, id })
  const plainOf = (of: Record<string, unknown>) =>
    takeSnapshot({ req, collection, id, raw: of, isPlain: true })
  const asWritten = await demandAsDecided(approved, await plainOf(raw))
  const before = await plainOf(newest.raw).catch(() => undefined)
  const now = new Date().toISOString()
  const slug = collection as CollectionSlug // the decision's collection is governed
  const { flattenedFields } = req.payload.collections[slug].config
  // What a board notes for itself is no part of what was frozen: a note made since the submission stays.
  const notes = describeFields(flattenedFields).flatMap(({ isPrivate, name }) =>
    isPrivate && name in newest.raw ? [[name, newest.raw[name]]] : [],
  )
  const data = { ...raw, ...Object.fromEntries(notes), _status: 'published', updatedAt: now }
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
  if (before?.sha256 !== asWritten && newest.versionId !== null) {
    await keepNewer(approved, newest.versionId, now)
  }
  const live = await liveRaw({ req, collection, id })
  const written = live && (await plainOf(live))
  if (written?.sha256 !== asWritten) throw releaseError('decision_no_longer_matches')
}

/**
 * What is written is what was decided on, but for what was made of it then; how that is made may have changed since.
 *
 * @returns the hash of what is written
 */
const demandAsDecided = async (
  { req, sql, collection, id, sha256 }: Approved,
  plain: { body: string; sha256: string },
): Promise<string> => {
  const made = Object.keys(governedOf(req.payload, collection).made ?? {})
  if (plain.sha256 === sha256) return sha256
  const { rows } = await sql.query<{ body: string }>(
    'select body from release.submissions where collection = $1 and doc_id = $2::int and sha256 = $3',
    [collection, id, sha256],
  )
  const [decided] = rows
  if (made.length === 0 || !decided || !isCompletionOf(decided.body, plain.body, made))
    throw releaseError('decision_no_longer_matches')
  return plain.sha256
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
