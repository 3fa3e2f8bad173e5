import type { PublicItem } from '#plugins/release-log/read.ts'
import type { Ask } from '../router/ask.ts'
import { linkTo } from './siteView.ts'

const folders: Record<string, string> = {
  articles: '/tin',
  documents: '/van-ban',
  pages: '/trang',
  answers: '/hoi-dap',
}

/** The path of a released document within its site; undefined when it has no page. */
export const restOf = (item: Pick<PublicItem, 'collection' | 'slug'>): string | undefined => {
  const folder = folders[item.collection]
  return folder === undefined ? undefined : `${folder}/${item.slug}`
}

/** Where a released document of any site stands, seen from the page that is asked for. */
export const addressOf = (ask: Ask, item: PublicItem): string => {
  const rest = restOf(item) ?? '/'
  if (item.log === ask.place.site.code) return linkTo(ask.site, rest)
  return linkTo({ basePath: `/s/${item.log}`, locale: ask.site.locale }, rest)
}
