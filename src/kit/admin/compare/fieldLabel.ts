import type { FlattenedField } from 'payload'

type Language = 'vi' | 'en'

/** The label of a field in the language of the admin; its name where it has none. */
export const fieldLabel = (field: FlattenedField, language: Language): string =>
  labelIn((field as { label?: unknown }).label, language) ?? field.name

/** A label that may be a text or a text by language. */
export const labelIn = (label: unknown, language: Language): string | undefined => {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return undefined
  const text = (label as Record<string, unknown>)[language]
  return typeof text === 'string' ? text : undefined
}
