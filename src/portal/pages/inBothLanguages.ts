import type { PublicItem } from '#plugins/release-log/read.ts'
import type { Ask } from '../router/ask.ts'

/** Whether a document is released in the site's other language too, so that the switch may lead to it. */
export const inBothLanguages = async (ask: Ask, item: PublicItem): Promise<boolean> => {
  const { site, context } = ask
  const other = site.locale === 'vi' ? 'en' : 'vi'
  if (!site.languages.includes(other)) return false
  if (item.locale !== site.locale) return true
  const { rows } = await context.pool.query<{ is: boolean }>({
    name: 'portal_in_language',
    text: `select exists (select from release.current_items
      where collection = $1 and doc_id = $2 and locale = $3) as is`,
    values: [item.collection, item.id, other],
  })
  return rows[0]?.is === true
}
