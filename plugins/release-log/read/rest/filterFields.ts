import type { Projection } from '#kit/governed.ts'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'

/** How a field of the public REST stands in the read table. */
export type FilterField = {
  /** SQL over `i`, to be compared. */
  column: string
  kind: 'integer' | 'text' | 'time'
  /** SQL that turns the bound value into what the column holds. */
  wrap?: (placeholder: string) => string
  /** Makes the given text what the column holds. */
  normalise?: (text: string) => string
  isSortable: boolean
}

/** The documented fields of a collection, under its own names and the common ones. */
export const filterFields = (projection: Projection): Record<string, FilterField> => {
  const sortAt: FilterField = { column: 'i.sort_at', kind: 'time', isSortable: true }
  const kind: FilterField = { column: 'i.kind_code', kind: 'text', isSortable: false }
  const number: FilterField = {
    column: 'i.number_key',
    kind: 'text',
    normalise: normaliseDocumentNumber,
    isSortable: true,
  }
  return {
    ...common,
    sortAt,
    kind,
    number,
    ...(projection.sortAt ? { [projection.sortAt]: sortAt } : {}),
    ...(projection.kind ? { [projection.kind]: kind } : {}),
    ...(projection.number ? { [projection.number]: number } : {}),
    ...(projection.category ? categories(projection.category) : {}),
  }
}

const released: FilterField = { column: 'i.released_at', kind: 'time', isSortable: true }
const firstReleased: FilterField = { column: 'i.first_released_at', kind: 'time', isSortable: true }

const common: Record<string, FilterField> = {
  id: { column: 'i.doc_id', kind: 'integer', isSortable: true },
  slug: { column: 'i.slug', kind: 'text', isSortable: true },
  title: { column: 'i.title', kind: 'text', isSortable: true },
  log: { column: 'i.log', kind: 'text', isSortable: false },
  'site.code': { column: 'i.log', kind: 'text', isSortable: false },
  site: {
    column: 'i.log',
    kind: 'integer',
    wrap: (placeholder) => `(select s.code from public.sites s where s.id = ${placeholder}::int)`,
    isSortable: false,
  },
  releasedAt: released,
  updatedAt: released,
  publishedAt: firstReleased,
  createdAt: firstReleased,
}

const categories = (name: string): Record<string, FilterField> => ({
  [name]: { column: 'i.category_id', kind: 'integer', isSortable: false },
  [`${name}.slug`]: {
    column: 'i.category_id',
    kind: 'text',
    wrap: (placeholder) =>
      `(select c.doc_id from release.current_items c where c.collection = 'categories' and c.slug = ${placeholder} order by c.locale desc limit 1)`,
    isSortable: false,
  },
})
