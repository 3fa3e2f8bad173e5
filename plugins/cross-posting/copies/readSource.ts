import type { Sql } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { findSite } from '../sites.ts'
import type { Origin, Proposal, Site } from '../types.ts'
import { readFrozenText } from './frozenText.ts'
import type { FrozenText } from './frozenText.ts'

/** The text that is copied, and what the copy will say of where it comes from. */
export type Source = {
  text: FrozenText
  /** As the editor's draft is stored; null where only the canonical text is kept. */
  stored: Record<string, unknown> | null
  slug: string | null
  origin: Omit<Origin, 'mode'>
}

type Row = {
  body: string | null
  stored: Record<string, unknown> | null
  slug: string | null
  sha256: string
  collection: string
  document: number
  first: string
}

/**
 * The text a proposal offers, as it was frozen.
 *
 * @throws PortalError origin_unreadable
 */
export const sourceOf = async (sql: Sql, proposal: Proposal): Promise<Source> =>
  proposal.originSeq === null
    ? outsideSource(sql, proposal)
    : releasedSource(sql, { log: proposal.originLog, seq: proposal.originSeq }, proposal.hops)

/**
 * The text of a release. What was handed on keeps naming the first publisher.
 *
 * @param hops the logs it went through, the release's own last
 * @throws PortalError origin_unreadable
 */
export const releasedSource = async (
  sql: Sql,
  from: { log: string; seq: number },
  hops: string[],
): Promise<Source> => {
  const { rows } = await sql.query<Row>(
    `select r.body, s.raw as stored, r.slug, r.sha256, r.collection, r.doc_id as document,
       (select to_json(min(f.released_at)) #>> '{}' from release.releases f
         where f.collection = r.collection and f.doc_id = r.doc_id and f.kind <> 'withdraw') as first
     from release.releases r join release.decisions d on d.id = r.decision_id
     left join release.submissions s on s.id = d.submission_id
     where r.log = $1 and r.seq = $2::bigint`,
    [from.log, from.seq],
  )
  const [row] = rows
  const site = await findSite(sql, from.log)
  if (!row?.body || !site) throw crossPostingError('origin_unreadable')
  const text = readFrozenText(row.collection, row.body)
  const { stored, slug } = row
  if (text.origin) return { text, stored, slug, origin: { ...text.origin, hops } }
  return { text, stored, slug, origin: { ...originHere(row, site, from.seq, text), hops } }
}

const originHere = (row: Row, site: Site, seq: number, text: FrozenText) => ({
  site: site.code,
  collection: row.collection,
  item: String(row.document),
  seq,
  sha256: row.sha256,
  url: theOptions().addressOf({
    site,
    collection: row.collection,
    slug: row.slug,
    locale: text.locales.vi ? 'vi' : (Object.keys(text.locales)[0] ?? 'vi'),
  }),
  siteName: site.nameVi,
  publishedAt: new Date(row.first).toISOString(),
})

const outsideSource = async (sql: Sql, proposal: Proposal): Promise<Source> => {
  const { rows } = await sql.query<{ body: string; url: string; published: string | null }>(
    `select body, url, to_json(published_at) #>> '{}' as published from cross_posting.proposals
     where id = $1::uuid and body is not null`,
    [proposal.id],
  )
  const [row] = rows
  const site = await findSite(sql, proposal.originLog)
  if (!row || !site) throw crossPostingError('origin_unreadable')
  return {
    text: readFrozenText(proposal.collection, row.body),
    stored: null,
    slug: null,
    origin: {
      site: site.code,
      collection: proposal.root.collection,
      item: proposal.root.id,
      sha256: proposal.sha256,
      url: row.url,
      siteName: site.nameVi,
      publishedAt: new Date(row.published ?? proposal.offeredAt).toISOString(),
      hops: proposal.hops,
    },
  }
}
