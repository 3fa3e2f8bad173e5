import { randomBytes } from 'node:crypto'
import type { FieldDescription } from '#domain/release/fieldDescription.ts'

type Json = Record<string, unknown>

/**
 * The stored form of a document as another one may begin with it: without what is private to its board, without its ids, in
 * the given languages only.
 */
export const freshCopy = (
  fields: readonly FieldDescription[],
  stored: Readonly<Json>,
  locales: readonly string[],
): Json => {
  const copy: Json = {}
  for (const field of fields) {
    if (field.isPrivate) continue
    const value = stored[field.name]
    if (value === null || value === undefined) continue
    copy[field.name] = field.isLocalized
      ? Object.fromEntries(
          Object.entries(value as Json)
            .filter(([locale]) => locales.includes(locale))
            .map(([locale, one]) => [locale, fresh(field, one, locales)]),
        )
      : fresh(field, value, locales)
  }
  return copy
}

const fresh = (field: FieldDescription, value: unknown, locales: readonly string[]): unknown => {
  if (value === null || value === undefined) return value
  if (field.kind === 'group') return freshCopy(field.fields ?? [], value as Json, locales)
  if (field.kind !== 'array' && field.kind !== 'blocks') return structuredClone(value)
  return (value as Json[]).map((row) => {
    const below =
      field.kind === 'array' ? (field.fields ?? []) : (field.blocks?.[String(row.blockType)] ?? [])
    return {
      ...(row.blockType === undefined ? {} : { blockType: row.blockType }),
      ...freshCopy(below, row, locales),
      // Rows are told apart by ids that Payload's own hooks would give; two documents never share one.
      id: randomBytes(12).toString('hex'),
    }
  })
}
