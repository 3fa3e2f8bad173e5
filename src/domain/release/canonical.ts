import { canonicalRichText, filesInRichText, idOf } from './canonicalRichText.ts'
import type { FieldDescription } from './fieldDescription.ts'
import { fileIn } from './frozenFile.ts'
import type { FrozenFile } from './frozenFile.ts'
import { stableText } from './stableText.ts'

type Json = Record<string, unknown>

/** A stored document with all its locales, and what is needed to read it. */
export type CanonicalInput = {
  collection: string
  id: number
  log: string
  fields: readonly FieldDescription[]
  /** As stored: localized values are objects of locales. */
  raw: Readonly<Json>
  locales: readonly string[]
  /** The field without which a locale does not exist. */
  title: string
  fileOf: (id: number) => FrozenFile
  /** By field: what stands there where nobody wrote anything. */
  made?: Readonly<Record<string, (document: Readonly<Json>, locale: string) => unknown>>
}

/**
 * The canonical text of a document: what is hashed, decided and shown. The same content gives the same text whatever
 * order, ids, times or empty values the editor left.
 */
export const canonical = (input: CanonicalInput): string => {
  const locales: Json = {}
  for (const locale of localesOf(input)) {
    const written = fieldsIn(input, input.fields, input.raw, locale)
    locales[locale] = { ...madeOf(input, written, locale), ...written }
  }
  return stableText({ v: 1, collection: input.collection, id: input.id, log: input.log, locales })
}

/** Whether a canonical text says what another one says, and beside it only what was made of that. */
export const isCompletionOf = (body: string, plain: string, made: readonly string[]): boolean => {
  type Body = { locales: Record<string, Json> }
  const whole = JSON.parse(body) as Body // canonical text
  const written = JSON.parse(plain) as Body // likewise
  const locales = Object.entries(whole.locales).map(([locale, fields]) => {
    const own = written.locales[locale] ?? {}
    const kept = Object.entries(fields).filter(([name]) => name in own || !made.includes(name))
    return [locale, Object.fromEntries(kept)] as const
  })
  return stableText({ ...whole, locales: Object.fromEntries(locales) }) === plain
}

/** The locales in which the document has a title. */
export const localesOf = (
  input: Pick<CanonicalInput, 'fields' | 'raw' | 'locales' | 'title'>,
): string[] => {
  const title = input.fields.find((field) => field.name === input.title)
  if (!title) return []
  return input.locales.filter((locale) => {
    const value = inLocale(title, input.raw[input.title], locale)
    return typeof value === 'string' && value.trim() !== ''
  })
}

/** The ids of all files a stored document shows, in any language. */
export const filesIn = (fields: readonly FieldDescription[], raw: Readonly<Json>): number[] => {
  const found = new Set<number>()
  const visit = (list: readonly FieldDescription[], data: Readonly<Json>) => {
    for (const field of list) {
      if (field.isPrivate) continue
      for (const value of storedValues(field, data[field.name])) collect(field, value)
    }
  }
  const collect = (field: FieldDescription, value: unknown) => {
    if (value === null || value === undefined) return
    if (field.kind === 'upload') asList(value).forEach((one) => found.add(idOf(one)))
    if (field.kind === 'richText') filesInRichText(value).forEach((id) => found.add(id))
    if (field.kind === 'group') visit(field.fields ?? [], value as Json)
    if (field.kind === 'array')
      asList(value).forEach((row) => visit(field.fields ?? [], row as Json))
    if (field.kind === 'blocks') {
      asList(value).forEach((row) => visit(blockFields(field, row as Json), row as Json))
    }
  }
  visit(fields, raw)
  return [...found].sort((a, b) => a - b)
}

const madeOf = ({ made = {} }: CanonicalInput, written: Json, locale: string): Json =>
  Object.fromEntries(
    Object.entries(made)
      .map(([name, make]) => [name, name in written ? undefined : make(written, locale)] as const)
      .filter(([, value]) => !isEmpty(value)),
  )

const fieldsIn = (
  input: CanonicalInput,
  fields: readonly FieldDescription[],
  data: Readonly<Json>,
  locale: string,
): Json => {
  const kept: Json = {}
  for (const field of fields) {
    if (field.isPrivate) continue
    const value = valueIn(input, field, inLocale(field, data[field.name], locale), locale)
    if (!isEmpty(value)) kept[field.name] = value
  }
  return kept
}

const valueIn = (
  input: CanonicalInput,
  field: FieldDescription,
  value: unknown,
  locale: string,
): unknown => {
  if (value === null || value === undefined) return undefined
  const file = (one: unknown) => fileIn(input.fileOf(idOf(one)), locale)
  switch (field.kind) {
    case 'group':
      return fieldsIn(input, field.fields ?? [], value as Json, locale)
    case 'array':
      return asList(value).map((row) => fieldsIn(input, field.fields ?? [], row as Json, locale))
    case 'blocks':
      return asList(value).map((row) => ({
        blockType: (row as Json).blockType,
        ...fieldsIn(input, blockFields(field, row as Json), row as Json, locale),
      }))
    case 'richText':
      return canonicalRichText(value, file as (id: number) => unknown)
    case 'upload':
      return Array.isArray(value) ? value.map(file) : file(value)
    case 'relationship':
      return Array.isArray(value) ? value.map(reference) : reference(value)
    case 'date':
      return new Date(value as string).toISOString()
    case 'value':
      return value
  }
}

const reference = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const { relationTo, value: target } = value as Json
  return relationTo === undefined ? idOf(value) : { relationTo, value: idOf(target) }
}

const inLocale = (field: FieldDescription, value: unknown, locale: string): unknown =>
  field.isLocalized ? (value as Json | null | undefined)?.[locale] : value

const storedValues = (field: FieldDescription, value: unknown): unknown[] =>
  field.isLocalized ? Object.values((value as Json | null | undefined) ?? {}) : [value]

const blockFields = (field: FieldDescription, row: Json): readonly FieldDescription[] =>
  field.blocks?.[String(row.blockType)] ?? []

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)
