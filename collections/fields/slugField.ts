import type { CollectionSlug, Field, FieldHook } from 'payload'
import { vietnameseSlug } from '#domain/text/vietnameseSlug.ts'
import { label } from '#kit/label.ts'

/**
 * The address part of a document, made from `source` at the first real save (not at an autosave, which sees half-typed
 * titles) and free to be changed until the first release. Unique per site by an index of the collection.
 */
export const slugField = (source = 'title'): Field => ({
  name: 'slug',
  type: 'text',
  index: true,
  maxLength: 160,
  label: label('Đường dẫn', 'Address'),
  admin: {
    position: 'sidebar',
    description: label(
      'Để trống: hệ thống tự tạo từ tiêu đề.',
      'Left empty, it is made from the title.',
    ),
  },
  hooks: { beforeValidate: [fillSlug(source)], beforeDuplicate: [() => null] }, // a copy has an address of its own
})

const fillSlug =
  (source: string): FieldHook =>
  async ({ value, data, originalDoc, operation, req, collection }) => {
    if (typeof value === 'string' && value.trim() !== '') return vietnameseSlug(value)
    if (req.query?.autosave === 'true') return value
    const title: unknown = data?.[source] ?? originalDoc?.[source]
    if (typeof title !== 'string' || title.trim() === '' || !collection) return value
    const site: unknown = data?.site ?? originalDoc?.site
    return freeSlug({
      wanted: vietnameseSlug(title),
      site,
      id: operation === 'create' ? undefined : originalDoc?.id,
      slug: collection.slug as CollectionSlug,
      req,
    })
  }

type Search = {
  wanted: string
  site: unknown
  id: number | undefined
  slug: CollectionSlug
  req: Parameters<FieldHook>[0]['req']
}

const freeSlug = async (search: Search): Promise<string> => {
  for (let turn = 1; turn < 50; turn += 1) {
    const candidate = turn === 1 ? search.wanted : `${search.wanted}-${turn}`
    const { totalDocs } = await search.req.payload.count({
      collection: search.slug,
      where: {
        and: [
          { slug: { equals: candidate } },
          ...(typeof search.site === 'number' ? [{ site: { equals: search.site } }] : []),
          ...(search.id === undefined ? [] : [{ id: { not_equals: search.id } }]),
        ],
      },
      overrideAccess: true,
      // no `req`: a failed read with it would roll the save back (payload#17748)
    })
    if (totalDocs === 0) return candidate
  }
  return `${search.wanted}-${Date.now().toString(36)}`
}
