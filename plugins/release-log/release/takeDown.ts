import type { CollectionSlug, PayloadRequest } from 'payload'
import { releaseError } from '../errors.ts'
import { liveRaw, newestRaw } from '../submission/newestRaw.ts'

/** Turns Payload's live row back into a draft; a pending draft stays, else the withdrawn text becomes one. */
export const takeDown = async (target: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<void> => {
  const { req, collection, id } = target
  const live = await liveRaw(target)
  if (!live) throw releaseError('document_missing', { collection, id })
  const newest = await newestRaw(target)
  const now = new Date().toISOString()
  const data = { ...live, _status: 'draft', updatedAt: now }
  const slug = collection as CollectionSlug // the decision's collection is governed
  await req.payload.db.updateOne({ collection: slug, id, data, req, returning: false })
  if (newest?.versionId && newest.raw._status === 'draft') return
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
}
