import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { innerFields } from './innerFields.ts'

type Json = Record<string, unknown>
type Wanted = Map<string, Set<number>>

/** The titles of all documents that frozen documents refer to, under `collection/id`. */
export const titlesOf = async (
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  documents: readonly Json[],
): Promise<Map<string, string>> => {
  const wanted: Wanted = new Map()
  for (const document of documents) collect(fields, document, wanted)
  const titles = new Map<string, string>()
  for (const [collection, ids] of wanted) {
    const config = req.payload.config.collections.find((one) => one.slug === collection)
    if (!config) continue
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
      const title = doc[config.admin.useAsTitle ?? 'id']
      titles.set(`${collection}/${String(doc.id)}`, typeof title === 'string' ? title : '')
    }
  }
  return titles
}

const collect = (fields: readonly FlattenedField[], document: Json, wanted: Wanted): void => {
  for (const field of fields) {
    const values = [document[field.name]].flat()
    if (field.type === 'relationship') {
      for (const value of values) want(wanted, field.relationTo, value)
    } else if (field.type === 'richText') {
      values.forEach((value) => collectFromText(value, wanted))
    } else {
      for (const row of values) {
        if (typeof row === 'object' && row !== null) {
          collect(innerFields(field, row as Json) ?? [], row as Json, wanted)
        }
      }
    }
  }
}

/** A reference is an id, or names its collection where it may point to several. */
const want = (wanted: Wanted, relationTo: unknown, value: unknown): void => {
  if (typeof value === 'object' && value !== null) {
    const reference = value as Json
    if (typeof reference.relationTo === 'string') {
      want(wanted, reference.relationTo, reference.value)
    }
    return
  }
  if (typeof relationTo !== 'string' || typeof value !== 'number') return
  const ids = wanted.get(relationTo) ?? new Set<number>()
  wanted.set(relationTo, ids.add(value))
}

/** Links and relations inside a rich text name their collection themselves. */
const collectFromText = (value: unknown, wanted: Wanted): void => {
  if (Array.isArray(value)) value.forEach((one) => collectFromText(one, wanted))
  if (typeof value !== 'object' || value === null) return
  const node = value as Json
  if (node.type !== 'upload') want(wanted, node.relationTo, node.value)
  Object.values(node).forEach((one) => collectFromText(one, wanted))
}
