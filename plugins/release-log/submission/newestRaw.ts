import type { CollectionSlug, PayloadRequest } from 'payload'

/** A stored document with all its locales, and the version row it came from. */
export type StoredDocument = { raw: Record<string, unknown>; versionId: number | null }

type Target = { req: PayloadRequest; collection: string; id: number }

/** The newest stored state of a document: what the editor sees. No hooks, no defaults, no fallback. */
export const newestRaw = async ({
  req,
  collection,
  id,
}: Target): Promise<StoredDocument | null> => {
  const { docs } = await req.payload.db.findVersions({
    collection: collection as CollectionSlug, // checked against the governed list by callers
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const newest = docs[0]
  if (newest) {
    return { raw: newest.version as Record<string, unknown>, versionId: Number(newest.id) } // versions are untyped records
  }
  const raw = await liveRaw({ req, collection, id })
  return raw ? { raw, versionId: null } : null
}

/** The main row of a document with all its locales. */
export const liveRaw = async ({
  req,
  collection,
  id,
}: Target): Promise<Record<string, unknown> | null> => {
  const found: unknown = await req.payload.db.findOne({
    collection: collection as CollectionSlug, // checked against the governed list by callers
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })
  return (found as Record<string, unknown> | null | undefined) ?? null
}
