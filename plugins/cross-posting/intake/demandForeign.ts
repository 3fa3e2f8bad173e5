import { fill } from '#domain/text/fill.ts'
import { PortalError } from '#kit/portalError.ts'
import type { Sql } from '#kit/transaction.ts'
import { findCopy } from '../copies/findCopy.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import { theOptions } from '../options.ts'
import type { Site } from '../types.ts'
import type { CheckedItem } from './outsideItem.ts'

type HandedIn = { to: Site; from: string; item: CheckedItem; body: string }

type Found = { collection: string; docId: number; by: 'address' | 'text' | 'origin' }

/**
 * Refuses an item that the receiving log has already, whatever the site that hands it in says of it: its address is that of a
 * release, its text is one the log has released (also of what was withdrawn), or it is the copy of the item it says it is.
 *
 * @param handed.from code of the site; copies of its own items are no reason
 * @throws PortalError own_item (details.item: log, collection, id, title, url, isPublic, by)
 */
export const demandForeign = async (sql: Sql, handed: HandedIn): Promise<void> => {
  const found =
    (await byAddress(sql, handed)) ?? (await byText(sql, handed)) ?? (await byOrigin(sql, handed))
  if (found) throw await ownItem(sql, handed.to, found)
}

type Slugged = { collection: string; docId: number; slug: string }

const byAddress = async (sql: Sql, { to, item }: HandedIn): Promise<Found | undefined> => {
  const given = plainAddress(item.url)
  const { collections, addressOf } = theOptions()
  const { rows } = await sql.query<Slugged>(
    `select distinct collection, doc_id as "docId", slug from release.releases
     where log = $1 and collection = any ($2::text[]) and slug = $3`,
    [to.code, collections.map((one) => one.slug), lastSegment(item.url)],
  )
  const row = rows.find(({ collection, slug }) =>
    ['vi', 'en'].some(
      (locale) => plainAddress(addressOf({ site: to, collection, slug, locale })) === given,
    ),
  )
  return row && { ...row, by: 'address' }
}

/** Own texts, also of what is not shown any more; of other sites' what is public here now. */
const byText = async (sql: Sql, { to, from, body }: HandedIn): Promise<Found | undefined> => {
  const { rows } = await sql.query<Omit<Found, 'by'>>(
    `select t.collection, t.doc_id as "docId" from cross_posting.traces t
     where t.log = $1 and t.trace in (select cross_posting.traces_of($2)) and (t.root_log is null or t.root_log <> $3
       and exists (select from release.current_items c where c.collection = t.collection and c.doc_id = t.doc_id))
     order by t.root_log is not null, t.seq desc limit 1`,
    [to.code, body, from],
  )
  return rows[0] && { ...rows[0], by: 'text' }
}

const byOrigin = async (sql: Sql, { to, from, item }: HandedIn): Promise<Found | undefined> => {
  const { site, collection, item: id } = item.origin ?? {}
  if (!site || !collection || !id || site === from) return undefined
  const copy = await findCopy(sql, { log: to.code, root: { log: site, collection, id } })
  return copy?.isPublic
    ? { collection: copy.collection, docId: copy.docId, by: 'origin' }
    : undefined
}

const sentences = {
  shown: [
    'Trang nhận đã đăng chính bài này: “{title}” ({url}), nên không nhận như bài mới.',
    'The receiving site has this very item: “{title}” ({url}), so it is not taken for a new one.',
  ],
  withdrawn: [
    'Đây là bài của chính trang nhận, đã được gỡ: “{title}” ({url}), nên không nhận như bài mới.',
    'This is an item of the receiving site that was withdrawn: “{title}” ({url}), so it is not taken for a new one.',
  ],
} as const

const ownItem = async (sql: Sql, to: Site, found: Found): Promise<PortalError> => {
  const { collection, docId: id, by } = found
  const { rows } = await sql.query<{ body: string; slug: string | null; isPublic: boolean }>(
    `select r.body, r.slug, exists (select from release.current_items c where c.collection = r.collection
       and c.doc_id = r.doc_id) as "isPublic" from release.releases r
     where r.collection = $1 and r.doc_id = $2::int and r.body is not null order by r.seq desc limit 1`,
    [collection, id],
  )
  const { body = '{"locales":{}}', slug = null, isPublic = false } = rows[0] ?? {}
  const { title } = readFrozenText(collection, body)
  const url = theOptions().addressOf({ site: to, collection, slug, locale: 'vi' })
  const [vi, en] = sentences[isPublic ? 'shown' : 'withdrawn']
  const item = { log: to.code, collection, id, title, url, isPublic, by }
  return new PortalError(
    'own_item',
    409,
    { vi: fill(vi, { title, url }), en: fill(en, { title, url }) },
    { item },
  )
}

/** The same whatever the scheme, its letters' case, marks of campaigns and a slash at its end. */
const plainAddress = (value: string): string => {
  const { host, pathname } = new URL(value)
  return `${host}${decoded(pathname)}`.replace(/\/+$/, '')
}

const lastSegment = (value: string): string =>
  decoded(new URL(value).pathname).replace(/\/+$/, '').split('/').at(-1) ?? ''

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path // a per cent sign that marks nothing
  }
}
