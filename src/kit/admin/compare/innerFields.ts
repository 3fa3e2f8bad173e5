import type { FlattenedField } from 'payload'

/** The fields inside a group, a named tab, a row of an array or a block; undefined for a field that holds a value. */
export const innerFields = (
  field: FlattenedField,
  row: Record<string, unknown>,
): readonly FlattenedField[] | undefined => {
  if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
    return field.flattenedFields
  }
  if (field.type !== 'blocks') return undefined
  return field.blocks.find((one) => one.slug === row.blockType)?.flattenedFields
}
