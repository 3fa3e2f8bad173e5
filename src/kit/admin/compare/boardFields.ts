import type { FlattenedField, PayloadRequest } from 'payload'
import { fieldLabel } from './fieldLabel.ts'

/**
 * A field as a board reads it: the leaf of groups and tabs; arrays, blocks and groups with `custom.isOneField` are one field.
 */
export type BoardField = {
  field: FlattenedField
  /** Names from the top, joined by dots: `meta.description`. */
  path: string
  /** Labels from the top: "Thẻ chia sẻ › Mô tả". */
  label: string
  /** May differ between the languages of one document by the config. */
  isLocalized: boolean
}

/** The fields of a governed collection that a release makes public, in the order of the form. */
export const boardFields = (req: PayloadRequest, collection: string): BoardField[] => {
  const config = req.payload.config.collections.find((one) => one.slug === collection)
  if (!config) return []
  const language = req.i18n.language === 'en' ? 'en' : 'vi'
  const visit = (
    fields: readonly FlattenedField[],
    above: { path: string; label: string; isLocalized: boolean },
  ): BoardField[] =>
    fields
      .filter((field) => !unread.has(field.name) && !isPrivate(field))
      .flatMap((field) => {
        const path = above.path + field.name
        const label = above.label + fieldLabel(field, language)
        const isLocalized = above.isLocalized || field.localized === true
        return (field.type === 'group' || field.type === 'tab') && !isOneField(field)
          ? visit(field.flattenedFields, { path: `${path}.`, label: `${label} › `, isLocalized })
          : [{ field, path, label, isLocalized: isLocalized || holdsLocalized(field) }]
      })
  return visit(config.flattenedFields, { path: '', label: '', isLocalized: false })
}

/** The value at a path of a frozen document. */
export const valueAt = (document: Record<string, unknown>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[name]
          : undefined,
      document,
    )

/** What Payload keeps for itself, and what no frozen document carries. */
const unread = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt'])

const isPrivate = (field: FlattenedField): boolean =>
  (field as { custom?: { private?: boolean } }).custom?.private === true ||
  field.type === 'join' ||
  ('virtual' in field && Boolean(field.virtual))

const isOneField = (field: FlattenedField): boolean =>
  (field as { custom?: { isOneField?: boolean } }).custom?.isOneField === true

const holdsLocalized = (field: FlattenedField): boolean => {
  if (field.type === 'array') return field.flattenedFields.some(isOrHoldsLocalized)
  if (field.type !== 'blocks') return false
  return field.blocks.some((one) => one.flattenedFields.some(isOrHoldsLocalized))
}

const isOrHoldsLocalized = (field: FlattenedField): boolean =>
  field.localized === true ||
  holdsLocalized(field) ||
  ((field.type === 'group' || field.type === 'tab') &&
    field.flattenedFields.some(isOrHoldsLocalized))
