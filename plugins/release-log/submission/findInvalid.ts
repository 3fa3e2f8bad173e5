import type { FlattenedField, PayloadRequest } from 'payload'

/** A field that keeps a document from being submitted. */
export type InvalidField = { path: string; locale: string; message: string }

type Json = Record<string, unknown>

type Walk = {
  req: PayloadRequest
  collection: string
  id: number
  locale: string
  data: Json
  found: InvalidField[]
}

/**
 * Runs the fields' own validation over every language of a stored document. Payload validates drafts not at all and a
 * publication only in the language of the request.
 */
export const findInvalid = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  fields: readonly FlattenedField[]
  raw: Json
  locales: readonly string[]
}): Promise<InvalidField[]> => {
  const found: InvalidField[] = []
  for (const locale of options.locales) {
    const data = resolve(options.fields, options.raw, locale)
    const { req, collection, id } = options
    await visit({ req, collection, id, locale, data, found }, options.fields, data, [])
  }
  return found
}

const visit = async (
  walk: Walk,
  fields: readonly FlattenedField[],
  siblings: Json,
  path: string[],
): Promise<void> => {
  for (const field of fields) {
    if (
      field.name === 'id' ||
      ('virtual' in field && field.virtual) ||
      !isShown(walk, field, siblings)
    ) {
      continue
    }
    const value = siblings[field.name]
    const here = [...path, field.name]
    await validate(walk, field, value, siblings, here)
    if (field.type === 'group' || field.type === 'tab') {
      await visit(walk, field.flattenedFields, (value as Json | undefined) ?? {}, here)
    }
    if (field.type === 'array' || field.type === 'blocks') {
      for (const [index, row] of rowsOf(value).entries()) {
        await visit(walk, childrenOf(field, row), row, [...here, String(index)])
      }
    }
  }
}

const validate = async (
  walk: Walk,
  field: FlattenedField,
  value: unknown,
  siblings: Json,
  path: string[],
) => {
  if (!('validate' in field) || typeof field.validate !== 'function') return
  const check = field.validate as (value: unknown, options: unknown) => Promise<true | string> // each field type has its own signature
  const { req, id, data } = walk
  const answer = await check(value ?? undefined, {
    ...field,
    id,
    collectionSlug: walk.collection,
    data,
    siblingData: siblings,
    blockData: {},
    event: 'submit',
    operation: 'update',
    overrideAccess: true,
    path,
    preferences: { fields: {} },
    req,
  })
  if (answer === true) return
  walk.found.push({ path: path.join('.'), locale: walk.locale, message: String(answer) })
}

const isShown = (walk: Walk, field: FlattenedField, siblings: Json): boolean => {
  const condition =
    'admin' in field && field.admin && 'condition' in field.admin && field.admin.condition
  if (!condition) return true
  const { req } = walk
  return Boolean(
    condition(walk.data, siblings, {
      blockData: {},
      operation: 'update',
      path: [],
      user: req.user,
    }),
  )
}

/** The document in one language. */
const resolve = (
  fields: readonly FlattenedField[],
  stored: Json,
  locale: string,
  isParentLocalized = false,
): Json => {
  const data: Json = { ...stored }
  for (const field of fields) {
    const isLocalized = Boolean('localized' in field && field.localized) && !isParentLocalized
    const value = isLocalized
      ? (stored[field.name] as Json | undefined)?.[locale]
      : stored[field.name]
    const below = isParentLocalized || isLocalized
    data[field.name] = value
    if ((field.type === 'group' || field.type === 'tab') && value) {
      data[field.name] = resolve(field.flattenedFields, value as Json, locale, below)
    }
    if (field.type === 'array' || field.type === 'blocks') {
      data[field.name] = rowsOf(value).map((row) =>
        resolve(childrenOf(field, row), row, locale, below),
      )
    }
  }
  return data
}

const childrenOf = (field: FlattenedField, row: Json): readonly FlattenedField[] => {
  if (field.type === 'array') return field.flattenedFields
  if (field.type !== 'blocks') return []
  return field.blocks.find((one) => one.slug === row.blockType)?.flattenedFields ?? []
}

const rowsOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
