import type { FlattenedField } from 'payload'
import type { FieldDescription } from '#domain/release/fieldDescription.ts'

/** Turns Payload's flattened fields into plain descriptions; virtual and join fields have no stored value. */
export const describeFields = (
  fields: readonly FlattenedField[],
  isParentLocalized = false,
): FieldDescription[] =>
  fields
    .filter((field) => !dropped.has(field.name) && field.type !== 'join' && !isVirtual(field))
    .map((field) => describe(field, isParentLocalized))

/** Payload's own columns. */
const dropped = new Set([
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'deletedAt',
  '_order',
  'blockName',
])

const isVirtual = (field: FlattenedField) => 'virtual' in field && Boolean(field.virtual)

const describe = (field: FlattenedField, isParentLocalized: boolean): FieldDescription => {
  const isLocalized = Boolean('localized' in field && field.localized) && !isParentLocalized
  const custom: Record<string, unknown> | undefined = 'custom' in field ? field.custom : undefined
  const base = { name: field.name, isLocalized, isPrivate: custom?.private === true }
  const below = isParentLocalized || isLocalized
  switch (field.type) {
    case 'group':
    case 'tab':
      return { ...base, kind: 'group', fields: describeFields(field.flattenedFields, below) }
    case 'array':
      return { ...base, kind: 'array', fields: describeFields(field.flattenedFields, below) }
    case 'blocks':
      return {
        ...base,
        kind: 'blocks',
        blocks: Object.fromEntries(
          field.blocks.map((one) => [one.slug, describeFields(one.flattenedFields, below)]),
        ),
      }
    case 'upload':
    case 'relationship':
    case 'date':
    case 'richText':
      return { ...base, kind: field.type }
    default:
      return { ...base, kind: 'value' }
  }
}
