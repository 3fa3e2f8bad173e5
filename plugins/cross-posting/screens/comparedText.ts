import { contentOf } from '../copies/frozenText.ts'
import type { FrozenText } from '../copies/frozenText.ts'
import { siteField } from '../options.ts'

/** A frozen text without what a copy has of its own, so that two sites' texts can be compared. */
export const comparedText = (collection: string, body: string): string => {
  const { locales } = JSON.parse(body) as Pick<FrozenText, 'locales'> // canonical text
  return JSON.stringify({ locales: contentOf(collection, locales, siteField()) })
}
