import type { CollectionSlug, PayloadRequest } from 'payload'
import { crossPostingError } from '../errors.ts'
import { crossPosted } from '../options.ts'

/**
 * That a section exists.
 *
 * @throws PortalError unknown_category
 */
export const demandCategory = async (
  req: PayloadRequest,
  collection: string,
  category: number,
): Promise<void> => {
  const name = crossPosted(collection)?.projection.category
  const { flattenedFields } = req.payload.collections[collection as CollectionSlug].config
  const field = flattenedFields.find((one) => one.name === name)
  const target = field && 'relationTo' in field ? field.relationTo : undefined
  if (typeof target !== 'string') return
  const found = await req.payload.db.findOne({
    collection: target as CollectionSlug, // as the field names it
    where: { id: { equals: category } },
    req,
  })
  if (!found) throw crossPostingError('unknown_category')
}
