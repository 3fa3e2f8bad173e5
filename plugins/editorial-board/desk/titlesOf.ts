import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

type Json = Record<string, unknown>

/** The titles of the documents that a frozen document refers to, under `collection/id`. */
export const titlesOf = async (
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  document: Json,
): Promise<Map<string, string>> => {
  const wanted = new Map<string, Set<number>>()
  collect(fields, document, wanted)
  const titles = new Map<string, string>()
  for (const [collection, ids] of wanted) {
    const config = req.payload.config.collections.find((one) => one.slug === collection)
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug, // names come from the config's own relations
      where: { id: { in: [...ids] } },
      locale: req.i18n.language === 'en' ? 'en' : 'vi',
      draft: true,
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    for (const doc of docs as unknown as Json[]) {
      titles.set(`${collection}/${String(doc.id)}`, String(doc[config?.admin.useAsTitle ?? 'id']))
    }
  }
  return titles
}

const collect = (
  fields: readonly FlattenedField[],
  document: Json,
  wanted: Map<string, Set<number>>,
): void => {
  for (const field of fields) {
    const value = document[field.name]
    if (field.type === 'relationship' && typeof field.relationTo === 'string') {
      const ids = wanted.get(field.relationTo) ?? new Set<number>()
      for (const id of [value].flat()) if (typeof id === 'number') ids.add(id)
      if (ids.size > 0) wanted.set(field.relationTo, ids)
    } else if (field.type === 'group' || field.type === 'array') {
      for (const row of [value].flat()) {
        if (typeof row === 'object' && row !== null) {
          collect(field.flattenedFields, row as Json, wanted)
        }
      }
    }
  }
}
