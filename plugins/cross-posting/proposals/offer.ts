import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import type { FrozenText } from '../copies/frozenText.ts'
import { crossPostingError } from '../errors.ts'
import { crossPosted, theOptions } from '../options.ts'
import { demandHandler } from '../rights.ts'
import { findSite, readSites } from '../sites.ts'
import type { Mode, Site } from '../types.ts'
import { offeredRelease } from './offeredRelease.ts'
import { maxHops, openProposals } from './openProposals.ts'
import type { Offered, Target } from './openProposals.ts'
import { tellProposed } from './tellProposed.ts'

/** Why a site was left out. */
export type SkipCode = 'unknown_site' | 'not_hosted_here' | 'loop' | 'already_there'

/**
 * An editor of a site offers what it shows now to others: the city to components it chooses, a component to the city. What is
 * offered is this release; a later one takes its place as long as nobody took it up.
 *
 * @param options.logs codes of the receiving sites
 * @param options.mode what the offer suggests @default 'copy'
 * @throws PortalError not_cross_posted, not_public, people_only, not_on_board, no_site_chosen
 */
export const offer = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  logs: readonly string[]
  note?: string
  mode?: Mode
}): Promise<{
  offered: { log: string; id: string }[]
  skipped: { log: string; code: SkipCode }[]
}> => {
  const { req, collection, id } = options
  if (!crossPosted(collection)) throw crossPostingError('not_cross_posted')
  const logs = [...new Set(options.logs)]
  if (logs.length === 0) throw crossPostingError('no_site_chosen')
  return withTransaction(req, async (sql) => {
    const { offered, text } = await shownNow(sql, collection, id)
    const site = await findSite(sql, offered.originLog)
    if (!site) throw crossPostingError('not_public')
    const person = await demandHandler(req, site)
    const sites = new Map((await readSites(sql)).map((one) => [one.code, one]))
    const skipped: { log: string; code: SkipCode }[] = []
    const open = logs.filter((log) => {
      const code = obstacle(sites.get(log), offered)
      if (code) skipped.push({ log, code })
      return !code
    })
    const consents = text.origin ? new Map<string, string>() : await consentsOf(sql, offered)
    const made = await openProposals(
      sql,
      offered,
      open.map((log): Target => {
        const consentId = consents.get(log) ?? null
        const reason = sites.get(log)?.kind === 'city' ? 'proposal' : 'offer'
        const mode = options.mode ?? 'copy'
        const note = options.note?.trim() || null
        const mayEnter = consentId !== null && mode === 'copy'
        return { log, reason, mode, note, offeredBy: person, consentId, mayEnter }
      }),
    )
    const done = new Set(made.map((one) => one.log))
    for (const log of open) if (!done.has(log)) skipped.push({ log, code: 'already_there' })
    await tellProposed(
      sql,
      offered,
      made.filter((one) => !one.mayEnter),
    )
    return { offered: made.map(({ log, id: proposal }) => ({ log, id: proposal })), skipped }
  })
}

const obstacle = (site: Site | undefined, offered: Offered): SkipCode | undefined => {
  if (!site?.isActive) return 'unknown_site'
  if (!site.isHostedHere) return 'not_hosted_here'
  const isFull = offered.hops.length > maxHops()
  if (isFull || offered.hops.includes(site.code) || offered.root.log === site.code) return 'loop'
  return undefined
}

const shownNow = async (
  sql: Sql,
  collection: string,
  id: number,
): Promise<{ offered: Offered; text: FrozenText }> => {
  const { rows } = await sql.query<{
    log: string
    seq: number
    kind: Offered['kind'] | 'withdraw'
    body: string | null
    sha256: string | null
    capacity: string
  }>(
    `select r.log, r.seq::float8 as seq, r.kind, r.body, r.sha256, d.capacity from release.releases r
     join release.decisions d on d.id = r.decision_id
     where r.collection = $1 and r.doc_id = $2::int order by r.released_at desc, r.seq desc limit 1`,
    [collection, id],
  )
  const [last] = rows
  if (!last || last.kind === 'withdraw' || last.body === null || last.sha256 === null)
    throw crossPostingError('not_public')
  const text = readFrozenText(collection, last.body)
  const { log, seq, kind, sha256 } = last
  const isEmergencyLane = last.capacity === 'emergency'
  const release = { log, seq, collection, docId: id, kind, sha256, isEmergencyLane }
  return { offered: offeredRelease(release, text), text }
}

const consentsOf = async (sql: Sql, offered: Offered): Promise<Map<string, string>> => {
  const subscribers = await theOptions().board.subscribersOf(sql, {
    ...offered,
    sourceLog: offered.originLog,
  })
  return new Map(
    subscribers
      .filter((one) => one.mayPublish || one.mayUpdate || (offered.isEmergency && one.mayEmergency))
      .map((one) => [one.log, one.consentId]),
  )
}
