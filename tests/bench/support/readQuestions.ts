import type { Client } from 'pg'

/** What the read bench asks for, taken from the city that was loaded. */
export type Questions = {
  /** Ids of articles. */
  ids: number[]
  /** Addresses of the city's articles. */
  slugs: string[]
  /** Two words next to each other in some title. */
  words: string[]
  listQuery: string
  itemQuery: string
}

/** Spread over the whole city, and the same for the same city. */
export const readQuestions = async (client: Client): Promise<Questions> => {
  const { rows } = await client.query<{ id: number; title: string }>(
    `select doc_id as id, title from release.current_items where collection = 'articles' and locale = 'vi'
     order by md5(doc_id::text) limit 200`,
  )
  const city = await client.query<{ slug: string }>(
    `select i.slug from release.current_items i join public.sites s on s.code = i.log
     where s.kind = 'city' and i.collection = 'articles' and i.locale = 'vi' order by i.sort_at desc limit 99`,
  )
  return {
    ids: rows.map((row) => row.id),
    slugs: city.rows.map((row) => row.slug),
    words: rows.slice(0, 60).map(({ title }, index) => {
      const words = title.split(/[\s,:–-]+/)
      const at = index % Math.max(words.length - 1, 1)
      return words.slice(at, at + 2).join(' ')
    }),
    listQuery:
      'limit=10&depth=0&select[title]=true&select[slug]=true&select[lead]=true&select[category]=true',
    itemQuery: 'depth=0',
  }
}
