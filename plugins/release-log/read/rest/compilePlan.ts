import type { GovernedCollection } from '#kit/governed.ts'
import { isoTime } from '../publicItem.ts'
import { filterFields } from './filterFields.ts'
import type { QueryObject } from './parseQuery.ts'
import { unsupported } from './queryError.ts'
import { whereToSql } from './whereToSql.ts'

/** A question, ready to be asked: one statement that gives one row of `docs` (text) and `n`, another the `total`. */
export type Plan = {
  text: string
  values: unknown[]
  /** Null when no total is asked for. */
  total: { text: string; values: unknown[] } | null
  /** Where in `values` the id stands, for a question by id. */
  idAt: number
  limit: number
  page: number
  isPaginated: boolean
}

const known = new Set([
  'where',
  'sort',
  'limit',
  'page',
  'pagination',
  'select',
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'depth',
  'draft',
  'trash',
])

/**
 * Compiles a query of the documented subset into one statement.
 *
 * @param options.id for `/api/<collection>/<id>`
 * @throws PortalError `unsupported_query`
 */
export const compilePlan = (options: {
  governed: GovernedCollection
  query: QueryObject
  locales: readonly string[]
  id?: number
}): Plan => {
  const { governed, query, locales, id } = options
  const unknown = Object.keys(query).find((key) => !known.has(key))
  if (unknown !== undefined) {
    const key = unknown.slice(0, 60)
    throw unsupported(`Không có tham số "${key}".`, `There is no parameter "${key}".`, { key })
  }
  refuseDrafts(query)
  const fields = filterFields(governed.projection)
  const values: unknown[] = [governed.slug]
  const conditions = ['i.collection = $1']
  const isFallback = addLocale(query, locales, values, conditions)
  const where = whereToSql(query.where, fields, values)
  if (where.text) conditions.push(where.text)
  if (id !== undefined) conditions.push(`i.doc_id = $${values.push(id)}::int`)
  const isPaginated = oneOf(query, 'pagination', ['true', 'false']) !== 'false'
  const limit = wholeNumber(query, 'limit', { otherwise: 10, from: 1, to: 100 })
  const page = wholeNumber(query, 'page', { otherwise: 1, from: 1, to: 100_000 })
  const scope = conditions.join(' and ')
  const isCounted =
    !isFallback && where.isSimple && [...where.fields].every((one) => counted.has(one))
  const totalText = isCounted
    ? `select coalesce(sum(i.n), 0)::float8 as total from release.item_counts i where ${scope}`
    : `select count(*)::float8 as total from release.current_items i where ${scope}`
  const total = isPaginated && id === undefined ? { text: totalText, values: [...values] } : null
  const idAt = id === undefined ? -1 : values.length - 1
  const doc = docSql(governed, query, values)
  const order = orderSql(query, fields)
  const bounds = `limit $${values.push(limit)}::int offset $${values.push(isPaginated ? (page - 1) * limit : 0)}::int`
  const text = `select coalesce(string_agg(t.doc, ','), '') as docs, count(*)::int as n
    from (select (${doc})::text as doc from release.current_items i where ${scope} order by ${order} ${bounds}) t`
  return { text, values, total, idAt, limit, page, isPaginated }
}

/** Totals by these are kept ready; anything else is counted. */
const counted = new Set(['log', 'site', 'site.code', 'category', 'category.slug'])

const refuseDrafts = (query: QueryObject) => {
  for (const key of ['draft', 'trash']) {
    if (query[key] === undefined || query[key] === 'false') continue
    throw unsupported('Bản nháp không công khai.', 'Drafts are not public.', { key })
  }
}

const addLocale = (
  query: QueryObject,
  locales: readonly string[],
  values: unknown[],
  conditions: string[],
): boolean => {
  const [first = 'vi'] = locales
  const locale = oneOf(query, 'locale', locales) ?? first
  const name = query.fallbackLocale === undefined ? 'fallback-locale' : 'fallbackLocale'
  const fallback = oneOf(query, name, [...locales, 'none', 'null', 'false']) ?? first
  const isFallback = locales.includes(fallback) && fallback !== locale
  const own = `$${values.push(locale)}`
  if (!isFallback) {
    conditions.push(`i.locale = ${own}`)
    return false
  }
  const other = `$${values.push(fallback)}`
  conditions.push(
    `(i.locale = ${own} or (i.locale = ${other} and not exists (select from release.current_items o
      where o.collection = i.collection and o.doc_id = i.doc_id and o.locale = ${own})))`,
  )
  return true
}

