import type { FlattenedField } from 'payload'
import { formatDate, formatMoment } from '#domain/text/formatDate.ts'
import { fill } from '#domain/text/fill.ts'
import { block, plain } from '#domain/diff/block.ts'
import type { Block, BlockFile, Piece } from '#domain/diff/block.ts'
import { richTextBlocks } from '#domain/diff/richTextBlocks.ts'
import type { RichTextWords } from '#domain/diff/richTextBlocks.ts'
import { diffLabelsOf } from './diffLabels.ts'
import { fieldLabel, labelIn } from './fieldLabel.ts'
import { innerFields } from './innerFields.ts'

type Json = Record<string, unknown>

/** What is needed to put a stored value into words. */
export type ShownIn = {
  language: 'vi' | 'en'
  /** Titles of other documents, under `collection/id`. */
  titles: ReadonlyMap<string, string>
}

/** The value of a field of a frozen document in words: labels for codes, titles for ids; [] for no value. */
export const fieldBlocks = (field: FlattenedField, value: unknown, shown: ShownIn): Block[] => {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      field.type === 'array' || field.type === 'blocks'
        ? [rowBlock(field, one as Json, index, shown)]
        : fieldBlocks(field, one, shown),
    )
  }
  switch (field.type) {
    case 'richText':
      return richTextBlocks(value, richTextWords(shown))
    case 'upload':
      return [block({ kind: 'file', ...fileParts(value as Json) })]
    case 'relationship':
      return [line(titleOf(shown, field.relationTo, value))]
    case 'select':
    case 'radio':
      return [line(optionLabel(field.options, textOf(value), shown.language))]
    case 'date':
      return [line(dateText(field, textOf(value), shown.language))]
    case 'checkbox': {
      const words = diffLabelsOf(shown.language)
      return [line(value === true ? words.yes : words.no)]
    }
    case 'group':
    case 'tab':
      return innerBlocks(field.flattenedFields, value as Json, shown)
    case 'array':
    case 'blocks':
    case 'code':
    case 'email':
    case 'join':
    case 'json':
    case 'number':
    case 'point':
    case 'text':
    case 'textarea':
      return textOf(value).split('\n').map(line)
  }
}

const line = (text: string): Block => block({ kind: 'text', pieces: plain(text) })

const rowBlock = (field: FlattenedField, row: Json, index: number, shown: ShownIn): Block => {
  const kind =
    field.type === 'blocks' ? field.blocks.find((one) => one.slug === row.blockType) : undefined
  const name =
    labelIn(kind?.labels?.singular, shown.language) ??
    (typeof row.blockType === 'string' ? row.blockType : undefined)
  return block({
    kind: 'row',
    style: name ?? '',
    sign: name ?? fill(diffLabelsOf(shown.language).row, { n: index + 1 }),
    children: innerBlocks(innerFields(field, row) ?? [], row, shown),
  })
}

/** The inner fields of a row, each under its label. */
const innerBlocks = (fields: readonly FlattenedField[], row: Json, shown: ShownIn): Block[] =>
  fields.flatMap((field) =>
    fieldBlocks(field, row[field.name], shown).map((one) =>
      block({ ...one, label: labelUnder(fieldLabel(field, shown.language), one.label) }),
    ),
  )

const labelUnder = (above: string, own: string | undefined): string =>
  own === undefined ? above : `${above} › ${own}`

/** The title with the number of the document: two documents may have the same title. */
const titleOf = (shown: ShownIn, relationTo: unknown, value: unknown): string => {
  const reference = typeof value === 'object' && value !== null ? (value as Json) : undefined
  const collection = textOf(reference?.relationTo ?? relationTo)
  const id = textOf(reference ? (reference.value ?? reference.id) : value)
  const title = shown.titles.get(`${collection}/${id}`)
  return title ? `${title} (#${id})` : `#${id}`
}

const optionLabel = (options: readonly unknown[], value: string, language: 'vi' | 'en'): string => {
  const option = options.find(
    (one) => (typeof one === 'string' ? one : (one as Json).value) === value,
  )
  return labelIn((option as Json | undefined)?.label, language) ?? value
}

const dateText = (field: FlattenedField, value: string, language: 'vi' | 'en'): string => {
  const { date } = (field as { admin?: { date?: { pickerAppearance?: string } } }).admin ?? {}
  if (Number.isNaN(Date.parse(value))) return value
  const instant = new Date(value).toISOString()
  return date?.pickerAppearance === 'dayAndTime' || date?.pickerAppearance === 'timeOnly'
    ? formatMoment(instant, language)
    : formatDate(instant)
}

const fileParts = (frozen: Json): { file: BlockFile; pieces: Piece[] } => {
  const sizes = (frozen.sizes ?? {}) as Record<string, { url?: string; sha256?: string }>
  const words = [frozen.alt, frozen.credit].map(textOf).filter((one) => one !== '')
  return {
    pieces: plain(words.join(' · ')),
    file: {
      id: Number(frozen.id),
      filename: textOf(frozen.filename),
      mimeType: textOf(frozen.mimeType),
      filesize: Number(frozen.filesize ?? 0),
      sha256: textOf(frozen.sha256),
      url: textOf(frozen.url),
      previewUrl: textOf(sizes.card?.url ?? frozen.url),
      sizes: Object.entries(sizes)
        .map(([name, size]) => `${name}:${size.sha256}`)
        .join(' '),
    },
  }
}

const richTextWords = (shown: ShownIn): RichTextWords => {
  const words = diffLabelsOf(shown.language) as Record<string, string>
  return {
    styleOf: (name, value) =>
      name === '' ? '' : fill(words[name] ?? name, { n: String(value ?? '') }),
    titleOf: (collection, id) => titleOf(shown, collection, id),
    fileOf: fileParts,
  }
}

/** Plain values as text; a shape of its own as it is stored. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value as number)
}
