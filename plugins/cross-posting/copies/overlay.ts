import type { FieldDescription } from '#domain/release/fieldDescription.ts'

type Json = Record<string, unknown>

/**
 * The stored form of a document with what a save in one language is about to write.
 *
 * @param data in the language of the save; keys that are absent stay as they are
 */
export const overlay = (
  fields: readonly FieldDescription[],
  stored: Readonly<Json>,
  data: Readonly<Json>,
  locale: string,
): Json => {
  const next: Json = { ...stored }
  for (const field of fields) {
    if (!(field.name in data)) continue
    next[field.name] = valueOf(field, stored[field.name], data[field.name], locale)
  }
  return next
}

const valueOf = (
  field: FieldDescription,
  stored: unknown,
  value: unknown,
  locale: string,
): unknown => {
  if (field.isLocalized) return { ...(stored as Json | null | undefined), [locale]: value }
  if (value === null || value === undefined) return value
  if (field.kind === 'group')
    return overlay(field.fields ?? [], (stored as Json | undefined) ?? {}, value as Json, locale)
  if (field.kind !== 'array' && field.kind !== 'blocks') return value
  const before = new Map(
    (Array.isArray(stored) ? (stored as Json[]) : []).map((row) => [row.id, row]),
  )
  return (value as Json[]).map((row) => {
    const below =
      field.kind === 'array' ? (field.fields ?? []) : (field.blocks?.[String(row.blockType)] ?? [])
    return { ...row, ...overlay(below, before.get(row.id) ?? {}, row, locale) }
  })
}
