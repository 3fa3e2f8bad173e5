import type { Pool } from 'pg'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'
import { containing } from '#kit/containing.ts'

/** A document as lists show it. */
export type DocumentRow = {
  id: number
  slug: string
  title: string
  /** Language of the title. */
  titleLocale: string
  number: string
  kind: string
  issuedOn: string
  issuer: number | null
}

/** What a visitor filters documents by. */
export type DocumentFilter = { kind: string; year: number | null; number: string }

/**
 * The documents of a site, newest first. Documents are issued in Vietnamese; a translated title stands where there is one.
 */
export const findDocuments = async (options: {
  pool: Pool
  log: string
  locale: string
  filter: DocumentFilter
  limit: number
  page: number
}): Promise<{ rows: DocumentRow[]; total: number }> => {
  const { filter } = options
  const number = filter.number === '' ? null : containing(normaliseDocumentNumber(filter.number))
  const { rows } = await options.pool.query<DocumentRow & { total: number }>({
    name: 'portal_documents',
    text: filteredText,
    values: [
      options.locale,
      options.limit,
      options.log,
      (options.page - 1) * options.limit,
      filter.kind === '' ? null : filter.kind,
      filter.year,
      number,
    ],
  })
  return { rows, total: rows[0]?.total ?? 0 }
}

/** The newest documents of a site, without counting all of them. */
export const newestDocuments = async (options: {
  pool: Pool
  log: string
  locale: string
  limit: number
}): Promise<DocumentRow[]> => {
  const { rows } = await options.pool.query<DocumentRow>({
    name: 'portal_newest_documents',
    text: newestText,
    values: [options.locale, options.limit, options.log],
  })
  return rows
}

const ofSite = `i.collection = 'documents' and i.locale = 'vi' and i.log = $3`

/** Bodies are read for the rows that are shown only. */
const shown = (
  extra: string,
) => `select i.doc_id as id, i.slug, coalesce(t.title, i.title) as title, coalesce(t.locale, i.locale) as "titleLocale",
    i.body ->> 'number' as number, coalesce(i.kind_code, 'other') as kind,
    to_json(i.sort_at) #>> '{}' as "issuedOn", (i.body ->> 'issuer')::int as issuer${extra}
  from page
  join release.current_items i on i.collection = 'documents' and i.doc_id = page.doc_id and i.locale = 'vi'
  left join release.current_items t on t.collection = 'documents' and t.doc_id = page.doc_id and t.locale = $1
  order by i.sort_at desc, i.doc_id desc`

const newestText = `with page as materialized (
    select i.doc_id from release.current_items i where ${ofSite}
    order by i.sort_at desc, i.doc_id desc limit $2)
  ${shown('')}`

const filteredText = `with page as materialized (
    select i.doc_id, count(*) over ()::float8 as total from release.current_items i
    where ${ofSite} and ($5::text is null or i.kind_code = $5)
      and ($6::int is null or i.sort_at >= make_timestamptz($6, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
        and i.sort_at < make_timestamptz($6 + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh'))
      and ($7::text is null or i.number_key like $7)
    order by i.sort_at desc, i.doc_id desc limit $2 offset $4)
  ${shown(', page.total')}`

/** The years a site has documents of, newest first. */
export const documentYears = async (pool: Pool, log: string): Promise<number[]> => {
  const { rows } = await pool.query<{ first: number | null; last: number | null }>({
    name: 'portal_document_years',
    text: `select extract(year from min(sort_at) at time zone 'Asia/Ho_Chi_Minh')::int as first,
        extract(year from max(sort_at) at time zone 'Asia/Ho_Chi_Minh')::int as last
      from release.current_items where collection = 'documents' and locale = 'vi' and log = $1`,
    values: [log],
  })
  const { first, last } = rows[0] ?? { first: null, last: null }
  if (first === null || last === null) return []
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
