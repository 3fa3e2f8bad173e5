import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { stableText } from '#domain/release/stableText.ts'
import { expectedText } from '../copies/expectedText.ts'
import { sourceOf } from '../copies/readSource.ts'
import { crossPostingError } from '../errors.ts'
import { handles, reads } from '../rights.ts'
import { findSite } from '../sites.ts'
import type { Origin, Proposal, ProposalEvent, Site } from '../types.ts'
import { demandProposal } from './store.ts'

/** A proposal with all that its page shows. */
export type ProposalRead = {
  proposal: Proposal
  events: ProposalEvent[]
  from: Site | null
  to: Site | null
  /** Where the item comes from, as the copy will say it. */
  origin: Omit<Origin, 'mode'>
  /** The text that is offered: canonical JSON `{ locales }`, as frozen. */
  offered: string
  /** What the receiving site shows of it now, in the same form; null when nothing is public. */
  shown: string | null
  /** What the signed-in person may do with it now. */
  may: { takeIn: boolean; return: boolean; dismiss: boolean; reattach: boolean; withdraw: boolean }
}

/**
 * One proposal for its page, for people of either side and for auditors.
 *
 * @throws PortalError proposal_missing, not_on_board, origin_unreadable
 */
export const readProposal = async (options: {
  req: PayloadRequest
  proposalId: string
}): Promise<ProposalRead> => {
  const { req, proposalId } = options
  const sql = await sqlOf(req)
  const proposal = await demandProposal(sql, proposalId)
  const to = (await findSite(sql, proposal.log)) ?? null
  const from = (await findSite(sql, proposal.originLog)) ?? null
  const isReader = (to && (await reads(req, to))) || (from && (await reads(req, from)))
  if (!isReader) throw crossPostingError('not_on_board')
  const source = await sourceOf(sql, proposal)
  const { collection, mode, state } = proposal
  const text = expectedText(source.text.locales, { collection, mode, origin: source.origin })
  const isOpen = state === 'proposed'
  const isTaker = isOpen && to !== null && (await handles(req, to))
  const isSender = from !== null && (await handles(req, from))
  const hasCopy = proposal.copyDocId !== null
  return {
    proposal,
    events: await eventsOf(sql, proposal.id),
    from,
    to,
    origin: source.origin,
    offered: stableText({ v: 1, collection, locales: text }),
    shown: hasCopy ? await shownOf(sql, collection, proposal.copyDocId) : null,
    may: {
      takeIn: isTaker && !proposal.isCopyAdapted,
      return: isTaker,
      dismiss: isTaker && hasCopy,
      reattach: isTaker && proposal.isCopyAdapted && proposal.originSeq !== null,
      withdraw: isSender && (isOpen || state === 'under_review'),
    },
  }
}

const eventsOf = async (sql: Sql, id: string): Promise<ProposalEvent[]> => {
  const { rows } = await sql.query<ProposalEvent>(
    `select to_json(e.at) #>> '{}' as at, e.verb, e.actor, p.name as "actorName", e.explanation, e.code
     from cross_posting.proposal_events e left join cross_posting.people p on p.person = e.actor
     where e.proposal_id = $1::uuid order by e.id`,
    [id],
  )
  return rows
}

const shownOf = async (sql: Sql, collection: string, doc: number | null) => {
  const { rows } = await sql.query<{ body: string | null }>(
    `select body from release.releases where collection = $1 and doc_id = $2::int
     order by released_at desc, seq desc limit 1`,
    [collection, doc],
  )
  return rows[0]?.body ?? null
}
