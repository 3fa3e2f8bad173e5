import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { findCopy } from '../copies/findCopy.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import { crossPostingError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { openProposals } from '../proposals/openProposals.ts'
import { lockCopy } from '../proposals/store.ts'
import { tellProposed } from '../proposals/tellProposed.ts'
import { demandReceiver, findSite, readSites } from '../sites.ts'
import type { ProposalState } from '../types.ts'
import { demandCategory } from './demandCategory.ts'
import { demandForeign } from './demandForeign.ts'
import { hopsTo } from './hopsTo.ts'
import { checkItem } from './outsideItem.ts'
import { textFromOutside } from './textFromOutside.ts'

/**
 * An external site proposes an item of its own to a board here, usually the city's. Its text is frozen under its hash; a new
 * version takes the place of one that nobody took up yet. The same version again is the same proposal.
 *
 * @param options.req without a user: who speaks is the site, whose key the caller has checked
 * @param options.site code of that site
 * @param options.item see OutsideItem
 * @throws PortalError item_too_large, bad_item, not_cross_posted, site_missing, unknown_category, loop, too_many_hops,
 *   own_item, too_many_proposals
 */
export const proposeFromOutside = async (options: {
  req: PayloadRequest
  site: string
  item: unknown
}): Promise<{ proposalId: string; state: ProposalState; sha256: string }> => {
  const { req, site } = options
  const item = checkItem(options.item)
  const { collections } = theOptions()
  const collection = item.collection
    ? collections.find((one) => one.slug === item.collection)
    : collections[0]
  if (!collection) throw crossPostingError('not_cross_posted')
  const body = textFromOutside(req, collection, item)
  const sha256 = createHash('sha256').update(body).digest('hex')
  return withTransaction(req, async (sql) => {
    const from = await findSite(sql, site)
    if (!from?.isActive || from.isHostedHere) throw crossPostingError('site_missing', { log: site })
    const to = await demandReceiver(sql, item.to ?? (await cityOf(sql)))
    const log = to.code
    const hops = hopsTo({ log, site, item })
    if (item.category !== undefined) await demandCategory(req, collection.slug, item.category)
    const root = { log: site, collection: collection.slug, id: item.key }
    await lockCopy(sql, { log, root })
    const known = await settledBefore(sql, { log, site, key: item.key, sha256 })
    if (known) return { ...known, sha256 }
    await demandForeign(sql, { to, from: site, item, body })
    await supersede(sql, { log, site, key: item.key })
    await demandRoom(sql, site)
    const { title, category, contentKind } = readFrozenText(collection.slug, body)
    const offered = {
      originLog: site,
      originSeq: null,
      originDocId: null,
      collection: collection.slug,
      root,
      sha256,
      body,
      url: item.url,
      publishedAt: item.publishedAt,
      title,
      category,
      contentKind,
      hops,
      statedOrigin: item.origin && item.origin.site !== site ? item.origin : null,
      isEmergency: false,
      kind: (await findCopy(sql, { log, root })) ? ('update' as const) : ('publish' as const),
    }
    const [made] = await openProposals(sql, offered, [
      {
        log,
        reason: 'proposal',
        mode: item.mode,
        note: item.note || null,
        offeredBy: null,
        consentId: null,
        mayEnter: false,
      },
    ])
    if (!made) throw crossPostingError('site_missing', { log })
    await tellProposed(sql, offered, [made])
    return { proposalId: made.id, state: 'proposed' as const, sha256 }
  })
}

const cityOf = async (sql: Sql): Promise<string> =>
  (await readSites(sql)).find((one) => one.kind === 'city' && one.isActive)?.code ?? ''

type Item = { log: string; site: string; key: string }

/** That very version, where it is open, accepted or was sent back: it is not offered again unchanged. */
const settledBefore = async (sql: Sql, of: Item & { sha256: string }) => {
  const { rows } = await sql.query<{ proposalId: string; state: ProposalState; sha256: string }>(
    `select id as "proposalId", state, sha256 from cross_posting.proposals
     where log = $1 and origin_log = $2 and root_id = $3 and origin_seq is null order by offered_at desc limit 1`,
    [of.log, of.site, of.key],
  )
  const [last] = rows
  if (last?.sha256 !== of.sha256 || last.state === 'withdrawn') return undefined
  return { proposalId: last.proposalId, state: last.state }
}

/** Of a site's items that nobody has looked at yet. */
const MOST_WAITING = 200
/** Every version is kept for ever. */
const MOST_IN_A_DAY = 1000

/** One site fills neither the boards' inboxes nor the database, by a fault or by a stolen key. */
const demandRoom = async (sql: Sql, site: string) => {
  const { rows } = await sql.query<{ waiting: number; today: number }>(
    `select count(*) filter (where state = 'proposed')::int as waiting,
       count(*) filter (where offered_at > clock_timestamp() - interval '1 day')::int as today
     from cross_posting.proposals where origin_log = $1 and origin_seq is null`,
    [site],
  )
  const { waiting = 0, today = 0 } = rows[0] ?? {}
  if (waiting >= MOST_WAITING || today >= MOST_IN_A_DAY)
    throw crossPostingError('too_many_proposals')
}

const supersede = (sql: Sql, of: Item) =>
  sql.query(
    `update cross_posting.proposals set state = 'superseded', settled_at = clock_timestamp()
     where log = $1 and origin_log = $2 and root_id = $3 and origin_seq is null and state = 'proposed'`,
    [of.log, of.site, of.key],
  )
