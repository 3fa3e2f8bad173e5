import type { PublicReader } from '../createPublicReader.ts'
import { excerptMarks } from '../searchItems.ts'
import type { QueryObject } from './parseQuery.ts'
import { unsupported } from './queryError.ts'

const known = new Set(['q', 'locale', 'limit', 'page', 'site', 'collection'])

/** `/api/search?q=…&site=<code>&collection=<slug>&limit=&page=&locale=`: found documents with excerpts, marks as `<mark>`. */
export const askSearch = async (options: {
  reader: PublicReader
  query: QueryObject
  locales: readonly string[]
}): Promise<string> => {
  const { reader, query, locales } = options
  for (const [key, value] of Object.entries(query)) {
    if (known.has(key) && typeof value === 'string') continue
    throw unsupported(
      `Không có tham số "${key.slice(0, 60)}".`,
      `There is no parameter "${key.slice(0, 60)}".`,
    )
  }
  const { q = '', locale = locales[0] ?? 'vi', site, collection } = query as Record<string, string>
  if (q.trim() === '')
    throw unsupported('Cần có từ tìm (q).', 'The words to search for (q) are missing.')
  if (!locales.includes(locale)) {
    throw unsupported(
      `"locale" nhận: ${locales.join(', ')}.`,
      `"locale" takes: ${locales.join(', ')}.`,
    )
  }
  const limit = inRange(query.limit, 10, 100)
  const page = inRange(query.page, 1, 100)
  const found = await reader.search({
    q,
    locale,
    limit,
    page,
    ...(site === undefined ? {} : { log: site }),
    ...(collection === undefined ? {} : { collections: [collection] }),
  })
  const docs = found.items.map(({ body: _body, excerpt, ...item }) => ({
    ...item,
    excerpt: markUp(excerpt),
  }))
  return JSON.stringify({ docs, totalDocs: found.total, isCapped: found.isCapped, limit, page })
}

const inRange = (value: unknown, otherwise: number, to: number): number => {
  if (value === undefined) return otherwise
  const number = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= to) return number
  throw unsupported(`Cần một số từ 1 đến ${to}.`, `A number from 1 to ${to} is needed.`)
}

/** Text made safe first, then the marks: what was written never becomes markup. */
const markUp = (excerpt: string): string =>
  excerpt
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(excerptMarks.open, '<mark>')
    .replaceAll(excerptMarks.close, '</mark>')
