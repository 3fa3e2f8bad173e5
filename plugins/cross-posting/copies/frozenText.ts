import { crossPosted } from '../options.ts'
import type { Origin } from '../types.ts'

type Json = Record<string, unknown>

/** What cross-posting reads in a canonical text. */
export type FrozenText = {
  /** The document by language. */
  locales: Readonly<Record<string, Readonly<Json>>>
  title: string
  category: number | null
  contentKind: string | null
  /** Of a copy: where it comes from. */
  origin: Origin | null
  /** The document in the first language it has. */
  document: Readonly<Json>
}

/** Reads the canonical text of a release or of an item from outside; Vietnamese first. */
export const readFrozenText = (collection: string, body: string): FrozenText => {
  const { locales } = JSON.parse(body) as { locales: Record<string, Json> } // canonical text
  const document = locales.vi ?? Object.values(locales)[0] ?? {}
  const projection = crossPosted(collection)?.projection
  const title = document[projection?.title ?? 'title']
  const category = projection?.category ? document[projection.category] : null
  const kind = projection?.kind ? document[projection.kind] : null
  const origin = document.origin as Origin | undefined // written by this plugin alone
  return {
    locales,
    title: typeof title === 'string' ? title : '',
    category: typeof category === 'number' ? category : null,
    contentKind: typeof kind === 'string' ? kind : null,
    origin: origin?.site ? origin : null,
    document,
  }
}

/** The same text with the keys left out that a copy has of its own: site, address, section, origin. */
export const contentOf = (
  collection: string,
  locales: FrozenText['locales'],
  siteField: string,
): Json => {
  const projection = crossPosted(collection)?.projection
  const own = new Set([siteField, projection?.slug, projection?.category, 'origin'])
  return Object.fromEntries(
    Object.entries(locales).map(([locale, document]) => [
      locale,
      Object.fromEntries(Object.entries(document).filter(([key]) => !own.has(key))),
    ]),
  )
}
