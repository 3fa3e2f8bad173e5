import type { CollectionSlug, PayloadRequest } from 'payload'
import { siteField } from '../options.ts'

/** An address that no other document of the site has: the wanted one, or with a number behind it. */
export const freeSlug = async (options: {
  req: PayloadRequest
  collection: string
  field: string
  site: number
  wanted: string
}): Promise<string> => {
  const { req, collection, field, site, wanted } = options
  for (let turn = 1; turn < 50; turn += 1) {
    const candidate = turn === 1 ? wanted : `${wanted}-${turn}`
    const { totalDocs } = await req.payload.db.count({
      collection: collection as CollectionSlug, // one of the options' collections
      where: { and: [{ [field]: { equals: candidate } }, { [siteField()]: { equals: site } }] },
      req,
    })
    if (totalDocs === 0) return candidate
  }
  return `${wanted}-${Date.now().toString(36)}`
}
