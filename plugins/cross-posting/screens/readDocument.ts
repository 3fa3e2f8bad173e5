import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { copyStanding } from '../copies/copyStanding.ts'
import type { CopyStanding } from '../copies/copyStanding.ts'
import { crossPosted } from '../options.ts'
import { crossPostingError } from '../errors.ts'
import { handles, reads } from '../rights.ts'
import { findSite, readSites } from '../sites.ts'
import type { Site } from '../types.ts'
import { siteName } from './ownSites.ts'
import { readSentOf } from './readSent.ts'
import type { SentTo } from './readSent.ts'

/** A site a document may be offered to, and how it is called. */
export type Receiver = { code: string; name: string }

/** What the page of a document shows of cross-posting. */
export type DocumentExchange = {
  site: Receiver
  copy: CopyStanding | null
  /** The signed-in person takes in, attaches and offers for the document's site. */
  isHandler: boolean
  isPublic: boolean
  /** To whom the person may offer it now; empty when it is not public or the person may not. */
  receivers: Receiver[]
  /** Whether it is proposed to the city rather than offered to sites of choice. */
  isProposal: boolean
  sent: (SentTo & { name: string })[]
}

/**
 * What a document is a copy of, where it was sent, and to whom it may be offered; null while it belongs to no site and for
 * who has nothing to do with its site.
 *
 * @throws PortalError not_cross_posted
 */
export const readDocument = async (options: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<DocumentExchange | null> => {
  const { req, collection, id } = options
  if (!crossPosted(collection)) throw crossPostingError('not_cross_posted')
  const sql = await sqlOf(req)
  const copy = await copyStanding(options)
  const released = await lastRelease(sql, collection, id)
  const log = copy?.log ?? released?.log
  const site = log === undefined ? undefined : await findSite(sql, log)
  if (!site || !(await reads(req, site))) return null
  const sites = await readSites(sql)
  const { language } = req.i18n
  const byCode = new Map(sites.map((one) => [one.code, one]))
  const named = (code: string) => ({ code, name: siteName(byCode, code, language) })
  const isHandler = await handles(req, site)
  const isPublic = released?.isPublic === true
  const sent = await readSentOf(sql, { log: site.code, collection, docId: id })
  return {
    site: named(site.code),
    copy,
    isHandler,
    isPublic,
    receivers:
      isHandler && isPublic
        ? receiversOf(sites, site, sent, copy).map((one) => named(one.code))
        : [],
    isProposal: site.kind !== 'city',
    sent: sent.map((one) => ({ ...one, name: named(one.log).name })),
  }
}

/** The city offers to sites of its choice, the others propose to the city; never back to where it came from. */
const receiversOf = (
  sites: readonly Site[],
  own: Site,
  sent: readonly SentTo[],
  copy: CopyStanding | null,
): Site[] => {
  const taken = new Set([
    own.code,
    ...(copy ? [copy.origin.site, ...copy.origin.hops] : []),
    ...sent
      .filter(({ state }) => ['proposed', 'under_review', 'accepted'].includes(state))
      .map((one) => one.log),
  ])
  return sites.filter(
    (one) =>
      one.isActive &&
      one.isHostedHere &&
      !taken.has(one.code) &&
      (own.kind === 'city' || one.kind === 'city'),
  )
}

const lastRelease = async (sql: Sql, collection: string, id: number) => {
  const { rows } = await sql.query<{ log: string; isPublic: boolean }>(
    `select log, kind <> 'withdraw' as "isPublic" from release.releases
     where collection = $1 and doc_id = $2::int order by released_at desc, seq desc limit 1`,
    [collection, id],
  )
  return rows[0]
}
