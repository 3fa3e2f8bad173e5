import type { Pool } from 'pg'
import { refuse } from './refuse.ts'

/**
 * The ids of sections named by id or by slug.
 *
 * @throws PortalError unknown_category
 */
export const findCategories = async (
  pool: Pool,
  named: readonly string[] | null,
): Promise<number[] | null> => {
  if (!named) return null
  const slugs = named.filter((one) => !isId(one))
  const ids = named.filter(isId).map(Number)
  if (slugs.length === 0) return ids
  const { rows } = await pool.query<{ id: number; slug: string }>({
    name: 'feed_categories',
    text: `select distinct doc_id as id, slug from release.current_items where collection = 'categories' and slug = any($1)`,
    values: [slugs],
  })
  if (slugs.some((slug) => !rows.some((row) => row.slug === slug))) throw refuse('unknown_category')
  return [...new Set([...ids, ...rows.map((row) => row.id)])]
}

const isId = (text: string) => /^[1-9]\d{0,8}$/.test(text)