const docSql = (governed: GovernedCollection, query: QueryObject, values: unknown[]): string => {
  const depth = wholeNumber(query, 'depth', { otherwise: 1, from: 0, to: 2 })
  const made = madeKeys(governed, depth)
  const { wanted, unwanted } = selection(query)
  const object = (keys: [string, string][]) =>
    `jsonb_build_object(${keys.map(([key, sql]) => `'${key}', ${sql}`).join(', ')})`
  if (wanted.length === 0) {
    const doc = `i.body || ${object(Object.entries(made))}`
    return unwanted.length === 0 ? doc : `(${doc}) - $${values.push(unwanted)}::text[]`
  }
  // Only what is asked for is read: a list of titles never opens the bodies.
  const { title, slug, lead } = governed.projection
  const columns: Record<string, string> = { ...made, [title]: 'i.title', [slug]: 'i.slug' }
  if (lead) columns[lead] = 'i.lead'
  const known = ['id', ...wanted].filter((key) => Object.hasOwn(columns, key))
  const parts = [object([...new Set(known)].map((key) => [key, columns[key] ?? 'null']))]
  for (const key of wanted.filter((one) => !Object.hasOwn(columns, one))) {
    const holder = `$${values.push(key)}::text`
    parts.push(`jsonb_build_object(${holder}, i.body -> ${holder})`)
  }
  return `jsonb_strip_nulls(${parts.join(' || ')})`
}

/** Keys that are not in the body as they are shown. */
const madeKeys = (governed: GovernedCollection, depth: number): Record<string, string> => {
  const { category, cover } = governed.projection
  const made: Record<string, string> = {
    id: 'i.doc_id',
    createdAt: isoTime('i.first_released_at'),
    updatedAt: isoTime('i.released_at'),
    publishedAt: isoTime('i.first_released_at'),
    _status: "'published'",
  }
  if (depth === 0 && cover) made[cover] = "i.cover -> 'id'"
  if (depth > 0 && category) {
    made[category] = `coalesce((select c.body || jsonb_build_object('id', c.doc_id)
      from release.current_items c where c.collection = 'categories' and c.doc_id = i.category_id
      order by c.locale = i.locale desc limit 1), to_jsonb(i.category_id))`
  }
  return made
}

const selection = ({ select }: QueryObject): { wanted: string[]; unwanted: string[] } => {
  if (select === undefined) return { wanted: [], unwanted: [] }
  const entries = typeof select === 'string' ? [] : Object.entries(select)
  const wanted = entries.filter(([, value]) => value === 'true').map(([key]) => key)
  const unwanted = entries.filter(([, value]) => value === 'false').map(([key]) => key)
  const isClear = wanted.length + unwanted.length === entries.length && entries.length > 0
  if (!isClear || (wanted.length > 0 && unwanted.length > 0) || entries.length > 40) {
    throw unsupported(
      'select chỉ nhận các trường cấp một, tất cả là true hoặc tất cả là false.',
      'select takes top-level fields, all of them true or all of them false.',
    )
  }
  return { wanted, unwanted }
}

const orderSql = (query: QueryObject, fields: ReturnType<typeof filterFields>): string => {
  const { sort = '-sortAt' } = query
  const names = typeof sort === 'string' ? sort.split(',') : Object.values(sort)
  const parts = names.slice(0, 3).map((name) => {
    const text = typeof name === 'string' ? name.trim() : ''
    const key = text.replace(/^-/, '')
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field?.isSortable) {
      throw unsupported(
        `Không sắp xếp được theo "${key.slice(0, 60)}".`,
        `"${key.slice(0, 60)}" is not a field that can be sorted by.`,
      )
    }
    return `${field.column}${text.startsWith('-') ? ' desc' : ''}`
  })
  return `${parts.join(', ')}, i.doc_id${parts[0]?.endsWith(' desc') ? ' desc' : ''}`
}

const oneOf = (
  query: QueryObject,
  name: string,
  allowed: readonly string[],
): string | undefined => {
  const value = query[name]
  if (value === undefined) return undefined
  if (typeof value === 'string' && allowed.includes(value)) return value
  throw unsupported(
    `"${name}" nhận một trong: ${allowed.join(', ')}.`,
    `"${name}" takes one of: ${allowed.join(', ')}.`,
    { key: name },
  )
}

const wholeNumber = (
  query: QueryObject,
  name: string,
  range: { otherwise: number; from: number; to: number },
): number => {
  const value = query[name]
  if (value === undefined) return range.otherwise
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : NaN
  if (number >= range.from && number <= range.to) return number
  throw unsupported(
    `"${name}" nhận số nguyên từ ${range.from} đến ${range.to}.`,
    `"${name}" takes a whole number from ${range.from} to ${range.to}.`,
    { key: name },
  )
}
