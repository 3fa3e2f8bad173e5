import { stableText } from '#domain/release/stableText.ts'
import { crossPosted, siteField } from '../options.ts'
import type { Mode, Origin } from '../types.ts'
import { contentOf } from './frozenText.ts'
import type { FrozenText } from './frozenText.ts'
import { linkText } from './linkText.ts'

/** What a copy shows as long as nobody adapts it: the whole text, or the link card. */
export const expectedText = (
  text: FrozenText['locales'],
  as: { collection: string; mode: Mode; origin: Pick<Origin, 'url' | 'siteName'> },
): FrozenText['locales'] => {
  const collection = crossPosted(as.collection)
  if (as.mode === 'copy' || !collection) return text
  return linkText(text, { collection, url: as.origin.url, siteName: as.origin.siteName })
}

/** Whether two texts say the same to readers, wherever they stand. */
export const saysTheSame = (
  collection: string,
  one: FrozenText['locales'],
  other: FrozenText['locales'],
): boolean =>
  stableText(contentOf(collection, one, siteField())) ===
  stableText(contentOf(collection, other, siteField()))
