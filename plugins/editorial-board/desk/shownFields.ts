import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import type { FlattenedField, PayloadRequest } from 'payload'
import { formatDate, formatMoment } from '#domain/text/formatDate.ts'
import { escapeHtml } from './escapeHtml.ts'
import { titlesOf } from './titlesOf.ts'

/** One field of a frozen document as the desk shows it. */
export type ShownField = {
  name: string
  label: string
  /** Safe HTML; empty when the field has no value. */
  html: string
}

type Json = Record<string, unknown>
type Language = 'vi' | 'en'
type Titles = ReadonlyMap<string, string>

const hidden = new Set(['_status', 'createdAt', 'updatedAt', 'id', 'slug', 'deletedAt'])

/**
 * The fields of a frozen document in the order of its form, with words instead of codes and ids.
 *
 * @param document one locale of a canonical body
 */
export const shownFields = async (
  req: PayloadRequest,
  collection: string,
  document: Json,
): Promise<ShownField[]> => {
  const config = req.payload.config.collections.find((one) => one.slug === collection)
  if (!config) return []
  const language: Language = req.i18n.language === 'en' ? 'en' : 'vi'
  const titles = await titlesOf(req, config.flattenedFields, document)
  return config.flattenedFields
    .filter((field) => !hidden.has(field.name) && !isPrivate(field))
    .map((field) => ({
      name: field.name,
      label: labelOf(field, language),
      html: htmlOf(field, document[field.name], titles, language),
    }))
}

const isPrivate = (field: FlattenedField) =>
  (field as { custom?: { private?: boolean } }).custom?.private === true || field.type === 'join'

const labelOf = (field: FlattenedField, language: Language): string =>
  wordsOf((field as { label?: unknown }).label, language) ?? field.name

const wordsOf = (label: unknown, language: Language): string | undefined => {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return undefined
  const text = (label as Json)[language]
  return typeof text === 'string' ? text : undefined
}

const htmlOf = (
  field: FlattenedField,
  value: unknown,
  titles: Titles,
  language: Language,
): string => {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value) && field.type !== 'array') {
    const parts = value.map((one) => htmlOf(field, one, titles, language)).filter(Boolean)
    return parts.length === 0 ? '' : `<ul>${parts.map((part) => `<li>${part}</li>`).join('')}</ul>`
  }
  const isEnglish = language === 'en'
  if (field.type === 'richText') {
    return convertLexicalToHTML({ data: value as never, disableContainer: true }) // the canonical body keeps lexical's shape
  }
  if (field.type === 'upload') return fileHtml(value as Json)
  if (field.type === 'relationship') {
    const id = textOf(value)
    return escapeHtml(titles.get(`${String(field.relationTo)}/${id}`) ?? `#${id}`)
  }
  if (field.type === 'select' || field.type === 'radio') {
    return escapeHtml(optionLabel(field.options, textOf(value), language))
  }
  if (field.type === 'date') return escapeHtml(dateText(field, textOf(value), language))
  if (field.type === 'checkbox') return yesOrNo(value === true, isEnglish)
  if (field.type === 'group') {
    return rowsHtml(field.flattenedFields, value as Json, titles, language)
  }
  if (field.type === 'array') {
    return (value as Json[])
      .map((row) => rowsHtml(field.flattenedFields, row, titles, language))
      .join('')
  }
  return paragraphs(textOf(value))
}

const yesOrNo = (isYes: boolean, isEnglish: boolean): string => {
  if (isEnglish) return isYes ? 'Yes' : 'No'
  return isYes ? 'Có' : 'Không'
}

const rowsHtml = (
  fields: readonly FlattenedField[],
  value: Json,
  titles: Titles,
  language: Language,
): string =>
  fields
    .map((field) => ({ field, html: htmlOf(field, value[field.name], titles, language) }))
    .filter(({ html }) => html !== '')
    .map(({ field, html }) => `<p>${escapeHtml(labelOf(field, language))}: ${html}</p>`)
    .join('')

const optionLabel = (options: readonly unknown[], value: string, language: Language): string => {
  const option = options.find(
    (one) => (typeof one === 'string' ? one : (one as Json).value) === value,
  )
  return wordsOf((option as Json | undefined)?.label, language) ?? value
}

const dateText = (field: FlattenedField, value: string, language: Language): string => {
  const { date } = (field as { admin?: { date?: { pickerAppearance?: string } } }).admin ?? {}
  if (Number.isNaN(Date.parse(value))) return value
  const instant = new Date(value).toISOString()
  return date?.pickerAppearance === 'dayAndTime'
    ? formatMoment(instant, language)
    : formatDate(instant)
}

const fileHtml = (file: Json): string => {
  const name = escapeHtml(textOf(file.filename))
  const url = escapeHtml(textOf(file.url))
  if (!textOf(file.mimeType).startsWith('image/')) return `<a href="${url}">${name}</a>`
  const sizes = (file.sizes ?? {}) as Record<string, { url?: string }>
  const src = escapeHtml(textOf(sizes.card?.url ?? file.url))
  const alt = escapeHtml(textOf(file.alt))
  return `<figure><img src="${src}" alt="${alt}" /><figcaption>${alt} · ${name}</figcaption></figure>`
}

/** Plain values as text; anything with a shape of its own is not one. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => escapeHtml(part).replaceAll('\n', '<br />'))
    .map((part) => `<p>${part}</p>`)
    .join('')
