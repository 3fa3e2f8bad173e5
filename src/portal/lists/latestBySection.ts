import type { Pool } from 'pg'
import type { StoryItem } from '../parts/Story.tsx'

/** The newest articles of each section of a site, in one question. */
export const latestBySection = async (options: {
  pool: Pool
  log: string
  locale: string
  sections: readonly number[]
  each: number
}): Promise<Map<number, StoryItem[]>> => {
  const { rows } = await options.pool.query<StoryItem & { section: number }>({
    name: 'portal_latest_by_section',
    text: `select c.id as section, i.* from unnest($3::int[]) c(id) cross join lateral (
      select doc_id as id, slug, title, lead, cover, category_id as "categoryId",
        to_json(first_released_at) #>> '{}' as "firstReleasedAt"
      from release.current_items where collection = 'articles' and locale = $2 and log = $1 and category_id = c.id
      order by sort_at desc, doc_id desc limit $4) i`,
    values: [options.log, options.locale, options.sections, options.each],
  })
  const bySection = new Map<number, StoryItem[]>()
  for (const { section, ...item } of rows) {
    bySection.set(section, [...(bySection.get(section) ?? []), item])
  }
  return bySection
}
