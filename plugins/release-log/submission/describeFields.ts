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
  if (field.type === 'group' || field.type === 'tab') {
    return { ...base, kind: 'group', fields: describeFields(field.flattenedFields, below) }
  }
  if (field.type === 'array') {
    return { ...base, kind: 'array', fields: describeFields(field.flattenedFields, below) }
  }
  if (field.type === 'blocks') {
    const blocks = field.blocks.map((one) => [one.slug, describeFields(one.flattenedFields, below)])
    return { ...base, kind: 'blocks', blocks: Object.fromEntries(blocks) as Blocks }
  }
  const isNamed = (kinds as readonly string[]).includes(field.type)
  return { ...base, kind: isNamed ? (field.type as (typeof kinds)[number]) : 'value' }
}

type Blocks = NonNullable<FieldDescription['blocks']>

/** Kinds whose stored form the canonical text treats in its own way; every other is a plain value. */
const kinds = ['upload', 'relationship', 'date', 'richText'] as const
