import type { FieldDescription } from '#domain/release/fieldDescription.ts'

type Json = Record<string, unknown>
type Locales = Readonly<Record<string, Readonly<Json>>>

/**
 * The stored form behind a canonical text: files are ids again, localized values are by language. For releases whose
 * submission is not kept (bulk imports) and for what came from outside.
 */
export const storedOfText = (fields: readonly FieldDescription[], locales: Locales): Json => {
  const stored: Json = {}
  for (const field of fields) {
    const values = Object.entries(locales).flatMap(([locale, document]) =>
      document[field.name] === undefined ? [] : ([[locale, document[field.name]]] as const),
    )
    const [first] = values
    if (!first) continue
    if (field.isLocalized) {
      stored[field.name] = Object.fromEntries(
        values.map(([locale, value]) => [locale, valueOf(field, { [locale]: value })]),
      )
    } else {
      stored[field.name] = valueOf(field, Object.fromEntries(values))
    }
  }
  return stored
}

/** @param byLocale the value as each language's text has it; of plain fields all are the same */
const valueOf = (field: FieldDescription, byLocale: Readonly<Json>): unknown => {
  const [value] = Object.values(byLocale)
  switch (field.kind) {
    case 'group':
      return storedOfText(field.fields ?? [], byLocale as Locales)
    case 'array':
    case 'blocks':
      return (value as Json[]).map((row, index) => {
        const below =
          field.kind === 'array'
            ? (field.fields ?? [])
            : (field.blocks?.[String(row.blockType)] ?? [])
        const rows = Object.fromEntries(
          Object.entries(byLocale).map(([locale, list]) => [locale, (list as Json[])[index] ?? {}]),
        )
        const blockType = row.blockType === undefined ? {} : { blockType: row.blockType }
        return { ...blockType, ...storedOfText(below, rows) }
      })
    case 'upload':
      return Array.isArray(value) ? value.map(idOf) : idOf(value)
    case 'richText':
      return richTextOf(value)
    case 'relationship':
    case 'date':
    case 'value':
      return value
  }
}

const idOf = (file: unknown): unknown =>
  typeof file === 'object' && file !== null ? (file as Json).id : file

const richTextOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(richTextOf)
  if (value === null || typeof value !== 'object') return value
  const node = value as Json
  const restored = Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [
      key,
      key === 'value' && node.type === 'upload' ? idOf(inner) : richTextOf(inner),
    ]),
  )
  // The editor reads what the canonical text leaves out as noise.
  if (node.type === 'text' && node.detail === undefined) return { ...restored, detail: 0 }
  if (Array.isArray(node.children) && node.direction === undefined)
    return { ...restored, direction: null }
  return restored
}
