/** A released document in one language, as every public page reads it. */
export type PublicItem = {
  collection: string
  id: number
  locale: string
  log: string
  seq: number
  slug: string
  title: string
  lead: string | null
  categoryId: number | null
  cover: Record<string, unknown> | null
  /** ISO time, UTC. */
  sortAt: string
  firstReleasedAt: string
  releasedAt: string
  numberKey: string | null
  kindCode: string | null
  /** The document in that language. */
  body: Record<string, unknown>
}

/** ISO 8601 in UTC with milliseconds, as JavaScript writes it. */
export const isoTime = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The columns of `release.current_items i` under the names of PublicItem, with an empty body. */
export const briefColumns = `i.collection, i.doc_id as id, i.locale, i.log, i.seq::float8 as seq, i.slug, i.title, i.lead,
  i.category_id as "categoryId", i.cover, ${isoTime('i.sort_at')} as "sortAt",
  ${isoTime('i.first_released_at')} as "firstReleasedAt", ${isoTime('i.released_at')} as "releasedAt",
  i.number_key as "numberKey", i.kind_code as "kindCode", '{}'::jsonb as body`

/** The same with the document. */
export const itemColumns = briefColumns.replace(`'{}'::jsonb as body`, 'i.body')
