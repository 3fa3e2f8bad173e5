import type { CrossPostingOptions } from '#plugins/cross-posting/index.ts'
import { env } from './env.ts'
import { governed } from './governed.ts'
import { sections } from './board.ts'
import { consentRegister } from './consentRegister.ts'
import { receivingBoard } from './receivingBoard.ts'

const projectionOf = (slug: string) => {
  const found = governed.find((one) => one.slug === slug)
  if (!found) throw new Error(`config: ${slug} is not governed`)
  return found.projection
}

const folders: Record<string, string> = { articles: '/tin/', documents: '/van-ban/' }

/** What may go from site to site in this city: news and articles, and official documents. */
export const crossPostingOptions: CrossPostingOptions = {
  collections: [
    {
      slug: 'articles',
      projection: projectionOf('articles'),
      attribution: { author: 'author', agency: 'sourceAgency' },
      defaults: { contentKind: 'newsEvent' },
    },
    { slug: 'documents', projection: projectionOf('documents') },
  ],
  sitesSql: `select s.id, s.code, v.name as name_vi, e.name as name_en, s.kind::text as kind,
    s.hosting::text = 'here' as is_hosted_here, s.is_active, s.host, s.path from public.sites s
    left join public.sites_locales v on v._parent_id = s.id and v._locale::text = 'vi'
    left join public.sites_locales e on e._parent_id = s.id and e._locale::text = 'en'`,
  peopleSql: `select id as person, full_name as name, case when is_active then email end as email,
    preferred_locale::text as language from public.users`,
  reviewsTable: 'editorial.reviews',
  board: receivingBoard,
  sections,
  consents: consentRegister,
  addressOf: ({ site, collection, slug, locale }) => {
    const secure = new URL(env.publicUrl).protocol
    const ownPath = site.isHostedHere ? '' : (site.path ?? '').replace(/\/$/, '')
    const shared = site.kind === 'city' ? env.publicUrl : `${env.publicUrl}/s/${site.code}`
    const isOwnHost = site.host && site.kind !== 'city'
    const base = isOwnHost ? `${secure}//${site.host}${ownPath}` : shared
    const folder = folders[collection]
    const rest = folder && slug ? `${folder}${encodeURIComponent(slug)}` : '/'
    return `${base}${locale === 'en' ? '/en' : ''}${rest}`
  },
}
