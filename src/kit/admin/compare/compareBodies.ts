import type { PayloadRequest } from 'payload'
import type { Block } from '#domain/diff/block.ts'
import { diffBlocks } from '#domain/diff/diffBlocks.ts'
import type { DiffRow } from '#domain/diff/diffBlocks.ts'
import type { Budget } from '#domain/diff/diffSequence.ts'
import { boardFields, valueAt } from './boardFields.ts'
import type { BoardField } from './boardFields.ts'
import { fieldBlocks } from './fieldBlocks.ts'
import { titlesOf } from './titlesOf.ts'

/** A field as submitted beside what the public reads now. */
export type ComparedField = {
  path: string
  label: string
  /** Where a comment on it is anchored: the language, or null for a field all languages share. */
  anchor: string | null
  blocks: Block[]
  rows: DiffRow[]
  isChanged: boolean
  /** It changed in a way that no row shows. */
  isUnseen: boolean
}

/** The fields of one language, or those that all languages share. */
export type ComparedPart = {
  /** null: shared by all languages. */
  locale: string | null
  /** `first`: not public in this language so far; `gone`: public, and not in the submission. */
  fate: 'first' | 'update' | 'gone'
  fields: ComparedField[]
}

type Json = Record<string, unknown>
type Locales = Record<string, Json>

/**
 * Comparisons one submission may take in all, some 200 ms of a slow core; what is left over is shown as gone and come.
 */
export const PER_SUBMISSION = 1_000_000

/**
 * A submission compared with what the public reads now, field by field and language by language.
 *
 * @param options.live the canonical body that is public; null when nothing is
 */
export const compareBodies = async (options: {
  req: PayloadRequest
  collection: string
  submitted: string
  live: string | null
}): Promise<ComparedPart[]> => {
  const { req, collection } = options
  const submitted = localesIn(options.submitted)
  const live = options.live ? localesIn(options.live) : {}
  const config = req.payload.config.collections.find((one) => one.slug === collection)
  const titles = await titlesOf(req, config?.flattenedFields ?? [], [
    ...Object.values(submitted),
    ...Object.values(live),
  ])
  const shown = { language: req.i18n.language === 'en' ? ('en' as const) : ('vi' as const), titles }
  const fields = boardFields(req, collection)
  const budget: Budget = { left: PER_SUBMISSION }
  const compared = Object.keys({ ...submitted, ...live })
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((locale): ComparedPart => {
      const before = live[locale]
      const after = submitted[locale]
      const compare = (field: BoardField) => compareField({ field, before, after, shown, budget })
      return {
        locale,
        fate: !after ? 'gone' : before ? 'update' : 'first',
        fields: fields
          .map((field) => ({ ...compare(field), anchor: field.isLocalized ? locale : null }))
          .filter((one) => one.blocks.length > 0 || one.isChanged)
          .filter((one) => one.anchor !== null || after !== undefined), // what is shared does not go with a language
      }
    })
  return withShared(compared)
}

const compareField = (options: {
  field: BoardField
  before: Json | undefined
  after: Json | undefined
  shown: Parameters<typeof fieldBlocks>[2]
  budget: Budget
}): Omit<ComparedField, 'anchor'> => {
  const { field, shown, budget } = options
  const before = valueAt(options.before ?? {}, field.path)
  const after = valueAt(options.after ?? {}, field.path)
  const old = fieldBlocks(field.field, before, shown)
  // a language that goes is shown as it was
  const blocks = options.after ? fieldBlocks(field.field, after, shown) : old
  const isChanged = JSON.stringify(before) !== JSON.stringify(after)
  const isCompared = isChanged && options.before !== undefined && options.after !== undefined
  const rows = isCompared ? diffBlocks(old, blocks, budget) : []
  return {
    path: field.path,
    label: field.label,
    blocks,
    rows,
    isChanged,
    isUnseen: isCompared && rows.every((row) => row.kind === 'same'),
  }
}

/** With several languages, what they share by the config and in fact stands once, in a part of its own. */
const withShared = (parts: readonly ComparedPart[]): ComparedPart[] => {
  const [first, ...others] = parts.filter((part) => part.fate !== 'gone')
  if (!first || others.length === 0) return [...parts]
  const shared = first.fields.filter((field) => field.anchor === null)
  const isRepeated = (field: ComparedField) => {
    const one = shared.find((other) => other.path === field.path)
    return one !== undefined && looksOf(one) === looksOf(field)
  }
  return [
    ...parts.map((part) => ({
      ...part,
      fields: part.fields
        .filter((field) => field.anchor !== null || (part !== first && !isRepeated(field)))
        .map((field) => ({ ...field, anchor: part.locale })),
    })),
    ...(shared.length > 0 ? [{ locale: null, fate: first.fate, fields: shared }] : []),
  ]
}

/** The same value, changed from the same value. */
const looksOf = (field: ComparedField): string => JSON.stringify([field.blocks, field.rows])

/** Vietnamese stands first, whatever the order of the keys. */
const rankOf = (locale: string): number => (locale === 'vi' ? 0 : 1)

const localesIn = (body: string): Locales => (JSON.parse(body) as { locales: Locales }).locales
