import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canonicalRichText } from '#domain/release/canonicalRichText.ts'
import { stableText } from '#domain/release/stableText.ts'
import { crossPostingError } from '../errors.ts'
import type { CrossPosted } from '../options.ts'
import type { CheckedItem } from './outsideItem.ts'
import { safeRichText } from './safeRichText.ts'

type Json = Record<string, unknown>

/**
 * The canonical text of an item from outside, in the form a release has. Markdown is read by Payload's own converter; HTML in
 * it stays words.
 */
export const textFromOutside = (
  req: PayloadRequest,
  collection: CrossPosted,
  item: CheckedItem,
): string => {
  const { projection, attribution, defaults, body = 'body' } = collection
  const shared: Json = {
    ...defaults,
    ...(attribution?.author && item.author ? { [attribution.author]: item.author } : {}),
    ...(attribution?.agency && item.sourceAgency
      ? { [attribution.agency]: item.sourceAgency }
      : {}),
    ...(projection.category && item.category ? { [projection.category]: item.category } : {}),
  }
  const locales: Record<string, Json> = {}
  for (const [locale, words] of Object.entries(item.locales)) {
    if (!words) continue
    locales[locale] = {
      ...shared,
      [projection.title]: words.title,
      ...(projection.lead && words.lead ? { [projection.lead]: words.lead } : {}),
      [body]: richText(req, collection.slug, body, words.body, item.url),
    }
  }
  return stableText({ v: 1, collection: collection.slug, locales })
}

const richText = (
  req: PayloadRequest,
  slug: string,
  name: string,
  markdown: string,
  url: string,
): unknown => {
  const { flattenedFields } = req.payload.collections[slug as CollectionSlug].config
  const field = flattenedFields.find((one) => one.name === name)
  if (field?.type !== 'richText') throw crossPostingError('not_cross_posted')
  const editorConfig = editorConfigFactory.fromField({ field })
  const converted = convertMarkdownToLexical({ editorConfig, markdown })
  return canonicalRichText(safeRichText(converted, url), () => null)
}
